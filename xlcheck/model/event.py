"""One happening: the articles that cover it and which of their sentences say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlcheck.model.document import Span
from xlcheck.model.limits import LIMITS
from xlcheck.model.text import Article, Sentence


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of one side of a pair that the other side does not say; `confidence`, 0 to 1, that it does not."""

    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead: sentences of the source and of the target that say the same, either side 0 to n.

    `score` is measured by the aligner, 0 to 1 (1 for pairs the user gave). `translation` says whether
    the two documents are translations of one another, as the user said or the aligner judged; else
    they are independent reports of one event. Of translations, `omitted` are parts of the source that the target does
    not say, `added` parts of the target that the source does not; `drift` is the confidence, 0 to 1, that the two
    sides as a whole do not say the same.
    """

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    score: float
    translation: bool = False
    omitted: tuple[Gap, ...] = ()
    added: tuple[Gap, ...] = ()
    drift: float = 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was measured of two texts' pairs, each 0 to 1.

    `source` and `target` are the shares of each text, by length, that have a counterpart (coverage); `order` is the
    share of the pairs in the longest chain that is in both texts' order.
    """

    source: float
    target: float
    order: float

    @property
    def translation(self) -> bool:
        """Decided: one text is nearly all in the other, in order. Part of a text may have been translated."""
        return max(self.source, self.target) >= LIMITS.covered and self.order >= LIMITS.in_order


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """Two articles of an event, and their beads in the source's reading order."""

    source: Article
    target: Article
    pairs: tuple[Pair, ...]
    coverage: Coverage | None = None

    @property
    def translation(self) -> bool:
        """Whether one text, or a part of it, is the other's translation."""
        return any(pair.translation for pair in self.pairs)

    @property
    def siblings(self) -> bool:
        """Whether both are translations of a third text."""
        return self.source.original is not None and self.source.original == self.target.original


@dataclass(frozen=True, slots=True)
class Row:
    """What an event's articles say alike: for each article, in the event's order, its sentences, or none.

    No article is a pivot: sentences are in one row because most of the alignments among its articles say so. One that
    says what others say in several sentences stands in several rows. `score` is the mean confidence of the links.
    """

    sentences: tuple[tuple[Sentence, ...], ...]
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One happening in any number of articles and languages; an article on its own is an event too.

    `alignments` hold a pair of articles at most once, `source` before `target` in `articles`: every pair; where the
    user names the source, the source with each of the others; or of many articles each with a few. `rows` hold every
    sentence of the articles side by side with what says the same, in reading order; one that says what others say in
    several stands in several rows.
    """

    articles: tuple[Article, ...]
    alignments: tuple[Alignment, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def pairs(self) -> Iterator[Pair]:
        """The beads of all alignments."""
        return (pair for alignment in self.alignments for pair in alignment.pairs)

    @property
    def sourced(self) -> bool:
        """Whether the others are aligned with the first article alone, the source; of two articles nobody can tell."""
        first = (alignment.source is self.articles[0] for alignment in self.alignments)
        return len(self.articles) > 2 and len(self.alignments) == len(self.articles) - 1 and all(first)

    @property
    def limited(self) -> bool:
        """Whether there are so many articles that each is aligned with a few of them only."""
        return 0 < len(self.alignments) < len(self.articles) * (len(self.articles) - 1) // 2 and not self.sourced
