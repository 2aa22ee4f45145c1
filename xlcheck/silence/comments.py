"""Comments in a page: `<!-- xlcheck-ignore XL302, XL110: why until 2030-12-31 -->`.

A comment that stands behind text, on its line, and in its block or at the end of the line, speaks of that block; else
of what follows it, to the end of the block that this begins. In front matter (`# xlcheck-ignore …`) it speaks of the
whole page. In the code of a Markdown file it is no comment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from xlcheck.model import Document, Span
from xlcheck.model.errors import unknown_rule
from xlcheck.model.suppression import Suppression
from xlcheck.silence.paragraphs import Paragraphs

_COMMENT = re.compile(r"<!--\s*+xlcheck-ignore\b(?P<said>[\s\S]*?)(?:-->|\Z)")
_CODE = (
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?+(?P<fence>`{3,}+(?=[^`\n]*$)|~{3,}+).*\n"
    r"(?:.*\n)*?(?:[ \t>]*+(?P=fence)|.*\Z)"
)
_COMMENT_OR_CODE = re.compile(f"{_CODE}|{_COMMENT.pattern}", re.MULTILINE)
_FRONT = re.compile(
    r"(?:(?P<yaml>---)|\+\+\+)[ \t]*\r?\n(?P<matter>(?:.*\n)*?)(?(yaml)(?:---|\.\.\.)|\+\+\+)[ \t]*\r?$", re.MULTILINE
)
_LINE = re.compile(r"^[ \t]*+#[ \t]*+xlcheck-ignore\b(?P<said>.*)$", re.MULTILINE)
_SAID = re.compile(r"(?P<rules>[\w-]+(?: ?, ?[\w-]+)*) ?: ?(?P<reason>\S.*) until (?P<until>\d{4}-\d{2}-\d{2})")
_BEHIND = re.compile(r"(?:[^\S\n]|</(?:a|b|cite|code|em|i|q|small|span|strong|sub|sup|u)\s*+>)*+", re.IGNORECASE)
_BEHIND_BLOCK = re.compile(r"(?:[^\S\n]|</[a-z][a-z0-9]*\s*+>)*+", re.IGNORECASE)
"""For a comment that ends its line: what stands behind the end of a paragraph is about that paragraph, too."""
_LINE_END = re.compile(r"[^\S\n]*+(?:\n|\Z)")
_BEHIND_IN_MARKDOWN = re.compile(r"[^\n|]*+")
_MARKDOWN = frozenset((".md", ".markdown"))
_MARKED_UP = _MARKDOWN | {".html", ".htm", ".xhtml"}


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
        blocks = _Blocks(document, written)
        for comment in _comments(document, written):
            place = Span(file, comment.start(), comment.end())
            said = Suppression(place, "", block=blocks.block(comment.start(), comment.end()))
            yield from told(comment["said"], said, names)
        if front := _FRONT.match(written):
            for line in _LINE.finditer(written, front.start("matter"), front.end("matter")):
                place = Span(file, line.start(), line.end())
                said = Suppression(place, "", block=Span(document, 0, len(document.text)))
                yield from told(line["said"], said, names)


def told(words: str, said: Suppression, names: Mapping[str, str]) -> Iterator[Suppression]:
    """What the words of a comment say, `RULES: why until DAY`, filled into what is known already: one for each rule."""
    found = _SAID.fullmatch(" ".join(words.split()))
    until = _day(found["until"]) if found else None
    if not found or not until:
        yield replace(said, fault="a rule, a reason or the last day is missing")
        return
    for name in found["rules"].replace(" ", "").split(","):
        code = names.get(name.lower(), "")
        fault = said.fault or ("" if code else unknown_rule(name, names))
        yield replace(said, rule=code, reason=found["reason"], until=until, fault=fault)


def _is_marked_up(document: Document) -> bool:
    if document.id == "-":
        return document.origin is not None and not document.rows
    return _suffix(document) in _MARKED_UP


def _suffix(document: Document) -> str:
    return PurePath(document.id).suffix.lower()


def _comments(document: Document, written: str) -> Iterator[re.Match[str]]:
    """The comments of a page, less those that are shown as code: they are part of its text, or stand in a fence."""
    searched = _COMMENT_OR_CODE if _suffix(document) in _MARKDOWN else _COMMENT
    for found in searched.finditer(written):
        if found["said"] is not None and _index(document, found.start()) == _index(document, found.end()):
            yield found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class _Blocks:
    """What the comments of a page speak of, asked for in the order of the page."""

    def __init__(self, document: Document, written: str) -> None:
        self._document, self._written = document, written
        self._paragraphs = Paragraphs(document.text)
        self._passed: dict[re.Pattern[str], tuple[int, int]] = {}

    def block(self, start: int, end: int) -> Span:
        """What a comment that stands from `start` to `end` in the file speaks of."""
        document, paragraphs = self._document, self._paragraphs
        before = paragraphs.written_before(_index(document, start))
        behind = _BEHIND_BLOCK if _LINE_END.match(self._written, end) else _BEHIND
        if _suffix(document) in _MARKDOWN:
            behind = _BEHIND_IN_MARKDOWN
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
