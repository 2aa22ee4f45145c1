"""Rows over all languages: the alignments of an event's articles brought to agree, without a pivot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import product
from math import fsum

from xlcheck.align.weights import WEIGHTS
from xlcheck.model import Alignment, Article, Row

Node = tuple[int, int]
"""A sentence: the rank of its article by document id, its place in it."""

Group = dict[int, list[int]]
"""Sentences that say the same: places by article."""

_Step = tuple[bool, float, Node, Node]
"""Two groups to join, by their first sentences: whether they have an article in common, how little they are one."""


@dataclass(frozen=True, slots=True)
class _Votes:
    """What the alignments say of sentences: `linked` to one another, or `settled` otherwise, with their confidence.

    `aligned` are the articles that each was aligned with. Sums are exact, in whatever order articles are asked.
    """

    linked: dict[Node, dict[Node, float]] = field(default_factory=lambda: defaultdict(dict))
    settled: dict[tuple[Node, int], float] = field(default_factory=dict)
    aligned: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, one: int, other: int, beads: Iterable[tuple[Sequence[int], Sequence[int], float]]) -> None:
        self.aligned[one].add(other)
        self.aligned[other].add(one)
        for source, target, score in beads:
            for i, j in product(source, target):
                self.linked[one, i][other, j] = self.linked[other, j][one, i] = score
            surely = score if source and target else WEIGHTS.alone * score
            self.settled.update({((one, i), other): surely for i in source})
            self.settled.update({((other, j), one): surely for j in target})

    def between(self, group: Group, other: Group) -> float:
        """-1 to 1: how surely two groups are one, by a vote of each two of their articles that were aligned.

        Two articles that link a sentence of the one group to one of the other vote for it, the rest against it.
        """
        few, many = sorted((group, other), key=len)
        votes = []
        for a in few:
            for b in self._asked(a, many):
                said = max(self.linked[a, i].get((b, j), 0.0) for i, j in product(few[a], many[b]))
                votes.append(said or -self._against(a, few[a], b, many[b]))
        return round(fsum(votes) / len(votes), WEIGHTS.row_decimals) if votes else 0.0

    def _asked(self, article: int, group: Group) -> Iterator[int]:
        """The articles of a group that one was aligned with."""
        aligned = self.aligned[article]
        if len(group) < len(aligned):
            return (other for other in group if other in aligned)
        return (other for other in aligned if other in group)

    def _against(self, a: int, places: Sequence[int], b: int, others: Sequence[int]) -> float:
        return max(
            *(self.settled.get(((a, i), b), 0.0) for i in places), *(self.settled.get(((b, j), a), 0.0) for j in others)
        )

    def backing(self, node: Node, group: Group) -> float:
        """-1 to 1: how surely a sentence says what a group says, whatever else it says."""
        votes = []
        for article in self._asked(node[0], group):
            said = max(self.linked[node].get((article, at), 0.0) for at in group[article])
            votes.append(said or -max(self.settled.get(((article, at), node[0]), 0.0) for at in group[article]))
        return fsum(votes) / len(votes) if votes else 0.0

    def within(self, group: Group) -> float:
        """The mean confidence of the links between each two articles of a group; 0 where there are none."""
        pairs = [(a, b) for a in group for b in self._asked(a, group) if a < b]
        said = [max(self.linked[a, i].get((b, j), 0.0) for i, j in product(group[a], group[b])) for a, b in pairs]
        return round(fsum(said) / len(said), 4) if said else 0.0


def rows(articles: Sequence[Article], alignments: Sequence[Alignment]) -> tuple[Row, ...]:
    """What the articles of an event say alike, as their alignments say by majority, without a pivot.

    The surest links are followed first. Sentences join a row where the alignments between it and them that say so
    outweigh those that say otherwise, so that a chain of links a-b, b-c either ties a to c or is cut where it is
    weakest (average-linkage clustering; rows grow like the columns of sequence annealing, Schwartz & Pachter
    2007, but may cross). Each sentence has a row; one that says what others say in several stands in each of
    these. Rows come in the order of the first article that has them; the order of `articles` changes nothing else.
    """
    ranks = _ranks(articles)
    votes = _votes(ranks, alignments)
    nodes = [(ranks[id(article)], at) for article in articles for at in range(len(article.sentences))]
    groups = _with_wide(_clustered(nodes, votes), votes)
    made = [(_in_articles(group, articles, ranks), votes.within(group)) for group in groups]
    made.sort(key=lambda row: _reading_place(row[0]))
    return tuple(
        Row(
            tuple(tuple(article.sentences[at] for at in places) for article, places in zip(articles, row, strict=True)),
            score,
        )
        for row, score in made
    )


def _ranks(articles: Sequence[Article]) -> dict[int, int]:
    ordered = sorted(articles, key=lambda article: (article.document.id, article.language, article.document.text))
    return {id(article): rank for rank, article in enumerate(ordered)}


def _votes(ranks: Mapping[int, int], alignments: Sequence[Alignment]) -> _Votes:
    votes = _Votes()
    for alignment in alignments:
        places = [
            {id(sentence): at for at, sentence in enumerate(article.sentences)}
            for article in (alignment.source, alignment.target)
        ]
        beads = (
            ([places[0][id(s)] for s in pair.source], [places[1][id(t)] for t in pair.target], pair.score)
            for pair in alignment.pairs
        )
        votes.add(ranks[id(alignment.source)], ranks[id(alignment.target)], beads)
    return votes


def _clustered(nodes: Iterable[Node], votes: _Votes) -> list[Group]:
    """Join the two groups that are one most surely, again and again, until none are.

    Groups of different articles come before those that would give one article more sentences in a row. What a group
    gains can only tell against those that it is not linked to: their steps are weighed again when they come up.
    """
    groups: dict[Node, Group] = {node: {node[0]: [node[1]]} for node in nodes}
    near = {node: set(votes.linked[node]) for node in groups}

    def step(one: Node, other: Node) -> _Step:
        first, second = sorted((one, other))
        twice = not groups[one].keys().isdisjoint(groups[other])
        return twice, -votes.between(groups[one], groups[other]), first, second

    queue = [step(one, other) for one in sorted(groups) for other in near[one] if one < other]
    heapify(queue)
    while queue:
        was = heappop(queue)
        _, negative, one, other = was
        if negative >= 0 or one not in groups or other not in groups:
            continue
        if was != (now := step(one, other)):
            heappush(queue, now)
            continue
        _add(groups[one], groups.pop(other))
        near[one].discard(other)
        gained = near.pop(other) - {one}
        near[one] |= gained
        for third in gained:
            near[third].discard(other)
            near[third].add(one)
            heappush(queue, step(one, third))
    return list(groups.values())


def _add(group: Group, other: Group) -> None:
    for article, places in other.items():
        group.setdefault(article, []).extend(places)
        group[article].sort()


def _with_wide(groups: Sequence[Group], votes: _Votes) -> list[Group]:
    """The groups, each with the sentences that say what others say in this one and in their own.

    An article must link such a sentence to sentences of both, and most articles to those of this one.
    """
    home = {(article, at): row for row, group in enumerate(groups) for article in group for at in group[article]}
    wide = [{article: list(places) for article, places in group.items()} for group in groups]
    for node, row in home.items():
        article, at = node
        linked: defaultdict[int, set[int]] = defaultdict(set)
        for other in votes.linked[node]:
            linked[home[other]].add(other[0])
        for near in sorted(linked.keys() - {row}):
            if linked[row] & linked[near] and votes.backing(node, groups[near]) > 0:
                wide[near][article] = sorted({*wide[near].get(article, ()), at})
    return wide


def _in_articles(group: Group, articles: Sequence[Article], ranks: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(group.get(ranks[id(article)], ())) for article in articles)


def _reading_place(row: Sequence[Sequence[int]]) -> tuple[int, int]:
    return next((column, places[0]) for column, places in enumerate(row) if places)
