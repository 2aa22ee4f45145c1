"""What a reader should know of a run besides its findings: lines that are neither findings nor failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xlcheck.model import Event, Report
from xlcheck.report.entry import path


def notes(report: Report) -> tuple[str, ...]:
    """The report's own, and a line for each event whose documents were too many to compare each with each."""
    return (*report.notes, *limits(report))


def limits(report: Report) -> Iterator[str]:
    return (_limit(event) for event in report.events if event.limited)


def _limit(event: Event) -> str:
    """How many others each document was compared with."""
    counts: Counter[int] = Counter()
    for alignment in event.alignments:
        counts.update((id(alignment.source), id(alignment.target)))
    few, many = min(counts.values()), max(counts.values())
    others = f"{few} to {many}" if few < many else str(few)
    return (
        f"{path(event.articles[0].document)} and {len(event.articles) - 1:,} other documents cover one event; "
        f"each is compared only with its {others} nearest, not with all of them"
    )
