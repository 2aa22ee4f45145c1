"""What in a file is taken letter by letter: labels of links, tags, roles, formulas, imports, untranslated parts.

A label that is written otherwise in one place breaks the link, although it is read as prose.
"""

from __future__ import annotations

import re
from functools import lru_cache

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.document import Document, Range, Span
from xlcheck.model.ranges import meets
from xlcheck.model.syntax import VOID_ELEMENTS

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_AROUND = re.compile(
    r"\[[^\[\]]{1,300}\](?!\()"  # [label], [label]: and [text][label] of Markdown, [[page]] of a wiki
    r"|[@\\][A-Za-z]\w{0,40}\*?[({][^(){}\n]{1,120}[)}]"  # @ref(label), \ref{label}
    r"|\\\(.{1,600}?\\\)|\\\[.{1,600}?\\\]|\$\$.{1,600}?\$\$"  # formulas of TeX
    r"|(?<![\w$\\])\$(?![\s$])[^$\n]{1,300}?(?<![\s\\])\$(?![\w$])"
    r"|(?<!\w):[^\W\d_][\w +.-]{0,60}:(?!\w)|%[^\W\d_][\w .-]{0,60}%",  # :role:, %variable%
    re.DOTALL,
)
_LINES = re.compile(
    r"^[ \t]*(?:import\s[^;\n]{1,300}?\sfrom\s*[\"'].*|import\s*[\"'].*|export\s+(?:default|const|let|var|function"
    r"|class|async|enum|type|interface|[*{]).*)"  # modules in MDX
    r"|^[ \t>]*(?:!!!|\?\?\?\+?|:{3,})[ \t]*[\w-]+(?:[ \t]+[\w-]+(?=[ \t]*(?:$|[\"'\[{])))*"  # kinds of boxes
    r"|^[ \t]*\.\.[ \t]+[^\n]{1,80}?::",  # directives of reStructuredText
    re.MULTILINE,
)
_IN_FRONT = re.compile(r"[@#]\Z")
_BEHIND = re.compile(r"\(\d\w{0,3}\)|\[")
"""What makes a name of a manual's page, or of a list, of the word before it: printf(3), items[0]."""
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*)(?P<rest>[^<>]*)>")
_UNTRANSLATED = re.compile(
    r"\btranslate\s*=\s*[\"']?no\b|\bclass\s*=\s*(?:\"[^\"]*\bnotranslate\b|'[^']*\bnotranslate\b|notranslate\b)",
    re.IGNORECASE,
)


def is_handle(at: Span) -> bool:
    """Whether a place is part of what programs look up, or what the file says is not to be translated."""
    if at.start == at.end:
        return False
    file = at.document.file
    start, end = at.in_file
    if _IN_FRONT.search(file, max(0, start - 1), start) or _BEHIND.match(file, end):
        return True
    first, last = _window(file, start, end)
    return (
        any(found.start() < end and start < found.end() for found in _AROUND.finditer(file, first, last))
        or any(found.start() < end and start < found.end() for found in _LINES.finditer(file, first, last))
        or meets(_untranslated(at.document), start, end)
    )


def _window(file: str, start: int, end: int) -> Range:
    """The paragraph that a place is in, from a line's beginning on, where that is near."""
    first, last = max(0, start - THRESHOLDS.mark_reach), min(len(file), end + THRESHOLDS.mark_reach)
    if first:
        first = file.find("\n", first, start) + 1 or first
    breaks = [found.end() for found in _PARAGRAPH.finditer(file, first, start)]
    close = _PARAGRAPH.search(file, end, last)
    return (breaks[-1] if breaks else first), (close.start() if close else last)


@lru_cache(maxsize=64)
def _untranslated(document: Document) -> tuple[Range, ...]:
    """Elements that say that they stay as they are (HTML's `translate`, and the class that is older), apart."""
    text = document.file
    if not _UNTRANSLATED.search(text):
        return ()
    found, name, opened, depth = [], "", 0, 0
    for tag in _TAG.finditer(text):
        own = tag["name"].lower()
        if tag["rest"].endswith("/") or own in VOID_ELEMENTS:
            continue
        if not depth:
            if not tag["close"] and _UNTRANSLATED.search(tag["rest"]):
                name, opened, depth = own, tag.start(), 1
        elif own == name:
            depth += -1 if tag["close"] else 1
            if not depth:
                found.append((opened, tag.end()))
    return (*found, *(((opened, len(text)),) if depth else ()))
