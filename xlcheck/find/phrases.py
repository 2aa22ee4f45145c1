"""Set phrases with a number in words or figures inside them: half past #, # giờ kém @, 正月初#."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from xlcheck.find.numerals import parts, reckon
from xlcheck.lang import Language
from xlcheck.lang.folding import Folded
from xlcheck.lang.scripts import HANGUL_SYLLABLES, WORD

_IN_HAN = "(?:[0-9]{1,2}|[一二三四五六七八九十两兩]{1,3})"
_IN_HANGUL = f"(?:[0-9]{{1,2}}|[{HANGUL_SYLLABLES}]{{1,4}})"
_SPACED = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th|º|ª|er|e|\.)?|{WORD}(?:[\s-]{WORD}){{0,2}})"


def find_phrases(
    folded: Folded, language: Language, phrases: Mapping[str, str]
) -> Iterator[tuple[int, int, str, Mapping[str, int]]]:
    """Start, end, what a phrase stands for, and its numbers by their signs, of every phrase in a folded text.

    `phrases` say what each stands for; `#` and `@` in them are numbers, in words or figures.
    """
    found: list[tuple[int, int, str, Mapping[str, int]]] = []
    for phrase, meaning in phrases.items():
        if _literal(phrase) not in folded.text:
            continue
        for match in _pattern(phrase, language).finditer(folded.text):
            start, end = match.span()
            numbers = {}
            for sign, group in _SIGNS.items():
                if sign in phrase and (fitted := _fitted(match, group, language)):
                    first, last, numbers[sign] = fitted
                    start = first if match.start(group) == start else start
                    end = last if match.end(group) == end else end
            if len(numbers) == sum(sign in phrase for sign in _SIGNS):
                found.append((start, end, meaning, numbers))
    end = 0
    for each in sorted(found, key=lambda each: (each[0], -each[1])):
        if each[0] >= end:
            yield each
            end = each[1]


def _fitted(match: re.Match[str], group: str, language: Language) -> tuple[int, int, int] | None:
    """Start, end and value of the longest number at the inner end of a group that opens or closes a phrase."""
    start, end = match.span(group)
    words = [*re.finditer(r"[^\s-]+", match[group])]
    for length in range(len(words), 0, -1):
        if start == match.start():
            first, last = start + words[-length].start(), end
        else:
            first, last = start, start + words[length - 1].end()
        value = count(match.string[first:last], language)
        if value is not None and (length == len(words) or match.start() == start or match.end() == end):
            return first, last, value
    return None


def count(text: str, language: Language) -> int | None:
    """The whole number that a few words or figures are, cardinal or ordinal; None for anything else."""
    run = [*parts(Folded.plain(text), language)]
    if not run or not re.compile(language.traits.prefix).fullmatch(text, 0, run[0].start):
        return None
    value, length = reckon(run, 0, language.traits.bounded)
    if not length and len(run) == 1 and run[0].hint is not None:
        value, length = run[0].hint, 1
    whole = length == len(run) and value == value.to_integral_value() and _ENDED.fullmatch(text, run[-1].end)
    return int(value) if whole and value < Decimal(100) else None


_ENDED = re.compile("(?:st|nd|rd|th|º|ª|er|e|[.])?")
_SIGNS = {"#": "number", "@": "minute"}


@cache
def _literal(phrase: str) -> str:
    """The longest text between its numbers."""
    return max(re.split("[#@ ]", phrase), key=len)


@cache
def _pattern(phrase: str, language: Language) -> re.Pattern[str]:
    body = re.escape(phrase).replace(r"\ ", r"\s").replace(r"\#", "#")
    for sign, group in _SIGNS.items():
        body = body.replace(sign, f"(?P<{group}>{_number(language)})")
    edges = ("", "") if not language.traits.bounded else (r"(?<!\w)", r"(?!\w)")
    return re.compile(edges[0] + body + edges[1])


def _number(language: Language) -> str:
    """The pattern of a number inside a phrase."""
    if language.traits.han_figures:
        return _IN_HAN
    return _SPACED if language.traits.bounded else _IN_HANGUL
