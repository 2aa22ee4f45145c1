"""A document, places in it, and what is found there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from xlcheck.model.language import UNDETERMINED, primary, same_language

if TYPE_CHECKING:
    from xlcheck.model.term import Mention

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
    boundaries that the user gave (table rows, one sentence a line); empty where we segment.
    """

    id: str
    text: str
    language: str | None = None
    date: date | None = None
    title: Range | None = None
    dateline: Range | None = None
    rows: tuple[Range, ...] = ()
    origin: Origin | None = None
    _line_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lines = self._file.split("\n")
        starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
        object.__setattr__(self, "_line_starts", tuple(starts))

    @property
    def _file(self) -> str:
        return self.origin.text if self.origin else self.text

    def offset_in_file(self, offset: int) -> int:
        """The offset in the file, in code points, of an offset in `text`."""
        return self.origin.offsets[offset] if self.origin else offset

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, both from 1, columns in code points, of an offset in `text`."""
        place = self.offset_in_file(offset)
        line = bisect_right(self._line_starts, place)
        return line, place - self._line_starts[line - 1] + 1


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


@dataclass(frozen=True, slots=True)
class Fact:
    """Something found in a sentence: `kind` says what, `value` is the same in every language.

    Kinds so far: `number` (Decimal), `date` ((year | None, month, day)), `name` (NameForm).
    """

    kind: str
    value: Hashable
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its BCP 47 language (`und` where too short to tell).

    `paragraph` counts from 0 in the document. `foreign` are stretches in another language inside it. `facts` and
    `mentions` (glossary terms) are found once and read by alignment, rules and report.
    """

    span: Span
    language: str
    paragraph: int = 0
    foreign: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        return self.span.text

    @property
    def quoted(self) -> bool:
        """Whether the whole sentence stands in quotation marks: someone's words, kept as they were said."""
        text = self.text.rstrip(".!?…,;: 。！？")
        return len(text) > 2 and text[0] in _OPENING_QUOTES and text[-1] in _CLOSING_QUOTES


_OPENING_QUOTES = frozenset("\"'“‘«‹„‚「『《〈＂")
_CLOSING_QUOTES = frozenset("\"'”’»›“‘」』》〉＂")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring sentences in one language, with the undetermined fragments between them."""

    language: str
    sentences: tuple[Sentence, ...]

    @property
    def span(self) -> Span:
        first, last = self.sentences[0].span, self.sentences[-1].span
        return Span(first.document, first.start, last.end)


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A document with the language that its page is in, and its sentences in reading order.

    `original` is the language that the page was translated from, where that is known.
    """

    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    original: str | None = None

    def foreign_runs(self) -> Iterator[Run]:
        """The runs in another language than the page's, in reading order, sentences in quotation marks left out.

        A row that the user gave is a run of its own. Nothing for a page whose language is undetermined.
        """
        if primary(self.language) == UNDETERMINED:
            return
        spoken = [
            (place, sentence) for place, sentence in enumerate(self.sentences) if sentence.language != UNDETERMINED
        ]
        for _, group in groupby(spoken, key=self._run_key):
            places = [place for place, _ in group]
            run = self.sentences[places[0] : places[-1] + 1]
            if not same_language(run[0].language, self.language) and not run[0].quoted:
                yield Run(run[0].language, run)

    def _run_key(self, spoken: tuple[int, Sentence]) -> tuple[Hashable, ...]:
        place, sentence = spoken
        return sentence.language, sentence.quoted, place if self.document.rows else None
