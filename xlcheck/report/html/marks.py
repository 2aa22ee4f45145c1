"""A stretch of text cut into text and well-nested marks, however the findings overlap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from xlcheck.model import Span
from xlcheck.report.entry import Entry
from xlcheck.report.html.echoes import Echo


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
    inside = [entry for entry in found if _overlap(entry.at, stretch)]
    points = [entry for entry in found if not entry.at.text and begins_in(entry, stretch)]
    start, end = stretch.start, stretch.end
    bounds = {b for entry in inside + points for b in (entry.at.start, entry.at.end)}
    cuts = sorted({start, end} | {b for b in bounds if start < b < end})
    blank = not stretch.text.strip()
    stack: list[Entry] = []
    for cut, following in pairwise([*cuts, end]):
        active = [entry for entry in inside if entry.at.start <= cut < min(entry.at.end, end)]
        kept = _common_prefix(stack, active)
        for entry in reversed(stack[kept:]):
            last = cut == min(entry.at.end, end)
            yield Token("close", entry=entry, edge=last and not blank)
        for entry in points:
            if entry.at.start == cut:
                yield Token("open", entry=entry, edge=True)
                yield Token("close", entry=entry, edge=True)
        for entry in active[kept:]:
            yield Token("open", entry=entry, edge=entry.at.start == cut)
        yield from _text(Span(stretch.document, cut, following), echoes)
        stack = active


def _text(piece: Span, echoes: Sequence[Echo]) -> Iterator[Token]:
    text, at = piece.document.text, piece.start
    for echo in echoes:
        if _overlap(echo.span, piece):
            start, end = max(echo.span.start, piece.start), min(echo.span.end, piece.end)
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


def _common_prefix(one: Sequence[Entry], other: Sequence[Entry]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a is not b:
            break
        length += 1
    return length
