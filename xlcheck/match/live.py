"""Live pages: entries on many events, each opened by its time or day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from xlcheck.match.weights import WEIGHTS
from xlcheck.model import Article, Sentence
from xlcheck.model.facts import Day

# 14:05, 14.05, 14h05, 14时05分, 下午2:05
_TIME = re.compile(r"\W*[^\W\d]{0,2}\s?([01]?\d|2[0-4])\s?[:.：hH时時点點시]\s?([0-5]\d)(?![\d%]|[.,]\d)")

Opening = tuple[int, ...]


def is_live(article: Article) -> bool:
    """Whether at least four sentences, and a tenth of all, open with a time, or with a day, and mostly in order."""
    sentences = article.sentences
    times = [time for sentence in sentences if (time := _time(sentence))]
    days = [day for sentence in sentences if (day := _day(sentence))]
    least = max(WEIGHTS.entries, WEIGHTS.entry_share * len(sentences))
    return any(len(told) >= least and _in_order(told) for told in (times, days))


def _time(sentence: Sentence) -> Opening | None:
    found = _TIME.match(sentence.text)
    return (int(found[1]), int(found[2])) if found else None


def _day(sentence: Sentence) -> Opening | None:
    """The month and day that the sentence opens with."""
    for day in sentence.facts.of(Day):
        if day.span.start == sentence.span.start:
            return day.month, day.day
    return None


def _in_order(told: Sequence[Opening]) -> bool:
    """Whether the openings differ, and mostly rise or mostly fall: the latest entry may stand first."""
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(told)]
    return max(steps.count(1), steps.count(-1)) >= WEIGHTS.entries_in_order * len(steps)
