"""One happening: the articles that cover it and which of their sentences say the same."""

from __future__ import annotations

from dataclasses import dataclass

from xlcheck.model.text import Article, Sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead: sentences of the source and of the target that say the same, either side 0 to n.

    `score` is measured by the aligner, 0 to 1 (1 for pairs the user gave). `translation` says whether
    the two documents are translations of one another, as the user said or the aligner judged; else
    they are independent reports of one event.
    """

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    score: float
    translation: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """Two articles of an event, and their beads in the source's reading order."""

    source: Article
    target: Article
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One happening in any number of articles and languages; an article on its own is an event too.

    `alignments` hold a pair of articles at most once, `source` before `target` in `articles`: every pair, or, where
    the user names the source, the source with each of the others.
    """

    articles: tuple[Article, ...]
    alignments: tuple[Alignment, ...] = ()
