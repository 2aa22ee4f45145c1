"""Which articles of an event are translations of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from xlcheck.model.document import Document
from xlcheck.model.event import Event
from xlcheck.model.text import Article


@dataclass(frozen=True, slots=True)
class Translations:
    """The articles that were aligned as translations, in pairs of their identities; where each is aligned with a few
    only, also the family of each document.
    """

    pairs: Set[frozenset[int]]
    family: Mapping[Document, int] | None

    @classmethod
    def of(cls, event: Event) -> Translations:
        pairs = frozenset(
            frozenset((id(alignment.source), id(alignment.target)))
            for alignment in event.alignments
            if alignment.translation
        )
        return cls(pairs, families(event) if event.limited else None)

    def hold(self, one: Article, other: Article) -> bool:
        """Whether two articles are translations of one another."""
        if self.family is not None:
            return self.family[one.document] == self.family[other.document]
        return frozenset((id(one), id(other))) in self.pairs


def families(event: Event) -> dict[Document, int]:
    """The number of each document's family: those that are translations of one another, by way of others too."""
    mates: defaultdict[Document, list[Document]] = defaultdict(list)
    for alignment in event.alignments:
        if alignment.translation:
            own, other = alignment.source.document, alignment.target.document
            mates[own].append(other)
            mates[other].append(own)
    family: dict[Document, int] = {}
    for number, article in enumerate(event.articles):
        waiting = [article.document]
        while waiting:
            document = waiting.pop()
            if document not in family:
                family[document] = number
                waiting += mates[document]
    return family
