"""What is next to a number: the unit that it counts, and how exactly it is said."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from xlcheck.find.limits import LIMITS
from xlcheck.lang import EVERYWHERE, Language
from xlcheck.lang.folding import Folded
from xlcheck.lang.patterns import either
from xlcheck.model.unit import Exactness, Unit

_FEET = re.compile("[0-9][ -]?(?:foot|feet|ft|')")
_CALENDAR_YEAR = re.compile("[12][0-9]{3}")
_SLASH = re.compile(r"\s?/\s?")
_RAISED = re.compile(r"\s(?=[²³])")
"""A blank that tokenised texts have in cm ³."""


def units_beside(folded: Folded, language: Language, start: int, end: int) -> tuple[Unit, ...]:
    """The units of the number at a stretch of the folded text; several where a name has several (dollar, pound)."""
    before, after = _unit_patterns(language)
    sign = before.search(folded.text, max(0, start - LIMITS.exactness_reach), start)
    found = sign or after.match(folded.text, end)
    if not found:
        return _units("foot") if _FEET.search(folded.text, start, end) else ()
    codes = _codes(found, language, "sign" if sign else "unit")
    if not codes or _is_year(codes, folded.text[start:end]):
        return ()
    divided = not sign and _SLASH.match(folded.text, found.end())
    per = _divisor_pattern(language).match(folded.text, divided.end()) if divided else None
    return _units(codes, _codes(per, language, "per", "unit") if per else "")


def _codes(found: re.Match[str], language: Language, *kinds: str) -> str:
    name = _RAISED.sub("", " ".join(found["unit"].split()))
    known = (tongue.words("units")[kind].get(name) for tongue in (language, Language.of(EVERYWHERE)) for kind in kinds)
    return next(filter(None, known), "")


def exactness(folded: Folded, language: Language, start: int, end: int) -> Exactness:
    """How exactly the number at a stretch of the folded text is said: about 45, 45 or so, 50多."""
    before, after = _exactness_patterns(language)
    found = before.search(folded.text, max(0, start - LIMITS.exactness_reach), start)
    if found:
        return _exactness(language, found["word"], "")
    found = after.match(folded.text, end)
    return _exactness(language, found["word"] or found["far"], "-after") if found else Exactness.EXACT


def is_range(between: str, language: Language) -> bool:
    """Whether what stands between two numbers makes them a range or a choice: 2 to 4, 2-4, 二至四, 2 or 4."""
    return _range_pattern(language).fullmatch(between) is not None


@cache
def _range_pattern(language: Language) -> re.Pattern[str]:
    links = either([*language.words("dates")["range"], *language.words("units")["or"]])
    return re.compile(rf"\s?[-~至到或、]\s?|\s?(?:{links})\s?")


def _exactness(language: Language, word: str, place: str) -> Exactness:
    word = " ".join(word.split())
    for kind in Exactness:
        if any(word in tongue.words("exactness")[kind.value + place] for tongue in (language, Language.of(EVERYWHERE))):
            return kind
    return Exactness.EXACT


def _is_year(codes: str, number: str) -> bool:
    """Whether a number before a word for year is a year's name: 2026年, в 2026 году."""
    return codes == "year" and _CALENDAR_YEAR.fullmatch(number) is not None


@cache
def _units(codes: str, per: str = "") -> tuple[Unit, ...]:
    sizes = _sizes()
    units = (sizes.get(code, Unit(code, "money")) for code in codes.split())
    return tuple(replace(unit, per=tuple(per.split())) for unit in units)


@cache
def _sizes() -> dict[str, Unit]:
    lines = (files("xlcheck.find") / "data" / "unit_sizes.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    sizes = {code: Unit(code, dimension, Decimal(size), Decimal(zero)) for code, dimension, size, zero, *_ in rows}
    for code, *_, way in (row for row in rows if len(row) > LIMITS.sized_columns):
        length, _, per = way.partition("/")
        sizes[code] = replace(sizes[code], way=replace(sizes[length], per=(per,)))
    return sizes


@cache
def _unit_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Before a number: a currency's sign, 百分之, siglo. After it: a unit's name, also joined by a hyphen or de."""
    signs = either({*language.words("units")["sign"], *Language.of(EVERYWHERE).words("units")["sign"]})
    if not language.traits.bounded:
        joined = r"\s?[多余餘来來几幾]?"
    else:
        joined = rf"(?:{either(language.words('numbers')['suffix'])})?[\s-]?(?:de\s|d['’]|di\s)?"
    return (
        re.compile(rf"(?<![a-z])(?P<unit>{signs})\s?(?:ال)?$"),
        re.compile(rf"{joined}(?P<unit>{_unit_names(language)}){_edge(language)}"),
    )


@cache
def _divisor_pattern(language: Language) -> re.Pattern[str]:
    """Behind the slash that follows a unit: what it is counted in one of."""
    divisors = either(Language.of(EVERYWHERE).words("units")["per"])
    return re.compile(rf"(?P<unit>{_unit_names(language)}|{divisors}){_edge(language)}")


def _unit_names(language: Language) -> str:
    names = either({*language.words("units")["unit"], *Language.of(EVERYWHERE).words("units")["unit"]})
    return re.sub("([²³])", r"\\s?\1", names)


def _edge(language: Language) -> str:
    """What ends a unit's name: it is none in 80年代, 5年级, 5度目."""
    return r"(?![^\W\d_])" if language.traits.bounded else "(?![代级級目])"


@cache
def _exactness_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon, everywhere = language.words("exactness"), Language.of(EVERYWHERE).words("exactness")
    before = either({word for kind in Exactness for word in (*lexicon[kind.value], *everywhere[kind.value])})
    after = either({word for kind in Exactness for word in lexicon[f"{kind.value}-after"]})
    currency = either(Language.of(EVERYWHERE).words("units")["sign"])
    edge = "" if not language.traits.bounded else r"(?<![^\W\d_])"
    return (
        re.compile(rf"{edge}(?P<word>{before})\s?(?:(?:{currency})\s?)?$"),
        re.compile(rf"\s?(?P<word>{after})(?P<far>)" if language.traits.bounded else _after_counter(language)),
    )


def _after_counter(language: Language) -> str:
    """50多, 50人以上: words of two characters may follow the counter."""
    kinds = [language.words("exactness")[f"{kind.value}-after"] for kind in Exactness]
    near = either([word for kind in kinds for word in kind if len(word) == 1])
    far = either([word for kind in kinds for word in kind if len(word) > 1])
    return rf"\s?(?:(?P<word>{near})|[^\W\d_]{{0,4}}?(?P<far>{far}))"
