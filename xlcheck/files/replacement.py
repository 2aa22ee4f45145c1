"""What the edits of a finding replace in the files that the documents were read from."""

from __future__ import annotations

from dataclasses import dataclass

from xlcheck.model.document import Span
from xlcheck.model.edit import Edit
from xlcheck.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Replacement:
    """`text`, as the file is to have it, for what stands there from `start` to `end` (code points), read as `at`."""

    at: Span
    start: int
    end: int
    text: str


def replacements(finding: Finding) -> tuple[Replacement, ...]:
    """What the finding's edits are in the files; none where one of them cannot be made.

    It cannot where the file has something inside the text, as tags, character references or marks of Markdown, nor
    where the syntax of the file cannot have the text to write.
    """
    found = [_replacement(edit) for edit in finding.edits]
    return tuple(each for each in found if each) if all(found) else ()


def _replacement(edit: Edit) -> Replacement | None:
    document, at = edit.at.document, edit.at
    if at.start == at.end:
        return None
    file = document.file
    start, end = at.in_file
    text = document.syntax.escape(edit.text, file, start)
    alike = file[start:end].split() == at.text.split()
    return Replacement(at, start, end, text) if text and alike else None
