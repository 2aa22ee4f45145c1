"""Dates: 26 de enero, January 26, ngày 26/1, 1月26日, 2026-01-26, and weekdays by the article's date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from xlcheck.find.days import day_after, lunar_date, lunar_days, relative_days, weekday_names, weekdays
from xlcheck.find.folded import fold
from xlcheck.find.limits import LIMITS
from xlcheck.lang import Language, Topic, Words
from xlcheck.lang.folding import Folded
from xlcheck.lang.patterns import either
from xlcheck.model import Sentence
from xlcheck.model.document import Range
from xlcheck.model.facts import Day, Hint, LunarDay, Month, RelativeDay, Weekday, When

Reading = tuple[int | None, int | None, int | None]
"""Year, month and day, None where not said."""

_LEXICON: Topic = "dates"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_MONTH = "(?:1[0-2]|0?[1-9])"
_YEAR = "[12][0-9]{3}"
_HAN = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Mark:
    """A date or a part of one at a stretch of the folded text; 04/05/2026 has two readings."""

    start: int
    end: int
    readings: tuple[Reading, ...]


def find_dates(sentence: Sentence, published: date | None = None) -> tuple[When | Hint, ...]:
    """Find dates with month and day, months alone, weekdays, yesterday and the like, days of the lunar new year, and
    hints of what may be a month's name.

    With `published`, the article's date, what is not said is completed: a date without a year (in
    Chinese, Japanese and Korean a day without a month too) is the one nearest to it; a weekday, yesterday and a lunar
    day are dates too: a weekday the latest not after it, or the first after it where the text says "next".
    """
    language = Language.of(sentence.language)
    folded = fold(sentence.text, language)
    marks = date_marks(folded, language)
    months = _month_names(folded, language, marks)
    found: list[When | Hint] = [Hint(folded.span(sentence, start, end), month) for start, end, month in months]
    for mark in marks:
        span = folded.span(sentence, mark.start, mark.end)
        if day := _value(mark, published):
            found.append(Day(span, *day))
        elif mark.readings[0][2] is None and (month_alone := mark.readings[0][1]):
            found.append(Month(span, mark.readings[0][0], month_alone))
    found += _by_article(folded, sentence, published, [(m.start, m.end) for m in marks if m.readings[0][2]])
    return tuple(sorted(found, key=lambda fact: fact.span.start))


def _by_article(folded: Folded, sentence: Sentence, published: date | None, dated: Sequence[Range]) -> Iterator[When]:
    """Weekdays, days such as yesterday and days of the lunar new year; with the article's date, also as dates."""
    language = Language.of(sentence.language)
    names = [*weekday_names(folded, language)]
    yield from (Weekday(folded.span(sentence, *match.span("name")), weekday) for match, weekday in names)
    if published:
        for start, end, day in weekdays(folded.text, names, published, dated):
            yield Day(folded.span(sentence, start, end), *day)
    for start, end, offset in relative_days(folded, language):
        span = folded.span(sentence, start, end)
        yield RelativeDay(span, offset)
        if published and offset and (near := day_after(published, offset)):  # today is nowadays too
            yield Day(span, *near)
    for start, end, number in lunar_days(folded, language):
        span = folded.span(sentence, start, end)
        yield LunarDay(span, number)
        if published and (lunar := lunar_date(number, folded.text[start:end], language, published)):
            yield Day(span, *lunar)


def _month_names(folded: Folded, language: Language, marks: Sequence[Mark]) -> Iterator[tuple[int, int, Decimal]]:
    """Names that may be a month's, outside dates: November elections, but May the prime minister too."""
    ends = [mark.end for mark in marks]
    months = language.words(_LEXICON)["month"]
    for match in _month_pattern(language).finditer(folded.text):
        place = bisect_left(ends, match.end())
        if place == len(marks) or marks[place].start > match.start():
            yield *match.span(), Decimal(months[" ".join(match[0].split())])


@cache
def _month_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{either(language.words(_LEXICON)['month'])})(?![^\W_])")


@lru_cache(maxsize=8)  # numbers and dates of one sentence are found one after the other
def date_marks(folded: Folded, language: Language) -> tuple[Mark, ...]:
    """Every date in a text and every month in figures, in order, whether a day is said or not."""
    lexicon = language.words(_LEXICON)
    found = [
        mark
        for pattern in _patterns(language)
        for match in pattern.finditer(folded.text)
        for mark in _marks(match, lexicon)
    ]
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """Every way to write a date in a language, with named groups for its parts."""
    free, ended = "(?<![0-9])(?<![0-9][-./:,])", "(?![0-9]|[-./:][0-9])"
    year, day, month = f"(?P<year>{_YEAR})", f"(?P<day>{_DAY})", f"(?P<month>{_MONTH})"
    other = f"(?P<other>{_DAY})" if language.traits.month_first else month
    patterns = [
        rf"{free}{year}([-./]){month}\2{day}{ended}",
        rf"{free}{day}([-./]){other}\2{year}{ended}",
    ]
    lexicon = language.words(_LEXICON)
    if lexicon["month"]:
        patterns += _named(language, free)
    if lexicon["lead"]:
        first = rf"(?:(?P<first>{_DAY})\s?(?:-|{either(lexicon['range'])})\s?)?"
        lead = rf"(?:\b(?:{either(lexicon['lead'])})\s|\()"
        patterns += [
            rf"{lead}{first}{day}[/-]{month}{ended}",
            rf"{free}(?P<day>3[01]|2[0-9]|1[3-9])/{month}{ended}",  # 2/3 may be two thirds
            rf"(?P<name>{either(lexicon['month'])})[/-]{year}{ended}",
        ]
    if language.traits.own_names:
        patterns += _characters()
    return tuple(re.compile(pattern) for pattern in patterns)


def _named(language: Language, free: str) -> list[str]:
    """Dates with the month's name: day first, in English also month first; tháng 11 alone."""
    lexicon = language.words(_LEXICON)
    of, ordinal = either(lexicon["of"]), either(lexicon["ordinal"])
    day = rf"(?P<day>{_DAY}(?:{ordinal})?)"
    name = rf"\b(?P<name>{either(lexicon['month'])})(?![^\W_])\.?"
    until = rf"\s?(?:-|\b(?:{either(lexicon['range'])})\b)\s?"
    first = rf"(?:(?P<first>{_DAY}(?:{ordinal})?){until})?"
    year = rf"(?:,?\s(?:(?:{of})\s)?(?P<year>{_YEAR})(?![0-9]))?"
    patterns = [rf"{free}{first}{day}\s(?:(?:{of})\s)?{name}{year}"]
    if language.traits.month_first:
        patterns.append(rf"{name}\s{first}{day}(?![0-9]|[.,:][0-9]|[^\W_]){year}")
    patterns.append(rf"{name}(?:,?\s(?:(?:{of})\s)?(?P<year>{_YEAR})(?![0-9]))")
    patterns.append(rf"\b(?:{either(lexicon['month-lead'])})\s{name}(?!\s[0-9])")  # May is a name and a verb too
    counted = [word for word in lexicon["month"] if word[-1].isdigit()]
    return [*patterns, rf"\b(?P<name>{either(counted)})(?![^\W_])"]


def _characters() -> list[str]:
    """2026年1月26日, 一月二十六日, 1月26日至28日, 2026년 1월 26일, and the day alone."""
    year = rf"(?:(?P<year>{_YEAR}|[{_HAN}]{{4}})\s?[年년]\s?)?"
    month = rf"(?<![0-9{_HAN}十])(?P<month>(?:{_MONTH}|十[一二]?|[{_HAN[1:]}])\s?[月월])份?"
    number = f"(?:{_DAY}|[二三]?十[{_HAN[1:]}]?|[{_HAN[1:]}])"
    day = rf"{number}\s?[日號号일](?![間间報报내간동])"  # 3日間 is a duration, 5日报 a newspaper
    both = rf"(?P<first>{number}\s?[日號号일]?)\s?[至到~、-]\s?(?P<day>{day})"
    return [
        rf"{year}{month}\s?{both}",
        rf"{year}{month}(?:\s?(?P<day>{day}))?",
        rf"(?<![0-9.,{_HAN}十第])(?P<day>{_DAY}\s?[日號号일])(?![間间報报내간동])",
    ]


def _marks(match: re.Match[str], lexicon: Words) -> Iterator[Mark]:
    """The date of a match; two for a range of days."""
    parts = {group: text for group, text in match.groupdict().items() if text}
    year = _count(parts["year"]) if "year" in parts else None
    month = _count(parts["month"]) if "month" in parts else None
    if "name" in parts:
        month = int(lexicon["month"][" ".join(parts["name"].split())])
    if "day" not in parts:
        yield _mark(match, ["name" if "name" in parts else "month"], [(year, month, None)])
        return
    day = _count(parts["day"])
    before: list[str] = []
    if "first" in parts:
        before = [group for group in parts if match.end(group) <= match.end("first")]
        start: Reading = (year, month, _count(parts["first"]))
        if _possible(start):
            yield _mark(match, before, [start])
    readings: list[Reading] = [(year, month, day)]
    if "other" in parts:
        other = _count(parts["other"])
        readings = [(year, other, day), (year, day, other)]
    if possible := [reading for reading in readings if _possible(reading)]:
        yield _mark(match, [group for group in parts if group not in before], possible)


def _mark(match: re.Match[str], groups: list[str], readings: list[Reading]) -> Mark:
    spans = [match.span(group) for group in groups]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return Mark(start, end, tuple(readings))


def _count(text: str) -> int:
    """The number in a group: digits, or Chinese numerals up to 99 or figure by figure."""
    if digits := re.match("[0-9]+", text):
        return int(digits[0])
    figures = [_HAN.index(c) if c in _HAN else 10 for c in text if c in _HAN or c == "十"]
    if 10 not in figures:
        return int("".join(map(str, figures)))
    ten = figures.index(10)
    return 10 * sum(figures[:ten] or [1]) + sum(figures[ten + 1 :])


def _possible(reading: Reading) -> bool:
    year, month, day = reading
    return _day(LIMITS.leap_year if year is None else year, month or 1, day or 1) is not None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _value(mark: Mark, published: date | None) -> tuple[int | None, int, int] | None:
    """The reading that is nearest to the article's date, as far as it is a date at all."""
    if published is None:
        return next(((year, month, day) for year, month, day in mark.readings if month and day), None)
    days = [
        found
        for year, month, day in mark.readings
        if day
        for y in ([year] if year else range(published.year - 1, published.year + 2))
        for m in ([month] if month else range(1, 13))
        if (found := _day(y, m, day))
    ]
    near = min(days, key=lambda found: abs(found - published), default=None)
    return (near.year, near.month, near.day) if near else None


def calendar_spans(folded: Folded, language: Language) -> list[Range]:
    """The stretches of a text whose digits and numerals belong to dates."""
    marks = [(mark.start, mark.end) for mark in date_marks(folded, language)]
    marks += [match.span("name") for match, _ in weekday_names(folded, language)]
    return marks + [(start, end) for start, end, _ in lunar_days(folded, language)]
