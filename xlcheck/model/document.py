"""A document as the user wrote it, and places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import accumulate

from xlcheck.model.syntax import PLAIN_TEXT, Syntax

Range = tuple[int, int]
"""Start and end (exclusive) in code points."""


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """The file that a document's text was taken out of, where the text is not the whole file.

    `offsets` has one entry for each code point of the document's text and one more for its end:
    the place in `text`, the file as decoded, where that code point was written.
    """

    text: str
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A text as the user wrote it. Immutable; two documents are equal only if they are one.

    `id` is the path as the user gave it (`-` for standard input). `language` and `date` are what the
    user or the file's metadata declare. `title` and `dateline` are ranges of `text`: a dateline (place,
    date, agency in front of the story) is understood, not checked as prose. `rows` are segment
    boundaries that the user gave (table rows, one sentence a line); empty where we segment. `syntax` is that of the
    file.
    """

    id: str
    text: str = field(repr=False)
    language: str | None = None
    date: date | None = None
    title: Range | None = None
    dateline: Range | None = None
    rows: tuple[Range, ...] = field(default=(), repr=False)
    origin: Origin | None = field(default=None, repr=False)
    syntax: Syntax = field(default=PLAIN_TEXT, repr=False)
    _line_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_line_starts", _line_starts(self.file))

    @property
    def file(self) -> str:
        """The whole file, as decoded."""
        return self.origin.text if self.origin else self.text

    def offset_in_file(self, offset: int) -> int:
        """The offset in the file, in code points, of an offset in `text`."""
        return self.origin.offsets[offset] if self.origin else offset

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, both from 1, columns in code points, of an offset in `text`."""
        place = self.offset_in_file(offset)
        line = bisect_right(self._line_starts, place)
        return line, place - self._line_starts[line - 1] + 1


@lru_cache(maxsize=1)  # the columns of a table come one after the other, and are of one file
def _line_starts(text: str) -> tuple[int, ...]:
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text, `start` to `end` (exclusive), in code points.

    Raises ValueError when the bounds lie outside the text.
    """

    document: Document
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.document.text):
            raise ValueError(f"span {self.start}-{self.end} lies outside {self.document.id}")

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @property
    def in_file(self) -> Range:
        """The range of the file from the first code point to the last one, with all that is written between them."""
        start = self.document.offset_in_file(self.start)
        return start, self.document.offset_in_file(self.end - 1) + 1 if self.text else start

    def overlaps(self, other: Span) -> bool:
        """Whether the two have text in common."""
        return self.document is other.document and self.start < other.end and other.start < self.end
