"""Whether a place is in quotation marks, or in an element for a title: words of someone else, or a name of a work."""

from __future__ import annotations

import re

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.document import Span
from xlcheck.model.text import Sentence

_PAIRS = tuple(
    re.compile(rf"{opening}[^{closing}]*[{closing}]")
    for opening, closing in (
        ("“", "”"),
        ("„", "“”"),
        ("«", "»"),
        ("»", "«"),
        ("‹", "›"),
        ("‚", "‘’"),
        (r"(?<!\w)‘", "’"),
        ("「", "」"),
        ("『", "』"),
        ("《", "》"),
        ("〈", "〉"),
        ("”", "”"),
        ('"', '"'),
    )
)
_SINGLE = re.compile(r"(?<!\w)'(?=\w)[^\n]*?(?<=[\w.,!?])'(?!\w)")
_EMPHASIS = re.compile(r"(?<![*\w\\])\*(?![*\s])[^*\n]+\*(?!\*)|(?<![_\w\\])_(?![_\s])[^_\n]+_(?![_\w])")
_ELEMENT = re.compile(r"<(?P<close>/?)(?:cite|q|em|i|blockquote)(?=[\s/>])", re.IGNORECASE)


def is_quoted(at: Span, sentence: Sentence) -> bool:
    """Whether a place is in quotation marks of any kind, opened and closed in its sentence, or set off as a title."""
    first, last = (
        max(sentence.span.start, at.start - THRESHOLDS.quotation_reach),
        min(sentence.span.end, at.end + THRESHOLDS.quotation_reach),
    )
    text, start, end = at.document.text[first:last], at.start - first, at.end - first
    return (
        sentence.quoted or any(_holds(pattern, text, start, end) for pattern in (*_PAIRS, _SINGLE)) or _is_set_off(at)
    )


def _holds(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return any(found.start() < start and end < found.end() for found in pattern.finditer(text))


def _is_set_off(at: Span) -> bool:
    """Whether the file has the place in an element for titles or quotations, or in Markdown's emphasis."""
    if at.start == at.end:
        return False
    file = at.document.file
    start, end = at.in_file
    first = max(0, start - THRESHOLDS.element_reach)
    depth = 0
    for tag in _ELEMENT.finditer(file, first, start):
        depth = max(0, depth - 1) if tag["close"] else depth + 1
    line = max(file.rfind("\n", first, start) + 1, first)
    stop = file.find("\n", end, end + THRESHOLDS.element_reach)
    return depth > 0 or _holds(
        _EMPHASIS, file[line : stop if stop >= 0 else end + THRESHOLDS.element_reach], start - line, end - line
    )
