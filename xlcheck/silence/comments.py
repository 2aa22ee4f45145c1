"""Comments in a page: `<!-- xlcheck-ignore XL302, XL110: why until 2030-12-31 -->`.

A comment that stands behind text, on its line, and in its block or at the end of the line, speaks of that block; else
of what follows it, to the end of the block that this begins. In front matter (`# xlcheck-ignore …`) it speaks of the
whole page. In the code of a Markdown file it is not a comment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from xlcheck.model import Document, Span
from xlcheck.model.errors import unknown_rule
from xlcheck.model.suppression import Suppression
from xlcheck.model.syntax import Comments
from xlcheck.silence.paragraphs import Paragraphs

_LINE = re.compile(r"^[ \t]*+#[ \t]*+xlcheck-ignore\b(?P<said>.*)$", re.MULTILINE)
_SAID = re.compile(r"(?P<rules>[\w-]+(?: ?, ?[\w-]+)*) ?: ?(?P<reason>\S.*) until (?P<until>\d{4}-\d{2}-\d{2})")
_LINE_END = re.compile(r"[^\S\n]*+(?:\n|\Z)")


def suppressions(documents: Iterable[Document], names: Mapping[str, str]) -> Iterator[Suppression]:
    """What the comments say of documents whose syntax has comments, one for each rule that they name.

    `names` has the code of every rule by its code and its name, in small letters. What is wrong with a comment is its
    `fault`.
    """
    for document in documents:
        if (syntax := document.syntax.comments) is None:
            continue
        written = document.file
        file = Document(document.id, written)
        blocks = _Blocks(document, syntax)
        for comment in _comments(document, syntax):
            place = Span(file, comment.start(), comment.end())
            said = Suppression(place, "", block=blocks.block(comment.start(), comment.end()))
            yield from told(comment["said"], said, names)
        if front := syntax.front and syntax.front.match(written):
            for line in _LINE.finditer(written, front.start("matter"), front.end("matter")):
                place = Span(file, line.start(), line.end())
                said = Suppression(place, "", block=Span(document, 0, len(document.text)))
                yield from told(line["said"], said, names)


def told(words: str, said: Suppression, names: Mapping[str, str]) -> Iterator[Suppression]:
    """What the words of a comment say, `RULES: why until DAY`, filled into what is known already: one for each rule."""
    found = _SAID.fullmatch(" ".join(words.split()))
    until = _day(found["until"]) if found else None
    if not found or not until:
        yield replace(said, fault="the rule, the reason or the expiry date is missing")
        return
    for name in found["rules"].replace(" ", "").split(","):
        code = names.get(name.lower(), "")
        fault = said.fault or ("" if code else unknown_rule(name, names))
        yield replace(said, rule=code, reason=found["reason"], until=until, fault=fault)


@cache
def _searched(syntax: Comments) -> re.Pattern[str]:
    """Comments, in the group `said`, and code."""
    said = rf"[\s\S]*?)(?:{re.escape(syntax.closing)}|\Z)" if syntax.closing else r"[^\r\n]*)"
    comment = rf"{re.escape(syntax.opening)}\s*+xlcheck-ignore\b(?P<said>{said}"
    return re.compile(f"{syntax.code.pattern}|{comment}" if syntax.code else comment, re.MULTILINE)


def _comments(document: Document, syntax: Comments) -> Iterator[re.Match[str]]:
    """The comments of a page, less those that are shown as code: they are part of its text, or stand in a fence."""
    for found in _searched(syntax).finditer(document.file):
        if found["said"] is not None and _index(document, found.start()) == _index(document, found.end()):
            yield found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class _Blocks:
    """What the comments of a page speak of, asked for in the order of the page."""

    def __init__(self, document: Document, syntax: Comments) -> None:
        self._document, self._written, self._syntax = document, document.file, syntax
        self._paragraphs = Paragraphs(document.text)
        self._passed: dict[re.Pattern[str], tuple[int, int]] = {}

    def block(self, start: int, end: int) -> Span:
        """What a comment that stands from `start` to `end` in the file speaks of."""
        document, paragraphs = self._document, self._paragraphs
        before = paragraphs.written_before(_index(document, start))
        ends_line = _LINE_END.match(self._written, end)
        behind = self._syntax.behind_block if ends_line else self._syntax.behind
        if before and self._only(behind, min(document.offset_in_file(before), start), start):
            return Span(document, paragraphs.start_behind_empty_line(before), paragraphs.end(before))
        begin = paragraphs.written_from(_index(document, end))
        return Span(document, begin, paragraphs.end(begin))

    def _only(self, behind: re.Pattern[str], begin: int, start: int) -> bool:
        """Whether nothing else stands from `begin` to `start`, where a comment stands.

        Many comments may stand behind one text: where the last one was answered for is where the next one goes on.
        """
        known, reached = self._passed.get(behind, (begin, begin))
        found = behind.match(self._written, reached if known == begin else begin, start)
        stop = found.end() if found else begin
        self._passed[behind] = begin, stop
        return stop == start


def _index(document: Document, place: int) -> int:
    """The first code point of the document's text that was written at this place of the file or behind it."""
    return min(bisect_left(document.origin.offsets, place), len(document.text)) if document.origin else place
