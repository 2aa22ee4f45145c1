"""Times of day: 3 p.m., 15:00, 15 giờ, 下午3点, a las 3 de la tarde."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xlcheck.find.folded import Folded, fold
from xlcheck.find.lexicon import either, words
from xlcheck.find.numerals import UNSPACED
from xlcheck.model import Fact, Sentence, primary

_NOON = 12


def find_times(sentence: Sentence) -> tuple[Fact, ...]:
    """Find times of day; a fact's value is (hour, minute), of 24 hours as far as the text tells them."""
    folded = fold(sentence.text)
    facts = []
    for start, end, value in clock_times(folded, primary(sentence.language)):
        facts.append(Fact("time", value, folded.span(sentence, start, end)))
    return tuple(facts)


def clock_times(folded: Folded, language: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Start and end in the folded text, and (hour, minute), of every time of day, in order."""
    lexicon = words("times", language)
    for match in _pattern(language).finditer(folded.text):
        said = {group: " ".join(text.split()) for group, text in match.groupdict().items() if text}
        hour = int(said.get("hour") or said.get("full") or said.get("counted") or said["bare"])
        minutes = (said[group] for group in ("minute", "sharp", "past", "dotted") if group in said)
        minute = 30 if "half" in said else int(next(minutes, 0))
        if hour > 24 or minute > 59 or not _is_told(said, language):
            continue
        half = said.get("before") or said.get("after") or ""
        if half in lexicon["pm"] or half in lexicon["pm-before"]:
            hour = hour if hour >= _NOON else hour + _NOON
        elif hour == _NOON and (half in lexicon["am"] or half in lexicon["am-before"]):
            hour = 0
        yield match.start(), match.end(), (hour % 24, minute)


def _is_told(said: dict[str, str], language: str) -> bool:
    """Whether it is a time of day rather than a count of hours, or no hour at all."""
    if not said.keys().isdisjoint(("hour", "full", "before", "after", "at")):
        return True
    if "counted" not in said:
        return False
    return language in (*UNSPACED, "de") or "lead" in said or said["clock"] == "o'clock" or "past" in said


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """15:00; an hour with a word for the clock; one with a half of the day or a lead that only hours have."""
    lexicon = words("times", language)
    edge = "" if language in UNSPACED else r"(?![^\W\d_])"
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
    zone = rf"\s?\(?(?:{either(words('times', 'und')['zone'])})(?![^\W\d_])"
    zoned = rf"(?P<full>[01][0-9]|2[0-3])\.?(?P<sharp>{minute})(?={zone})"  # 0920 UTC
    return re.compile(rf"{before}{lead}{free}(?:{colon}|{zoned}|{counted}|{bare}){half}{after}")
