"""Numbers by value: 1,586 = 1.586 = 1 586, XIV = 14th = thứ 14 = 第十四, 2500亿 = 250 tỷ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from xlcheck.find.dates import calendar_spans
from xlcheck.find.folded import Folded, fold
from xlcheck.find.lexicon import words
from xlcheck.find.numerals import LEXICON, UNSPACED, Part, parts, reckon
from xlcheck.find.romans import romans
from xlcheck.model import Fact, Sentence, Span, primary

Found = tuple[int, int, Decimal]
"""Start and end in the folded text, and the value."""

# Addresses, times of day and telephone numbers: digits that count nothing.
_OPAQUE = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@\S+"
    r"|(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])(?:\s?[ap]\.?m\b\.?)?"
    r"|(?<![0-9.,])[0-9]{1,2}(?:\s?[ap]\.?m\b\.?|h(?:[0-9]{2})?\b)"
    r"|(?<![0-9])[0-9]{1,2}\s?[点點时時시](?![间間간])(?:\s?[0-9]{1,2}\s?[分분])?"
    r"|\b(?:gmt|utc)\s?[+-][0-9:]+"
    r"|(?<![0-9])[0-9]{2,4}(?:-[0-9]{2,4}){2,}|\([0-9]{2,4}\)\s?[0-9]{3,}[- ]?[0-9]{3,}"
    r"|\+[0-9][0-9 ().-]{6,}[0-9]|\b0[0-9]{8,}\b"
)


def find_numbers(sentence: Sentence) -> tuple[Fact, ...]:
    """Find numbers; a fact's value is a Decimal, whatever digits, words or scale it is written in.

    A percentage is its figure. Words for one count only inside a larger number: elsewhere they are
    articles and pronouns. Not numbers: parts of dates, times of day, telephone numbers, names with
    digits (5G, COVID-19).
    """
    folded = fold(sentence.text)
    language = primary(sentence.language)
    found = sorted([*_reckoned(folded, language), *romans(folded, language)])
    if not found:
        return ()
    opaque = bytearray(len(folded.text))
    for since, to in (*(m.span() for m in _OPAQUE.finditer(folded.text)), *calendar_spans(folded, language)):
        opaque[since:to] = b"\1" * (to - since)
    facts = []
    for start, end, value in found:
        if opaque.find(1, start, end) < 0:
            first, last = (sentence.span.start + i for i in folded.original(start, end))
            facts.append(Fact("number", _plain(value), Span(sentence.span.document, first, last)))
    return tuple(facts)


def _plain(value: Decimal) -> Decimal:
    """The value without zeros at its end: equal values look equal too."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _reckoned(folded: Folded, language: str) -> Iterator[Found]:
    """Numbers in figures and words; of 2026-31 the second is 2031."""
    spaced = language not in UNSPACED
    year: Found = (0, 0, Decimal(0))
    for run in _runs(folded, language):
        at = 0
        while at < len(run):
            value, count = reckon(run[at:], spaced)
            if count:
                start, end = run[at].start, run[at + count - 1].end
                if _short_year(folded.text, year, start, end):
                    value += year[2] // 100 * 100
                if count > 1 or run[at].figure or spaced or _counts(folded.text, start, end, language):
                    year = (start, end, value)
                    yield year
            at += count or 1


def _runs(folded: Folded, language: str) -> Iterator[list[Part]]:
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
def _joints(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    between = "|".join(words(LEXICON, language)["join"]) or "(?!)"
    if language in UNSPACED:
        return re.compile(rf"\s?|{between}"), re.compile(r"\s?")
    return re.compile(rf"[\s-]?|\s(?:{between})\s"), re.compile(r"\s")


def _short_year(text: str, year: Found, start: int, end: int) -> bool:
    """Whether the figures at `start` are a year of two digits, right after a year of four."""
    joined = text[year[1] : start] in ("-", "/") and end - start == 2 and year[1] - year[0] == 4
    return joined and year[2] % 100 < int(text[start:end])


def _counts(text: str, start: int, end: int, language: str) -> bool:
    """Whether a lone Chinese numeral counts: 五年, 第三, but not 一带一路, 四川 or 三分之二."""
    if text[start:end] == "一":
        return False
    if text.endswith(("第", "百分之"), 0, start):
        return True
    if text.endswith(("几", "幾", "数", "數", "分之"), 0, start):
        return False
    return text.startswith(tuple(words(LEXICON, language)["measure"]), end)
