"""What tied two articles, in plain text."""

from __future__ import annotations

from collections.abc import Iterator

from xlcheck.files.printable import printable
from xlcheck.model import Tie
from xlcheck.report.excerpt import shorten
from xlcheck.report.limits import LIMITS


def explained(tie: Tie) -> str:
    """Return the score's parts, what both articles share, and the sentences that count most."""
    return "".join(f"{line}\n" for line in _lines(tie))


def _lines(tie: Tie) -> Iterator[str]:
    verdict = "one event" if tie.log_odds > tie.threshold else "not one event"
    yield f"{printable(tie.source.document.id)} - {printable(tie.target.document.id)}"
    yield f"{verdict}: log odds {tie.log_odds:+.2f}, threshold {tie.threshold:+.2f}"
    for name, value in tie.parts:
        yield f"  {value:+7.2f}  {name}"
    if tie.shared:
        yield "both say: " + "; ".join(map(printable, tie.shared))
    for likeness in tie.sentences:
        yield f"cosine {likeness.cosine:.2f}, margin {likeness.margin:.2f}"
        for sentence in (likeness.source, likeness.target):
            yield f"  {shorten(printable(sentence.text).strip(), LIMITS.match_cells)}"
