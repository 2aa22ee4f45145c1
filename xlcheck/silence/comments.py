"""Comments in a page: `<!-- xlcheck-ignore XL302, XL110: why until 2030-12-31 -->`.

A comment that stands behind text, on its line and in its block, speaks of that block; else of what follows it, to the
end of the block that this begins. In front matter (`# xlcheck-ignore …`) it speaks of the whole page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePath

from xlcheck.model import Document, Span
from xlcheck.model.errors import unknown_rule
from xlcheck.model.suppression import Suppression

_COMMENT = re.compile(r"<!--\s*+xlcheck-ignore\b(?P<said>.*?)(?:-->|\Z)", re.DOTALL)
_FRONT = re.compile(r"\A(?P<fence>\+\+\+|---)[ \t]*\n(?P<matter>.*?)^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^[ \t]*+#[ \t]*+xlcheck-ignore\b(?P<said>.*)$", re.MULTILINE)
_SAID = re.compile(r"(?P<rules>[\w-]+(?: ?, ?[\w-]+)*) ?: ?(?P<reason>\S.*) until (?P<until>\d{4}-\d{2}-\d{2})")
_BEHIND = re.compile(r"(?:[^\S\n]|</(?:a|b|cite|code|em|i|q|small|span|strong|sub|sup|u)\s*+>)*+", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*+\n|\Z")
_MARKED_UP = frozenset((".html", ".htm", ".xhtml", ".md", ".markdown"))


def suppressions(documents: Iterable[Document], names: Mapping[str, str]) -> Iterator[Suppression]:
    """What the comments of pages (HTML, Markdown) say, one for each rule that they name.

    `names` has the code of every rule by its code and its name, in small letters. What is wrong with a comment is its
    `fault`.
    """
    for document in documents:
        if not _is_marked_up(document):
            continue
        written = document.origin.text if document.origin else document.text
        file = Document(document.id, written)
        for comment in _COMMENT.finditer(written):
            block = _block(document, written, comment.start(), comment.end())
            yield from _said(Span(file, comment.start(), comment.end()), comment["said"], block, names)
        if front := _FRONT.match(written):
            for line in _LINE.finditer(written, front.start("matter"), front.end("matter")):
                place = Span(file, line.start(), line.end())
                yield from _said(place, line["said"], Span(document, 0, len(document.text)), names)


def _is_marked_up(document: Document) -> bool:
    if document.id == "-":
        return document.origin is not None and not document.rows
    return PurePath(document.id).suffix.lower() in _MARKED_UP


def _said(at: Span, text: str, block: Span, names: Mapping[str, str]) -> Iterator[Suppression]:
    said = _SAID.fullmatch(" ".join(text.split()))
    until = _day(said["until"]) if said else None
    if not said or not until:
        yield Suppression(at, "", block=block, fault="a rule, a reason or the last day is missing")
        return
    for name in said["rules"].replace(" ", "").split(","):
        code = names.get(name.lower(), "")
        fault = "" if code else unknown_rule(name, names)
        yield Suppression(at, code, said["reason"], until, block=block, fault=fault)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _block(document: Document, written: str, start: int, end: int) -> Span:
    """What a comment that stands from `start` to `end` in the file speaks of."""
    text = document.text
    follows = _index(document, end)
    before = len(text[: _index(document, start)].rstrip())
    if before and _BEHIND.fullmatch(written, min(document.offset_in_file(before), start), start):
        gap = text.rfind("\n\n", 0, before)
        return Span(document, gap + 2 if gap >= 0 else 0, _end(text, before))
    begin = follows + len(text[follows:]) - len(text[follows:].lstrip())
    return Span(document, begin, _end(text, begin))


def _index(document: Document, place: int) -> int:
    """The first code point of the document's text that was written at this place of the file or behind it."""
    return min(bisect_left(document.origin.offsets, place), len(document.text)) if document.origin else place


def _end(text: str, begin: int) -> int:
    found = _PARAGRAPH_END.search(text, begin)
    return found.start() if found else len(text)
