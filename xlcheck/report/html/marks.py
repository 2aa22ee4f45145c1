"""A stretch of text cut into text and well-nested marks, however the findings overlap."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import Literal

from xlcheck.model import Span
from xlcheck.report.entry import Entry
from xlcheck.report.html.echoes import Echo
from xlcheck.report.limits import LIMITS

_ByPlace = dict[int, list[Entry]]


@dataclass(frozen=True, slots=True)
class Token:
    """Text, or the start or end of a mark for `entry`.

    `edge` is true where a mark is the first of its finding, the place for its anchor, and where it is
    the last in a stretch that is more than white space, the place for its number. Text may be what a
    row's articles have in common, an `echo`, or a part of it; `edge` is its last part.
    """

    kind: Literal["text", "open", "close"]
    text: str = ""
    entry: Entry | None = None
    edge: bool = False
    echo: Echo | None = None


def tokens(stretch: Span, found: Sequence[Entry], echoes: Sequence[Echo] = ()) -> Iterator[Token]:
    """Cut a stretch; `found` are the findings of its document, by start, the longer one first.

    `echoes` lie inside the stretch, in its order and apart from one another.
    """
    start, end = stretch.start, stretch.end
    blank = not stretch.text.strip()
    opening, points = _by_place(stretch, found)
    closing = Counter(min(entry.at.end, end) for here in opening.values() for entry in here)
    stack: list[Entry] = []
    for cut, following in pairwise((*sorted({start, end, *opening, *points, *closing}), end)):
        cut_off: list[Entry] = []
        for _ in range(closing[cut]):
            while (entry := stack.pop()).at.end > cut < end:
                cut_off.append(entry)
                yield Token("close", entry=entry)
            yield Token("close", entry=entry, edge=not blank)
        for entry in points.get(cut, ()):
            yield Token("open", entry=entry, edge=True)
            yield Token("close", entry=entry, edge=True)
        for entry in (*reversed(cut_off), *opening.get(cut, ())):
            yield Token("open", entry=entry, edge=entry.at.start == cut)
            stack.append(entry)
        yield from _text(Span(stretch.document, cut, following), echoes)


def _by_place(stretch: Span, found: Iterable[Entry]) -> tuple[_ByPlace, _ByPlace]:
    """The findings on the stretch, by where their marks open in it, and those that are shown where they begin alone.

    These have no text, or begin where very many others are open.
    """
    opening: _ByPlace = defaultdict(list)
    points: _ByPlace = defaultdict(list)
    ends: list[int] = []
    for entry in found:
        at = max(entry.at.start, stretch.start)
        while ends and ends[0] <= at:
            heappop(ends)
        if _overlap(entry.at, stretch) and len(ends) < LIMITS.marks:
            heappush(ends, entry.at.end)
            opening[at].append(entry)
        elif begins_in(entry, stretch) and (not entry.at.text or _overlap(entry.at, stretch)):
            points[at].append(entry)
    return opening, points


def _text(piece: Span, echoes: Sequence[Echo]) -> Iterator[Token]:
    text, at = piece.document.text, piece.start
    first = bisect_right(echoes, at, key=lambda echo: echo.span.end)
    for echo in map(echoes.__getitem__, range(first, len(echoes))):
        if echo.span.start >= piece.end:
            break
        start, end = max(echo.span.start, at), min(echo.span.end, piece.end)
        if at < start:
            yield Token("text", text[at:start])
        yield Token("text", text[start:end], echo=echo, edge=end == echo.span.end)
        at = end
    if at < piece.end:
        yield Token("text", text[at : piece.end])


def begins_in(entry: Entry, stretch: Span) -> bool:
    """Whether a finding begins in a stretch; the stretch that ends the text has its end too."""
    at, end = entry.at.start, stretch.end
    return stretch.start <= at < end or at == end == len(stretch.document.text)


def _overlap(one: Span, other: Span) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)
