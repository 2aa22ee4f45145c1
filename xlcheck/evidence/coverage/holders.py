"""How many of an event's articles that are translations of one another say what a sentence says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from xlcheck.evidence.families import families
from xlcheck.model.document import Document
from xlcheck.model.event import Event
from xlcheck.model.text import Article, Sentence

Key = int | tuple[str, int]
"""A sentence by its identity, or all sentences of a row."""


@dataclass(frozen=True, slots=True)
class Held:
    """Of the translations of the article that lacks a sentence, how many have it, of how many that they are with that
    article; of those of the article that has it, how many lack it, of how many that they are with that article.

    Whoever asks for one of `known_by` has the answer for all of `alike`.
    """

    having: int
    of_having: int
    lacking: int
    of_lacking: int
    known_by: tuple[Key, ...]
    alike: tuple[Key, ...]


class Holders(Protocol):
    """Asked for a sentence of one article that is alone where that was aligned with another."""

    def of(self, sentence: Sentence, own: Article, other: Article, /) -> Held: ...


def holders(event: Event) -> Holders:
    """By the alignments; where articles are aligned with few others, by the rows."""
    return _ByRow.of_event(event) if event.limited else _ByAlignment.of_event(event)


_Answers = Mapping[int, tuple[Sentence, ...]]


@dataclass(frozen=True, slots=True)
class _ByAlignment:
    """For two texts that are translations of one another: what in the second answers a sentence of the first (its id).

    All articles were aligned with one another.
    """

    mates: Mapping[Document, Mapping[Document, _Answers]]

    @classmethod
    def of_event(cls, event: Event) -> _ByAlignment:
        found: defaultdict[Document, dict[Document, _Answers]] = defaultdict(dict)
        for alignment in event.alignments:
            if alignment.translation:
                own, other = alignment.source.document, alignment.target.document
                found[own][other] = {id(each): pair.target for pair in alignment.pairs for each in pair.source}
                found[other][own] = {id(each): pair.source for pair in alignment.pairs for each in pair.target}
        return cls(found)

    def of(self, sentence: Sentence, own: Article, other: Article) -> Held:
        answers, kin = self.mates[own.document], self.mates[other.document]
        answering = {document: answer for document, known in answers.items() if (answer := known.get(id(sentence)))}
        return Held(
            having=1 + sum(document in kin for document in answering),
            of_having=len(kin) + 1,
            lacking=len(answers) - len(answering),
            of_lacking=len(answers) + 1,
            known_by=(id(sentence),),
            alike=tuple(id(each) for answer in ((sentence,), *answering.values()) for each in answer),
        )


@dataclass(frozen=True, slots=True)
class _ByRow:
    """The families of articles that are translations of one another, by way of others too: the `family` of each
    document, the `size` of each family; the rows that each sentence (its id) stands in, and how many of a family stand
    in a row.
    """

    family: Mapping[Document, int]
    size: Mapping[int, int]
    rows: Mapping[int, Sequence[int]]
    holding: Mapping[tuple[int, int], int]

    @classmethod
    def of_event(cls, event: Event) -> _ByRow:
        family = families(event)
        rows: defaultdict[int, list[int]] = defaultdict(list)
        holding: Counter[tuple[int, int]] = Counter()
        for number, row in enumerate(event.rows):
            for article, sentences in zip(event.articles, row.sentences, strict=True):
                for sentence in sentences:
                    rows[id(sentence)].append(number)
                holding[number, family[article.document]] += bool(sentences)
        return cls(family, Counter(family.values()), rows, holding)

    def of(self, sentence: Sentence, own: Article, _other: Article) -> Held:
        family = self.family[own.document]
        row = max(self.rows[id(sentence)], key=lambda number: self.holding[number, family])
        having, size = self.holding[row, family], self.size[family]
        return Held(having, size, size - having, size, (id(sentence), ("row", row)), (("row", row),))
