"""What an outlet usually does, and whether it does it often enough to be its habit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

from xlcheck.evidence.thresholds import THRESHOLDS

_Way = TypeVar("_Way", bound=Hashable)


def habit(ways: Iterable[_Way]) -> tuple[_Way, int] | None:
    """The way of an outlet and in how many articles it is kept, given the way of each article that has one.

    None where fewer than seven articles have it, or fewer than three of four.
    """
    counts = Counter(ways)
    way, count = next(iter(counts.most_common(1)), (None, 0))
    return (
        (way, count)
        if way is not None and count >= max(THRESHOLDS.habit, THRESHOLDS.habit_share * counts.total())
        else None
    )
