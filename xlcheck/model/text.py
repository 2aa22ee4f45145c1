"""Sentences and articles: what a document is made of, and what is found in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from xlcheck.model.document import Document, Span
from xlcheck.model.facts import Facts
from xlcheck.model.language import UNDETERMINED, primary, same_language
from xlcheck.model.limits import LIMITS
from xlcheck.model.term import Concept, Term


@dataclass(frozen=True, slots=True)
class Mention:
    """A glossary term as it stands in the text."""

    concept: Concept
    term: Term
    span: Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in one BCP 47 language: neighbouring sentences, or (`partial`) a part of one."""

    language: str
    span: Span
    partial: bool = False

    @property
    def brief(self) -> bool:
        """Whether it is a part of a sentence so short that it may be a name or a dish, left as it is called."""
        return self.partial and len(self.span.text.split()) < LIMITS.brief


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
    facts: Facts = field(default_factory=Facts)
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
