"""Times of day: 3 p.m., 15:00, 15 giờ, 下午3点, a las 3 de la tarde, quarter to two, halb drei, 两点一刻."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xlcheck.find.folded import fold
from xlcheck.find.limits import LIMITS
from xlcheck.find.phrases import find_phrases
from xlcheck.lang import EVERYWHERE, Language
from xlcheck.lang.folding import Folded
from xlcheck.lang.patterns import either
from xlcheck.model import Sentence
from xlcheck.model.facts import Clock

Found = tuple[int, int, tuple[int, int]]
"""Start and end in the folded text, and (hour, minute)."""


def find_times(sentence: Sentence) -> tuple[Clock, ...]:
    """Find times of day, of 24 hours as far as the text says which half of the day it is."""
    folded = fold(sentence.text, Language.of(sentence.language))
    found = clock_times(folded, Language.of(sentence.language))
    return tuple(Clock(folded.span(sentence, start, end), *time) for start, end, time in found)


def clock_times(folded: Folded, language: Language) -> Iterator[Found]:
    """Every time of day, in order; a set phrase rather than the figure in it (a las 3 | menos cuarto)."""
    spoken = [*_spoken(folded, language)]
    taken = {place for start, end, _ in spoken for place in range(start, end)}
    figures = (clock for clock in _in_figures(folded, language) if taken.isdisjoint(range(*clock[:2])))
    yield from sorted((*spoken, *figures))


def _in_figures(folded: Folded, language: Language) -> Iterator[Found]:
    for match in _pattern(language).finditer(folded.text):
        said = {group: " ".join(text.split()) for group, text in match.groupdict().items() if text}
        hour = int(said.get("hour") or said.get("full") or said.get("counted") or said["bare"])
        minutes = (said[group] for group in ("minute", "sharp", "past", "dotted") if group in said)
        minute = 30 if "half" in said else int(next(minutes, 0))
        if hour <= 24 and minute < 60 and _is_told(said, language):
            half = said.get("before") or said.get("after") or ""
            yield *match.span(), (_of_day(hour, half, language) % 24, minute)


def _spoken(folded: Folded, language: Language) -> Iterator[Found]:
    """Times in set phrases, where what stands before or after may tell the half of the day."""
    before, after = _halves(language)
    for start, end, meaning, said in find_phrases(folded, language, language.words("times")["phrase"]):
        minutes = int(meaning.replace("@", str(said.get("@", 0))))
        if 1 <= said["#"] <= 24 and abs(minutes) < 60:
            first, last = (
                before.search(folded.text, max(0, start - LIMITS.half_reach), start),
                after.match(folded.text, end),
            )
            half = " ".join((last or first or [""])[0].split())
            told = _of_day(said["#"], half, language) * 60 + minutes
            span = (first.start() if first else start, last.end() if last else end)
            yield *span, (told // 60 % 24, told % 60)


def _of_day(hour: int, half: str, language: Language) -> int:
    """An hour of 24, as far as a word for a half of the day tells it."""
    lexicon = language.words("times")
    if half in lexicon["pm"] or half in lexicon["pm-before"]:
        return hour if hour >= 12 else hour + 12
    morning = half in lexicon["am"] or half in lexicon["am-before"]
    return 0 if hour == 12 and morning else hour


@cache
def _halves(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = language.words("times")
    edge = "" if not language.traits.bounded else r"(?![^\W\d_])"
    return (
        re.compile(rf"(?:{either([*lexicon['am-before'], *lexicon['pm-before']])})(?=\s?$)"),
        re.compile(rf"\s?(?:{either([*lexicon['am'], *lexicon['pm']])}){edge}"),
    )


def _is_told(said: dict[str, str], language: Language) -> bool:
    """Whether it is a time of day rather than a count of hours, or no hour at all."""
    if not said.keys().isdisjoint(("hour", "full", "before", "after", "at")):
        return True
    if "counted" not in said:
        return False
    clear = not language.traits.bounded or language.traits.clock_only
    return clear or "lead" in said or said["clock"] == "o'clock" or "past" in said


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """15:00; an hour with a word for the clock; one with a half of the day or a lead that only hours have."""
    lexicon = language.words("times")
    edge = "" if not language.traits.bounded else r"(?![^\W\d_])"
    free, hour, minute = "(?<![0-9])(?<![0-9][.,:/-])", "[0-9]{1,2}", "[0-5][0-9]"
    before = rf"(?:(?P<before>{either([*lexicon['am-before'], *lexicon['pm-before']])})\s?)?"
    lead = rf"(?:\b(?:(?P<at>{either(lexicon['at'])})|(?P<lead>{either(lexicon['lead'])}))\s)?"
    after = rf"(?:\s?(?P<after>{either([*lexicon['am'], *lexicon['pm']])}){edge})?"
    half = rf"(?:\s?(?P<half>{either(lexicon['half'])}){edge})?"
    clock = rf"(?P<clock>{either(lexicon['clock'])})(?![间間간])"
    minutes = rf"(?:\s?(?P<past>{minute})(?![0-9])(?:\s?(?:分|분|phút\b))?|{edge})"
    colon = rf"(?P<hour>{hour}):(?P<minute>{minute})(?::{minute})?(?![0-9:])"
    counted = rf"(?P<counted>{hour})\s?{clock}{minutes}"
    bare = rf"(?P<bare>{hour})(?:\.(?P<dotted>{minute}))?(?![0-9]|[.,:][0-9])"
    zones = Language.of(EVERYWHERE).words("times")["zone"]
    zone = rf"\s?\(?(?:{either(zones)})(?![^\W\d_])"
    zoned = rf"(?P<full>[01][0-9]|2[0-3])\.?(?P<sharp>{minute})(?={zone})"  # 0920 UTC
    return re.compile(rf"{before}{lead}{free}(?:{colon}|{zoned}|{counted}|{bare}){half}{after}")
