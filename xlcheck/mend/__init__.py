"""Which edits may be made unseen, and what the files are with them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from xlcheck.mend.diff import unified
from xlcheck.model import Finding, Report
from xlcheck.model.finding import SURE
from xlcheck.model.replacement import Replacement, replacements

__all__ = ["Mended", "mend", "unified"]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's text as it was read and with `findings` mended; line ends are the file's own."""

    path: str
    before: str
    after: str
    findings: tuple[Finding, ...]


def mend(report: Report) -> tuple[Mended, ...]:
    """The files that the safe edits of a report change, by path.

    An edit is safe where its rule says so and the finding is told and sure. Of findings that would write over one
    another the surer one counts, of equally sure ones the one that comes first; where one rule wants two texts in one
    place, neither. What cannot be written to the letter, as with markup inside, is left.
    """
    files: defaultdict[str, _File] = defaultdict(_File)
    for finding, edits in _candidates(report):
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
        before = document.origin.text if document.origin else document.text
        parts, at = [], 0
        for edit in self.edits:
            parts += [before[at : edit.start], edit.text]
            at = edit.end
        return Mended(path, before, "".join((*parts, before[at:])), tuple(self.findings))


def _start(edit: Replacement) -> int:
    return edit.start


def _is_within(edit: Replacement, other: Replacement) -> bool:
    return other.start <= edit.start and edit.end <= other.end


def _candidates(report: Report) -> Iterator[tuple[Finding, tuple[Replacement, ...]]]:
    """The findings that may be mended unseen with what that replaces, the surest first."""
    safe = {rule.code: rule.confidence for rule in report.rules if rule.safe}
    told = [(_sureness(finding, safe), finding) for finding in report.findings if finding.rule in safe]
    found = [(sure, finding, edits) for sure, finding in told if sure >= SURE and (edits := replacements(finding))]
    wanted: defaultdict[tuple[str, str, int, int], set[str]] = defaultdict(set)
    for _, finding, edits in found:
        for edit in edits:
            wanted[finding.rule, edit.at.document.id, edit.start, edit.end].add(edit.text)
    found.sort(key=lambda one: (-one[0], one[1].at.document.id, one[2][0].start, -one[2][0].end, one[1].rule))
    for _, finding, edits in found:
        if all(len(wanted[finding.rule, edit.at.document.id, edit.start, edit.end]) == 1 for edit in edits):
            yield finding, edits


def _sureness(finding: Finding, rules: dict[str, float]) -> float:
    return rules[finding.rule] if finding.confidence is None else finding.confidence
