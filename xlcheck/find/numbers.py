"""Numbers by value: 1,586 = 1.586 = 1 586, XIV = 14th = thứ 14 = 第十四, 2500亿 = 250 tỷ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from xlcheck.find.dates import calendar_spans
from xlcheck.find.folded import fold
from xlcheck.find.limits import LIMITS
from xlcheck.find.numerals import LEXICON, Part, figure, parts, reckon
from xlcheck.find.quantities import exactness, is_range, units_beside
from xlcheck.find.romans import romans
from xlcheck.find.times import clock_times
from xlcheck.lang import Language
from xlcheck.lang.folding import Folded
from xlcheck.model import Sentence
from xlcheck.model.document import Range
from xlcheck.model.facts import Amount, Hint, Number
from xlcheck.model.unit import Unit

Found = tuple[int, int, Decimal, str]
"""Start and end in the folded text, the value, and whether it is a `number` or a `hint`."""

# Addresses, time zones, telephone numbers: digits that count nothing.
_OPAQUE = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@\S+"
    r"|\b24/7\b|\b(?:gmt|utc)\s?[+-][0-9:]+"
    r"|(?<![0-9])[0-9]{2,4}(?:-[0-9]{2,4}){2,}|\([0-9]{2,4}\)\s?[0-9]{3,}[- ]?[0-9]{3,}"
    r"|\+[0-9][0-9 ().-]{6,}[0-9]|\b0[0-9]{8,}\b"
)
_DIALLED = re.compile("(?<![0-9.,] )(?<![0-9.,])[0-9]{3}(?: [0-9]{3,4})+(?![0-9.,]|[ ][0-9])")
# 20世纪80年代, 上世纪八十年代
_DECADE = re.compile(
    "(?:(?P<century>[0-9]{1,2}|二?十[一二三四五六七八九]?)\\s?|上[个個]?)(?:世纪|世紀|세기)\\s?"
    "(?P<decade>[0-9]{2}|[一二三四五六七八九]?十)\\s?(?:年代|년대)"
)
_HEIGHT = re.compile(
    "(?<![0-9.,])(?P<feet>[1-9])[ -]?(?:foot|feet|ft|')[ -]{0,2}(?P<inches>1[01]|[0-9])(?![0-9.,]?[0-9])"
)
_LETTERED = re.compile("(?<![\\w.,])(?P<figure>[0-9]{1,15}(?:\\.[0-9]+)?)\\s?(?P<letter>m|k)(?![^\\W_])")
_SHARES = re.compile("(?<![0-9/.,])(?P<part>[0-9]{1,2})/(?P<whole>[1-9][0-9]?)(?![0-9/])|[½¼¾⅓⅔]")
_HAN_SHARES = re.compile("(?P<whole>[二三四五六七八九十])分之(?P<part>[一二两三四五六七八九])")
# 5.894 × 10⁻³, 3 x 10^9, 2 × 10-3 (the exponent's place lost; 3 x 10-12 is a range), 10⁶; of 10² the 2 may be a note's
_POWER = re.compile(
    r"(?:(?<![0-9.,])(?P<figure>[0-9]{1,15}(?:[.,][0-9]{1,15})?)\s?(?:(?P<times>[×∙⋅])|[x*])\s?)?(?<![0-9.,])10"
    r"(?:\s?\^\s?(?P<sign>[-+]?)\s?(?P<power>[0-9]{1,2})|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
    r"|(?(figure)\s?(?P<minus>-)\s?(?P<lowered>(?(times)[0-9]{1,2}|[1-9]))|(?!)))(?![0-9.,]?[0-9])"
)
_RAISED = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_HAN = {figure: Decimal(value) for value, figure in enumerate("一二三四五六七八九十", 1)} | {"两": Decimal(2)}


def find_numbers(sentence: Sentence) -> tuple[Amount, ...]:
    """Find numbers and hints of numbers, whatever digits, words or scale they are written in.

    A percentage is its figure. Words for one count only inside a larger number: elsewhere they are articles and
    pronouns. Not numbers: parts of dates, times of day, telephone numbers, names with digits (5G, COVID-19); these,
    and words that need not say a number (both, half, 一带一路), are hints.
    """
    language = Language.of(sentence.language)
    folded = fold(sentence.text, language)
    decades, heights = [*_decades(folded)], [*_heights(folded)]
    powers = [*_powers(folded, language)]
    inside, inside_height = (
        _mask(folded, ((start, end) for start, end, *_ in some)) for some in (decades + powers, heights)
    )
    found = [*decades, *powers, *heights, *_shares(folded), *_lettered(folded, language)]
    for start, end, value, kind in _read(folded, language):
        if not inside[start]:
            found.append((start, end, value, "hint" if inside_height[start] else kind))
    if not found:
        return ()
    opaque = _mask(folded, _opaque(folded, language))
    found = [
        (start, end, value, "hint" if opaque.find(1, start, end) >= 0 else kind)
        for start, end, value, kind in sorted(found, key=lambda each: each[:2])
    ]
    units = _units(folded, language, [each for each in found if each[3] == "number" or each in heights])
    facts: list[Amount] = []
    for start, end, value, kind in found:
        span, counted = folded.span(sentence, start, end), units.get(start, ())
        if kind == "number":
            facts.append(Number(span, _plain(value), counted, exactness(folded, language, start, end)))
        else:
            facts.append(Hint(span, _plain(value), counted))
    return tuple(facts)


def _units(folded: Folded, language: Language, numbers: Sequence[Found]) -> dict[int, tuple[Unit, ...]]:
    """The units of the numbers that have some, by their start; of 2 to 4 inches the first are inches too."""
    units: dict[int, tuple[Unit, ...]] = {}
    following: tuple[int, tuple[Unit, ...]] = (0, ())
    for start, end, _, _ in reversed(numbers):
        own = units_beside(folded, language, start, end)
        if not own and following[1] and is_range(folded.text[end : following[0]], language):
            own = following[1]
        if own:
            units[start] = own
        following = (start, own)
    return units


def _opaque(folded: Folded, language: Language) -> Iterator[Range]:
    """The stretches whose figures count nothing."""
    yield from (match.span() for match in _OPAQUE.finditer(folded.text))
    if not language.traits.grouped_by_spaces:
        yield from (match.span() for match in _DIALLED.finditer(folded.text))
    yield from ((start, end) for start, end, _ in clock_times(folded, language))
    yield from calendar_spans(folded, language)


def _plain(value: Decimal) -> Decimal:
    """The value without zeros at its end: equal values look equal too."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _read(folded: Folded, language: Language) -> Iterator[Found]:
    """Numbers in figures, words and Romans, and what may be some; of 3 to 5 million the first is 3 million."""
    found = [*_reckoned(folded, language)]
    for number, following in zip(found, [*found, None][1:], strict=True):
        start, end, value, kind, scale = number
        if following and following[4] > scale == 1 and value < 1000:
            between = folded.text[end : following[0]]
            scale = following[4] if is_range(between, language) else scale
        yield start, end, value * scale if number[4] == 1 != scale else value, kind
    for start, end, value in romans(folded, language):
        yield start, end, value, "number"


def _reckoned(folded: Folded, language: Language) -> Iterator[tuple[int, int, Decimal, str, Decimal]]:
    """Each with what its scales make of its first figure, 1 where there is none; of 2026-31 the second is 2031."""
    spaced = language.traits.bounded
    year = (0, 0, Decimal(0))
    for run in _runs(folded, language):
        at = 0
        while at < len(run):
            value, count = reckon(run, at, spaced)
            start, end = run[at].start, run[at + max(count, 1) - 1].end
            if not count:
                value = run[at].hint or Decimal(1)
            elif _short_year(folded.text, year, start, end):
                value += year[2] // 100 * 100
            if count > 1 or (count and (run[at].figure or spaced or _counts(folded.text, start, end, language))):
                year = (start, end, value)
                first = run[at].senses.get("figure") if count > 1 else None
                yield *year, "number", value / first if first else Decimal(1)
            elif value != 1:
                yield start, end, value, "hint", Decimal(1)
            at += count or 1


def _mask(folded: Folded, stretches: Iterable[Range]) -> bytearray:
    """1 for every code point inside one of the stretches."""
    mask = bytearray(len(folded.text))
    for start, end in stretches:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _decades(folded: Folded) -> Iterator[Found]:
    """Decades that are named with their century, by their first year."""
    for match in _DECADE.finditer(folded.text):
        century, decade = (_ten(match[group]) if match[group] else 20 for group in ("century", "decade"))
        yield *match.span(), Decimal(100 * (century - 1) + decade), "number"


def _powers(folded: Folded, language: Language) -> Iterator[Found]:
    """Numbers with a power of ten; before a negative one none is in thousands."""
    for match in _POWER.finditer(folded.text):
        raised = (match["raised"] or "").translate(_RAISED)
        power = int(raised or f"{match['sign'] or match['minus'] or ''}{match['power'] or match['lowered']}")
        if match["figure"] or power < 0 or power >= LIMITS.power:
            times = figure(match["figure"] or "1", language, scaled=True) if power > 0 else None
            times = times or Decimal((match["figure"] or "1").replace(",", "."))
            yield *match.span(), times.scaleb(power), "number"


def _heights(folded: Folded) -> Iterator[Found]:
    """Feet with inches, in feet: 6-foot-6, for which centimetres may stand, or the two figures."""
    for match in _HEIGHT.finditer(folded.text):
        yield match.start(), match.end(), Decimal(match["feet"]) + Decimal(match["inches"]) / 12, "hint"


def _ten(figures: str) -> int:
    """Figures up to 99: 21, 二十一."""
    if figures.isdecimal():
        return int(figures)
    tens, _, ones = figures.partition("十")
    return 10 * int(_HAN[tens or "一"]) + (int(_HAN[ones]) if ones else 0)


def _lettered(folded: Folded, language: Language) -> Iterator[Found]:
    """What may be millions and may be metres: 70m passengers."""
    scales = language.words(LEXICON)["money-scale"]
    for match in _LETTERED.finditer(folded.text) if scales else ():
        yield *match.span(), Decimal(match["figure"]) * Decimal(scales[match["letter"]]), "hint"


def _shares(folded: Folded) -> Iterator[Found]:
    """Fractions, which their figures or a percentage may stand for: 2/3, ½, 三分之二."""
    for pattern in (_SHARES, _HAN_SHARES):
        for match in pattern.finditer(folded.text):
            if not match["part"]:
                yield *match.span(), Decimal(str(unicodedata.numeric(match[0]))), "hint"
            elif part := _HAN.get(match["part"]) or Decimal(match["part"]):
                yield *match.span(), part / (_HAN.get(match["whole"]) or Decimal(match["whole"])), "hint"


def _runs(folded: Folded, language: Language) -> Iterator[list[Part]]:
    """Parts that stand together: nothing between them but a space, a hyphen or a word for and."""
    joint, before_figure = _joints(language)
    run: list[Part] = []
    for part in parts(folded, language):
        gap = folded.text[run[-1].end : part.start] if run else ""
        if run and not (before_figure if part.figure else joint).fullmatch(gap):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


@cache
def _joints(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    between = "|".join(map(re.escape, language.words(LEXICON)["join"])) or "(?!)"
    if not language.traits.bounded:
        return re.compile(rf"\s?|{between}"), re.compile(r"\s?")
    prefix = f"(?:{language.traits.prefix})"
    return re.compile(rf"\+?[\s-]?{prefix}|\s(?:{between})\s"), re.compile(r"\s")


def _short_year(text: str, year: tuple[int, int, Decimal], start: int, end: int) -> bool:
    """Whether the figures at `start` are a year of two digits, right after a year of four."""
    joined = text[year[1] : start] in ("-", "/", "~") and end - start == 2 and year[1] - year[0] == 4
    return joined and year[2] % 100 < int(text[start:end])


def _counts(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a lone Chinese numeral counts: 五年, 第三, but not 一带一路, 四川 or 三分之二."""
    if text[start:end] == "一":
        return False
    if text.endswith(("第", "百分之"), 0, start):
        return True
    if text.endswith(("几", "幾", "数", "數", "分之"), 0, start):
        return False
    return text.startswith(tuple(language.words(LEXICON)["measure"]), end)
