"""A document, places in it, and what is found there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import accumulate, groupby

from xlcheck.model.language import UNDETERMINED, primary, same_language
from xlcheck.model.syntax import PLAIN_TEXT, Syntax
from xlcheck.model.term import Concept, Term
from xlcheck.model.unit import Exactness, Unit

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


@dataclass(frozen=True, slots=True)
class Fact:
    """Something found in a sentence: `kind` says what, `value` is the same in every language.

    Kinds so far: `number` (Decimal; a percentage is its figure), `hint` (Decimal: what may say a number, as both, half
    and dozen), `date` ((year | None, month, day)), `month` ((year | None, month)), `weekday` (0 is Monday), `time`
    ((hour, minute) of 24 hours), `code` (a name with figures, as 5G), `name` (Name), `negation` and `denial` (log
    odds that a translation is negated too, or that a word answers to a negation), and the right form of an
    `unaccented` word or of one with a `lookalike` letter of another script. `units` are what a number may be counted
    in, `exactness` is how it is said.
    """

    kind: str
    value: Hashable
    span: Span
    units: tuple[Unit, ...] = ()
    exactness: Exactness = Exactness.EXACT


@dataclass(frozen=True, slots=True)
class Mention:
    """A glossary term as it stands in the text."""

    concept: Concept
    term: Term
    span: Span


BRIEF = 6
"""Words from which a foreign part of a sentence is no mere name."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in one BCP 47 language: neighbouring sentences, or (`partial`) a part of one."""

    language: str
    span: Span
    partial: bool = False

    @property
    def brief(self) -> bool:
        """Whether it is a part of a sentence so short that it may be a name or a dish, left as it is called."""
        return self.partial and len(self.span.text.split()) < BRIEF


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its BCP 47 language (`und` where too short to tell).

    `paragraph` counts from 0 in the document. `quoted` says that it is someone's words in quotation marks. `foreign`
    are stretches in another language inside it. `facts` and `mentions` (glossary terms) are found once and read by
    alignment, rules and report.
    """

    span: Span
    language: str
    paragraph: int = 0
    quoted: bool = False
    foreign: tuple[Stretch, ...] = ()
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        return self.span.text


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A document with the language that its page is in, and its sentences in reading order.

    `original` is the language that the page was translated from, where that is known.
    """

    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    original: str | None = None

    def foreign(self) -> Iterator[Stretch]:
        """What stands in another language than the page's, in reading order.

        Neighbouring sentences in one language are one stretch, with the undetermined fragments between them; a row
        that the user gave stands alone. Sentences in quotation marks are left out, and stretches inside a sentence
        that a glossary term covers. Nothing for a page whose language is undetermined.
        """
        if primary(self.language) == UNDETERMINED:
            return
        told = [(place, sentence) for place, sentence in enumerate(self.sentences) if sentence.language != UNDETERMINED]
        for _, group in groupby(told, key=self._neighbourhood):
            places = [place for place, _ in group]
            run = self.sentences[places[0] : places[-1] + 1]
            if same_language(run[0].language, self.language):
                yield from (stretch for sentence in run if not sentence.quoted for stretch in self._inside(sentence))
            elif not run[0].quoted:
                span = Span(self.document, run[0].span.start, run[-1].span.end)
                yield Stretch(run[0].language, span)

    def _neighbourhood(self, told: tuple[int, Sentence]) -> tuple[Hashable, ...]:
        place, sentence = told
        return primary(sentence.language), sentence.quoted, place if self.document.rows else None

    def _inside(self, sentence: Sentence) -> Iterator[Stretch]:
        for stretch in sentence.foreign:
            start, end = stretch.span.start, stretch.span.end
            covered = any(m.span.start <= start and end <= m.span.end for m in sentence.mentions)
            if not covered and not same_language(stretch.language, self.language):
                yield stretch


def whole(sentences: Sequence[Sentence]) -> Span:
    """From the first of some neighbouring sentences to the last."""
    first, last = sentences[0].span, sentences[-1].span
    return Span(first.document, first.start, max(first.end, last.end))
