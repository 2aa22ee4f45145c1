"""Names in scripts without capitals: next to an office, and in katakana those of several words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.spoken import in_characters, sounds
from xlcheck.find.limits import LIMITS
from xlcheck.find.names.countries import country_words
from xlcheck.find.names.line import Line
from xlcheck.find.names.offices import Offices
from xlcheck.lang import Language
from xlcheck.lang.scripts import ARABIC, ARABIC_MARKS, HAN, HANGUL_SYLLABLES, KATAKANA
from xlcheck.model import Name

_BODIES = tuple("国國俄美英法德韩韓省市州府院部会會党黨局盟前任")

_BEFORE_KANA = re.compile(f"[{KATAKANA}・＝{HAN}]{{2,16}}$")
_BEFORE_HANGUL = re.compile(f"[{HANGUL_SYLLABLES}·]++(?: [{HANGUL_SYLLABLES}·]++){{0,2}}$")
_BEFORE_HAN = re.compile(f"[{HAN}·]{{1,9}}$")
_AFTER_HAN = re.compile(f"[{HAN}·]{{2,9}}")
_FULL_KATAKANA = re.compile(f"[{KATAKANA}]++(?:[・＝][{KATAKANA}]++)++")
_POINTED = re.compile(f"(?<![{KATAKANA}]){_FULL_KATAKANA.pattern}")
_POINT = re.compile("[・·＝]")
_AFTER_ARABIC = re.compile(rf"(?<=\s)[{ARABIC}{ARABIC_MARKS}]+(?:\s+[{ARABIC}{ARABIC_MARKS}]+){{0,4}}")


def beside_offices(line: Line, offices: Offices) -> Iterator[Name]:
    """Names next to the offices of a line: bounded where their letters tell, else where they may be."""
    for match in line.found:
        meaning = offices.meaning(match)
        if line.script == "Kana" and (
            pointed := _FULL_KATAKANA.match(line.text, match.end(), match.end() + LIMITS.office_reach)
        ):
            yield _foreign(line, *pointed.span(), meaning)
            continue
        stretches = list(_stretches(line, match, offices.place))
        place = _transcribed(line.text, stretches, match) if line.script in ("Hani", "Kana") else None
        if place:
            yield _foreign(line, *place, meaning)
        elif stretches:
            yield from _unbounded(line, stretches, meaning)


def pointed_names(line: Line) -> Iterator[Name]:
    """Names in katakana with a point between their words: foreign, and seldom anything else."""
    return (_foreign(line, *found.span()) for found in _POINTED.finditer(line.text))


def _foreign(line: Line, start: int, end: int, offices: frozenset[str] = frozenset()) -> Name:
    """A name in letters or characters that write foreign sounds, whose words a point parts."""
    text = line.text[start:end]
    words = tuple(map(sounds, _POINT.split(text)))
    return Name(line.span(start, end), name_key(text), line.script, words, offices=offices)


def _unbounded(line: Line, stretches: Sequence[tuple[int, int]], offices: frozenset[str]) -> Iterator[Name]:
    """The stretches in one of which a name is."""
    texts = [line.text[slice(*stretch)] for stretch in stretches]
    words = tuple(map(sounds, texts))
    characters = " ".join(in_characters(text, line.script) for text in texts)
    for text, stretch in zip(texts, stretches, strict=True):
        span, key = line.span(*stretch), name_key(text)
        yield Name(span, key, line.script, words, bounded=False, offices=offices, characters=characters)


def _transcribed(text: str, stretches: Sequence[tuple[int, int]], office: re.Match[str]) -> tuple[int, int] | None:
    """The part of a stretch that is a name in katakana or in characters for foreign sounds, next to the office.

    In front of an office it is long, or fills the stretch, since 文雄 of 岸田文雄 may seem to be one; behind it, what
    stands in front is a country or body (美国总统特朗普), no name of its own.
    """
    inside = f"[{_transcribing()}{KATAKANA}・·＝]"
    named = False
    for start, end in stretches:
        before = end <= office.start()
        written = text[start:end]
        run = re.search(f"{inside}*$" if before else f"{inside}*", written)
        length = len(run[0]) if run else 0
        if (
            length >= (LIMITS.transcribed_surely if before and length < end - start else LIMITS.transcribed)
            and not named
        ):
            return (end - length, end) if before else (start, start + length)
        named = before and not written.endswith(_bodies())
    return None


@cache
def _bodies() -> tuple[str, ...]:
    """What the names of countries in Chinese and other bodies end in."""
    return (*_BODIES, *country_words(Language.of("zh")))


@cache
def _transcribing() -> str:
    return (files("xlcheck.find") / "data/transcription.tsv").read_text("utf-8").split("\n")[1]


def _stretches(line: Line, office: re.Match[str], place: str) -> Iterator[tuple[int, int]]:
    """Where the name may be, in front of an office and behind it, as the language has it."""
    text = line.text
    if place == "before":
        after = _AFTER_ARABIC.match(text, office.end() + 1)
        if after:
            yield after.span()
        return
    first = max(0, office.start() - LIMITS.office_reach)
    if place == "beside":
        before = _BEFORE_HAN.search(text, first, office.start())
        after = _AFTER_HAN.match(text, office.end())
        yield from (found.span() for found in (before, after) if found)
        return
    end = first + len(text[first : office.start()].rstrip())
    before = (_BEFORE_HANGUL if line.script == "Hang" else _BEFORE_KANA).search(text, first, end)
    if before:
        yield before.span()
