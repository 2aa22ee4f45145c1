"""What is ignored: which findings, why, until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xlcheck.model.document import Span
from xlcheck.model.finding import Finding
from xlcheck.model.path import absolute, lies_in, root, within

BESIDE = ".xlcheck"
"""What the name of a file has behind it in the name of the file with its ignores."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry of an ignore file, or one rule of a comment in a page; `at` is where it is written.

    It ignores the findings of a rule (by its code) to the end of the day `until`, all of them or those that lie in
    `path` (a pattern, from the absolute `folder` on), that have this `fingerprint`, or that begin in the `block`.
    A `fault` says why it ignores nothing.
    """

    at: Span
    rule: str
    reason: str = ""
    until: date = date.max
    author: str = ""
    path: str = ""
    folder: str = ""
    fingerprint: str = ""
    block: Span | None = None
    fault: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of a finding, whatever the day."""
        return (
            finding.rule == self.rule
            and not self.fault
            and (self.block is None or _begins_in(finding.at, self.block))
            and (not self.path or lies_in(finding.at.document.id, self.path, self.folder))
            and self.fingerprint in ("", finding.fingerprint)
        )

    @property
    def reach(self) -> str:
        """The deepest folder or file that holds all it can speak of, absolute."""
        return absolute(self.block.document.id) if self.block else root(self.path, self.folder)


def _begins_in(span: Span, block: Span) -> bool:
    return span.document is block.document and block.start <= span.start < block.end


@dataclass(frozen=True, slots=True)
class Silencing:
    """All that a run ignores, and what it can tell about it.

    `baseline` has the number of findings known of each fingerprint. Only of what lies in one of the `folders`,
    absolute, which the run reads whole, it can say that nothing is left to be ignored.
    """

    today: date
    entries: Sequence[Suppression] = ()
    baseline: Mapping[str, int] = field(default_factory=dict)
    folders: Sequence[str] = ()

    def tells(self, entry: Suppression) -> bool:
        """Whether the run reads all that an entry speaks of."""
        return any(within(entry.reach, folder) for folder in self.folders)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a suppression in a run: whether it has `expired`, and whether it is `idle`, with nothing to do."""

    entry: Suppression
    expired: bool
    idle: bool
