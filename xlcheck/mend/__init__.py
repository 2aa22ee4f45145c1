"""Which fixes are made, and what the files are with them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from xlcheck.evidence.doubts import sureness
from xlcheck.files.replacement import Replacement, replacements
from xlcheck.mend.diff import unified
from xlcheck.mend.offer import offered
from xlcheck.model import Finding, Report
from xlcheck.model.limits import LIMITS
from xlcheck.model.syntax import Syntax

__all__ = ["Mended", "hidden", "mend", "offered", "unified"]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's text as it was read and with `findings` fixed; line ends are the file's own."""

    path: str
    syntax: Syntax
    before: str
    after: str
    findings: tuple[Finding, ...]


def mend(report: Report, *, unsafe: bool = False) -> tuple[Mended, ...]:
    """The files that the safe fixes of a report change, by path; all fixes with `unsafe`.

    Only findings that are reported and certain are fixed. Of findings that would overwrite one another, the one whose
    fix is safe counts, then the surer one, then the first; where one rule wants two texts in one place, neither. What
    cannot be written to the letter, as with markup inside, is left.
    """
    files: defaultdict[str, _File] = defaultdict(_File)
    for finding, edits in _candidates(report, unsafe=unsafe):
        if all(files[edit.at.document.id].is_free(edit) for edit in edits):
            for edit in edits:
                files[edit.at.document.id].take(edit)
            files[finding.at.document.id].findings.append(finding)
    return tuple(file.mended(path) for path, file in sorted(files.items()) if file.edits)


class _File:
    """What is to be written in a file, in its order, no two in one place."""

    def __init__(self) -> None:
        self.edits: list[Replacement] = []
        self.findings: list[Finding] = []

    def is_free(self, edit: Replacement) -> bool:
        """Whether a place overlaps none that is taken, or lies in one: then what stood there is gone."""
        at = bisect_left(self.edits, edit.end, key=_start)
        before = self.edits[at - 1] if at else None
        return before is None or before.end <= edit.start or _is_within(edit, before)

    def take(self, edit: Replacement) -> None:
        at = bisect_left(self.edits, edit.end, key=_start)
        if not at or self.edits[at - 1].end <= edit.start:
            self.edits.insert(at, edit)

    def mended(self, path: str) -> Mended:
        document = self.edits[0].at.document
        before = document.file
        parts, at = [], 0
        for edit in self.edits:
            parts += [before[at : edit.start], edit.text]
            at = edit.end
        return Mended(path, document.syntax, before, "".join((*parts, before[at:])), tuple(self.findings))


def _start(edit: Replacement) -> int:
    return edit.start


def _is_within(edit: Replacement, other: Replacement) -> bool:
    return other.start <= edit.start and edit.end <= other.end


def hidden(report: Report) -> int:
    """How many findings more could be fixed with the unsafe fixes."""
    every, safe = (sum(len(file.findings) for file in mend(report, unsafe=unsafe)) for unsafe in (True, False))
    return every - safe


def _candidates(report: Report, *, unsafe: bool) -> Iterator[tuple[Finding, tuple[Replacement, ...]]]:
    """The findings that may be fixed with what that replaces, the safe ones first, then the surest."""
    wanting = [each for each in report.findings if each.fix and (unsafe or each.fix.safe)]
    told = [((not _is_safe(finding), -sureness(finding)), finding) for finding in wanting]
    found = [
        (rank, finding, edits) for rank, finding in told if -rank[1] >= LIMITS.sure and (edits := replacements(finding))
    ]
    wanted: defaultdict[tuple[str, str, int, int], set[str]] = defaultdict(set)
    for _, finding, edits in found:
        for edit in edits:
            wanted[finding.rule, edit.at.document.id, edit.start, edit.end].add(edit.text)
    found.sort(key=lambda one: (one[0], one[1].at.document.id, one[2][0].start, -one[2][0].end, one[1].rule))
    for _, finding, edits in found:
        if all(len(wanted[finding.rule, edit.at.document.id, edit.start, edit.end]) == 1 for edit in edits):
            yield finding, edits


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe
