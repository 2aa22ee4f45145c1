"""Days by the article's date: on Monday, yesterday, mùng 2 Tết."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from xlcheck.find.limits import LIMITS
from xlcheck.find.phrases import find_phrases
from xlcheck.lang import Language, Topic
from xlcheck.lang.folding import Folded
from xlcheck.lang.patterns import either
from xlcheck.model.document import Range

Day = tuple[int, int, int]
"""Year, month and day."""

_LEXICON: Topic = "dates"
_TET = re.compile("t[eêế]t")
_OF_TET, _USUAL = "vi", "zh"
"""Columns of the table of lunar new years: where a text in another language speaks of Tết, and else."""


def weekdays(
    text: str, names: Iterable[tuple[re.Match[str], int]], published: date, dated: Sequence[Range]
) -> Iterator[tuple[int, int, Day]]:
    """The days of weekdays that are not next to a date, which says the same and exactly.

    The latest not after the article's date, or the first after it where the text says "next".
    """
    starts = [start for start, _ in dated]
    for match, weekday in names:
        start, end = match.span("name")
        following = bisect_left(starts, start)
        if any(_beside(text, start, end, each) for each in dated[max(0, following - 1) : following + 1]):
            continue
        back = (published.weekday() - weekday) % 7
        to_come = match["before"] or match["after"]
        if day := day_after(published, 7 - back if to_come else -back):
            yield start, end, day


def weekday_names(folded: Folded, language: Language) -> Iterator[tuple[re.Match[str], int]]:
    """Names of weekdays with their number from Monday, 0.

    Where the name is also an ordinal (thứ hai, second), a capital or a word of time must tell.
    """
    lexicon = language.words(_LEXICON)
    for match in _weekday_pattern(language).finditer(folded.text):
        name = " ".join(match["name"].split())
        last_word = folded.cased[match.start("name") :][name.find(" ") + 1]
        if name in lexicon["weekday"]:
            yield match, int(lexicon["weekday"][name])
        elif match["lead"] or last_word.isupper():
            yield match, int(lexicon["weekday-led"][name])


@cache
def _weekday_pattern(language: Language) -> re.Pattern[str]:
    lexicon = language.words(_LEXICON)
    names = either([*lexicon["weekday"], *lexicon["weekday-led"]])
    following = either(lexicon["next"])
    # 一周一次 is once a week, 每周一 every Monday
    bounds = ("(?<![0-9一二两三四五六七八九十每几])", "") if language.traits.han_figures else (r"\b", r"\b")
    if language.traits.joins_particles:
        bounds = ("", "")
    return re.compile(
        rf"(?P<before>(?:{following})\s?)?(?P<lead>\b(?:{either(lexicon['lead'])})\s)?"
        rf"{bounds[0]}(?P<name>{names}){bounds[1]}(?P<after>\s(?:{following})\b)?"
    )


def relative_days(folded: Folded, language: Language) -> Iterator[tuple[int, int, int]]:
    """Start, end and the days from the article's date, of yesterday, today and their like."""
    lexicon = language.words(_LEXICON)["relative"]
    for match in _relative_pattern(language).finditer(folded.text):
        offset = lexicon[" ".join(match[0].split())]
        noun = match[0] == "morgen" and folded.cased[match.start()].isupper()  # der Morgen is the morning
        if offset and not noun:
            yield *match.span(), int(offset)


@cache
def _relative_pattern(language: Language) -> re.Pattern[str]:
    start, end = ("", "") if not language.traits.bounded else (r"(?<![\w-])", r"(?!\w)")
    return re.compile(rf"{start}(?:{either(language.words(_LEXICON)['relative'])}){end}")


def lunar_days(folded: Folded, language: Language) -> Iterator[tuple[int, int, int]]:
    """Start, end and the day of the first lunar month, 0 for the one before it, of mùng 2 Tết, 大年初一, 除夕."""
    for start, end, day, said in find_phrases(folded, language, language.words(_LEXICON)["lunar"]):
        number = said.get("#", 0) if day == "#" else int(day)
        if number <= LIMITS.lunar_month:
            yield start, end, number


def lunar_date(day: int, text: str, language: Language, published: date) -> Day | None:
    """A day of the first lunar month in the year nearest to the article's date; Viet Nam's of Tết, else China's."""
    calendar = language.traits.lunar_calendar or (_OF_TET if _TET.search(text) else _USUAL)
    known = _lunar_new_years()[calendar]
    nearest = min(known, key=lambda first: abs(first - published))
    return day_after(nearest, day - 1) if abs(nearest - published) < timedelta(days=365) else None


@cache
def _lunar_new_years() -> dict[str, Sequence[date]]:
    head, *lines = (files("xlcheck.find") / "data/lunar_new_years.tsv").read_text("utf-8").splitlines()
    columns = zip(*(line.split("\t") for line in lines), strict=True)
    return dict(zip(head.split("\t"), ([*map(date.fromisoformat, column)] for column in columns), strict=True))


def day_after(published: date, days: int) -> Day | None:
    """The day so many days after a date; None where the calendar ends before it."""
    try:
        day = published + timedelta(days=days)
    except OverflowError:
        return None
    return day.year, day.month, day.day


def _beside(text: str, start: int, end: int, dated: Range) -> bool:
    first, last = (end, dated[0]) if dated[0] >= end else (dated[1], start)
    between = r"[\s,(（)]*(?:the|el|le|der|den|ngày)?\s*"
    return last - first <= LIMITS.day_gap and re.fullmatch(between, text[first:last]) is not None
