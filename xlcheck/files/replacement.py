"""What the edits of a finding replace in the files that the documents were read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import PurePath

from xlcheck.model.document import Document, Span
from xlcheck.model.edit import Edit
from xlcheck.model.finding import Finding

_PAGES = (".html", ".htm", ".xhtml")
_MARKS = re.compile(r"""[\\`*_\[\](){}<>&#|~"':\n]""")
"""What may mean something in Markdown, and in the front matter above it."""
_ENDS = re.compile(r"[\t\r\n]")


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
    where the text to write would not be read back as it is.
    """
    found = [_replacement(edit) for edit in finding.edits]
    return tuple(each for each in found if each) if all(found) else ()


def is_page(path: str) -> bool:
    """Whether a file is HTML, by its name."""
    return PurePath(path).suffix.lower() in _PAGES


def _replacement(edit: Edit) -> Replacement | None:
    document, at = edit.at.document, edit.at
    if at.start == at.end:
        return None
    start, end = document.offset_in_file(at.start), document.offset_in_file(at.end - 1) + 1
    file = document.origin.text if document.origin else document.text
    text = _encoded(edit.text, document, file, start)
    alike = file[start:end].split() == at.text.split()
    return Replacement(at, start, end, text) if text and alike else None


def _encoded(text: str, document: Document, file: str, start: int) -> str:
    """A text as the file has to have it; nothing where that is not known."""
    if document.origin is None:
        return text
    if document.rows:
        return "" if _ENDS.search(text) else text
    if is_page(document.id):
        in_tag = file.rfind("<", 0, start) > file.rfind(">", 0, start)
        return escape(text, quote=in_tag)
    return "" if _MARKS.search(text) else text
