"""Where the bearer of a name is from, as a country and an office in front of it tell: 日本首相."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from xlcheck.evidence.names.readings import simplify
from xlcheck.find.limits import LIMITS
from xlcheck.find.names.signs import titles
from xlcheck.lang import Language
from xlcheck.lang.scripts import HAN

_HAN = re.compile(f"[{HAN}]")

# Verbs, prepositions and 的 part the country from the office: 访问越南的主席, 中国驻越南大使.
_NOT_PARTED = re.compile(f"(?:(?![的对向与和同为在访见称说驻])[{HAN}、])*")


@cache
def _words(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Region, `office` or `modifier` -> words, in lower case."""
    table: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for sign, words in language.rows("homes"):
        table[sign] += tuple(words.split("|"))
    table["office"] = titles(language)
    return dict(table)


def home(language: Language, text: str, start: int) -> str:
    """The region (ISO 3166) of the country that stands with an office right in front of a Latin name; else nothing."""
    title = _title(language)
    before = unicodedata.normalize("NFC", text[max(0, start - LIMITS.home_reach) : start]).lower()
    match = title.search(before) if title else None
    if match is None:
        return ""
    found = {sign for sign, words in _words(language).items() if sign.isupper() and _any(words).search(match[0])}
    return found.pop() if len(found) == 1 and _any(_words(language)["office"]).search(match[0]) else ""


@cache
def countries(language: Language) -> frozenset[str]:
    """What a language calls the countries that a name may follow, in lower case and NFC."""
    return frozenset(w for sign, words in _words(language).items() if sign.isupper() for w in words)


@cache
def _title(language: Language) -> re.Pattern[str] | None:
    """As many words as there are that belong to a country and an office, up to the end."""
    table = _words(language)
    if not countries(language) or language.traits.all_han:
        return None
    choice = "|".join(
        re.escape(w) for w in sorted({w for words in table.values() for w in words}, key=lambda w: (-len(w), w))
    )
    return re.compile(rf"(?<!\w)(?:(?:{choice})[\s,-]+)+$")


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _regions() -> Mapping[str, str]:
    """What Chinese calls a country or its bodies -> the region."""
    return {word: sign for sign, words in _words(Language.of("zh")).items() if sign.isupper() for word in words}


@cache
def _in_characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office in front of a name, and a country."""
    offices = "|".join(map(re.escape, sorted(_words(Language.of("zh"))["office"], key=lambda word: (-len(word), word))))
    names = "|".join(map(re.escape, sorted(_regions(), key=lambda word: (-len(word), word))))
    name = f"(?=(?P<name>[{HAN}]{{2,{LIMITS.name_characters}}}))"
    return (
        re.compile(f"(?:{offices}){name}"),
        re.compile(names),
    )


def homes_in_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Where names begin behind a country and an office in a text in characters, how far they may go, and the region."""
    if not _HAN.search(text):
        return
    offices, _ = _in_characters()
    text = simplify(text)
    for match in offices.finditer(text):
        region = _region(text[max(0, match.start() - LIMITS.home_reach_characters) : match.start()])
        if region:
            yield *match.span("name"), region


def _region(before: str) -> str:
    """The region of the last country, where nothing parts it from the office that follows."""
    _, names = _in_characters()
    found = list(names.finditer(before))
    if not found or before[: found[-1].start()].endswith("驻") or not _NOT_PARTED.fullmatch(before, found[-1].end()):
        return ""
    return _regions()[found[-1][0]]
