"""Beads for a reader: a line each with score, source and target, under a line for each two documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlcheck.files.printable import printable
from xlcheck.model import Alignment, Event
from xlcheck.report.bitext.cells import joined
from xlcheck.report.entry import path


def render(events: Sequence[Event]) -> str:
    """Return tab-separated lines, those that name two documents and what they are to one another behind `#`."""
    return "".join(f"{line}\n" for event in events for alignment in event.alignments for line in _lines(alignment))


def _lines(alignment: Alignment) -> Iterator[str]:
    source, target = alignment.source, alignment.target
    yield f"# {printable(path(source.document))}\t{printable(path(target.document))}\t{_relation(alignment)}"
    for pair in alignment.pairs:
        sides = (
            printable(joined(pair.source, source.language)),
            printable(joined(pair.target, target.language)),
        )
        yield f"{pair.score:.3f}\t{sides[0]}\t{sides[1]}"


def _relation(alignment: Alignment) -> str:
    """What was decided of the two, and the shares that it was decided by."""
    measured = alignment.coverage
    if measured is None:
        return "rows as given"
    decided = "translation" if measured.translation else "independent reports"
    return (
        f"{decided}: {measured.source:.0%} of the first and {measured.target:.0%} of the second are in the other, "
        f"{measured.order:.0%} in one order"
    )
