"""What all alignments of an event say of two sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlcheck.model import Alignment, Document, Row, Sentence

Group = tuple[tuple[Sentence, ...], tuple[Sentence, ...]]
"""Sentences of the source and of the target."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """Sentences by identity: the rows (of `table`) that each stands in, and what it is linked to in each document.

    `columns` are the documents' places in a row.
    """

    rows: Mapping[int, set[int]]
    table: Sequence[Row]
    columns: Mapping[int, int]
    links: Mapping[int, Mapping[int, set[int]]]

    @classmethod
    def of(cls, alignments: Sequence[Alignment], rows: Sequence[Row]) -> "Consensus":
        home: defaultdict[int, set[int]] = defaultdict(set)
        columns: dict[int, int] = {}
        for at, row in enumerate(rows):
            for column, sentences in enumerate(row.sentences):
                for sentence in sentences:
                    home[id(sentence)].add(at)
                    columns[id(sentence.span.document)] = column
        links: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for pair in (pair for alignment in alignments for pair in alignment.pairs):
            for side, other in ((pair.source, pair.target), (pair.target, pair.source)):
                for sentence in side:
                    for mate in other:
                        links[id(sentence)][id(mate.span.document)].add(id(mate))
        return cls(home, rows, columns, links)

    def shared(self, one: Sentence, other: Sentence) -> set[int]:
        """The rows that both stand in."""
        return self.rows[id(one)] & self.rows[id(other)]

    def mates(self, sentence: Sentence, document: Document) -> Iterator[Sentence]:
        """The sentences of another document that stand in a row with this."""
        for row in sorted(self.rows[id(sentence)]):
            yield from self.table[row].sentences[self.columns[id(document)]]

    def votes(self, one: Sentence, other: Sentence) -> float:
        """How many more of the third articles link both to one sentence than to different ones, or only one of them.

        Silence counts half.
        """
        ours, theirs = self.links.get(id(one), {}), self.links.get(id(other), {})
        between = {id(one.span.document), id(other.span.document)}
        votes = 0.0
        for document in (ours.keys() | theirs.keys()) - between:
            mine, others = ours.get(document, set()), theirs.get(document, set())
            votes += (1 if mine & others else -1) if mine and others else -0.5
        return votes

    def grouped(self, source: Sequence[Sentence], target: Sequence[Sentence], linked: bool) -> Iterator[Group]:
        """Sentences of two articles, together where a chain of ties leads from one side's to the other's and back.

        A common row ties two sentences; those that are linked (`linked`) also, unless the votes are against it.
        """
        groups: list[tuple[set[int], set[int]]] = []
        for i, j in self._ties(source, target, linked):
            touching = [group for group in groups if i in group[0] or j in group[1]]
            groups = [group for group in groups if group not in touching]
            groups.append(({i}.union(*(g[0] for g in touching)), {j}.union(*(g[1] for g in touching))))
        for some, others in groups:
            yield tuple(source[i] for i in sorted(some)), tuple(target[j] for j in sorted(others))
        tied = [{at for group in groups for at in group[side]} for side in (0, 1)]
        yield from (((sentence,), ()) for i, sentence in enumerate(source) if i not in tied[0])
        yield from (((), (sentence,)) for j, sentence in enumerate(target) if j not in tied[1])

    def _ties(self, source: Sequence[Sentence], target: Sequence[Sentence], linked: bool) -> Iterator[tuple[int, int]]:
        """Which of the source's sentences are tied to which of the target's."""
        by_row: defaultdict[int, list[int]] = defaultdict(list)
        for j, sentence in enumerate(target):
            for row in self.rows[id(sentence)]:
                by_row[row].append(j)
        for i, sentence in enumerate(source):
            tied = {j for row in self.rows[id(sentence)] for j in by_row.get(row, ())}
            if linked:
                tied |= {j for j, other in enumerate(target) if self.votes(sentence, other) >= 0}
            yield from ((i, j) for j in sorted(tied))
