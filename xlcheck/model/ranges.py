"""Ranges of a text in order and apart: joined from any, and asked whether they meet a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from xlcheck.model.document import Range


def joined(ranges: Iterable[Range]) -> Iterator[Range]:
    """The ranges in order, those that overlap as one."""
    last: Range | None = None
    for start, end in sorted(ranges):
        if last and start < last[1]:
            last = last[0], max(last[1], end)
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last


def meets(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Whether a place that is not empty shares a code point with one of the ranges, which are in order and apart."""
    at = bisect_left(ranges, (end,)) - 1  # the last one that begins before the end
    return at >= 0 and start < ranges[at][1]
