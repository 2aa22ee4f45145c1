"""Which articles of an event are aligned: all with one another, or of many each with the few that tell most of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from xlcheck.match.exact import Floats, cosines, unit, whole
from xlcheck.match.profile import Vectors
from xlcheck.match.weights import WEIGHTS
from xlcheck.model import Article, primary, same_language

Pair = tuple[int, int]
Steps = NDArray[np.intp]


def partners(
    articles: Sequence[Article],
    vectors: Sequence[Vectors],
    *,
    full: int = WEIGHTS.full,
    nearest: int = WEIGHTS.partners,
) -> list[Pair]:
    """The pairs of one event's articles to align, one < other, in ascending order; `vectors` are of the sentences.

    Of more than `full` articles each is aligned with its `nearest`, those of other languages first, as a translation
    tells more than a copy; with the nearest in the language that it was translated from, where that is known; and along
    a spanning tree of the nearest (Prim 1957), so that what all articles say can be put side by side. The order of the
    articles changes nothing: of articles as near as one another those that follow by path are taken, none by all.
    """
    if len(articles) <= full:
        return [*combinations(range(len(articles)), 2)]
    order = sorted(range(len(articles)), key=lambda at: _key(articles[at]))
    ranked = [articles[at] for at in order]
    near = _Near(whole(unit(np.stack([vectors[at].sum(axis=0) for at in order]))))
    found = {(order[one], order[other]) for one, other in (*_tree(near), *_chosen(ranked, near, nearest))}
    return sorted({(min(pair), max(pair)) for pair in found})


def _key(article: Article) -> tuple[str, str, str]:
    return article.document.id, article.language, article.document.text


@dataclass(frozen=True, slots=True)
class _Near:
    """Articles by their whole vectors, (n, dim)."""

    rows: Floats

    def to(self, at: int) -> Steps:
        """How near all are to one, (n,), in steps; the one itself is not near at all."""
        near = cosines(self.rows[at : at + 1], self.rows)[0] / np.float32(WEIGHTS.cosine_step)
        steps: Steps = np.rint(near).astype(np.intp)
        steps[at] = WEIGHTS.no_cosine
        return steps

    def behind(self, at: int) -> Steps:
        """How far behind one the others follow, (n,), the first behind the last."""
        count = len(self.rows)
        return (np.arange(count) - at) % count


def _tree(near: _Near) -> Iterator[Pair]:
    """The edges of a spanning tree of the nearest; of those as near, from the one that was last joined to it."""
    count = len(near.rows)
    best, home = np.full(count, WEIGHTS.no_cosine), np.zeros(count, dtype=np.intp)
    left = np.ones(count, dtype=np.bool_)
    at = 0
    for _ in range(count - 1):
        left[at] = False
        steps = near.to(at)
        nearer = left & (steps >= best)
        best[nearer], home[nearer] = steps[nearer], at
        at = int(np.argmax(np.where(left, best, WEIGHTS.no_cosine - 1)))
        yield int(home[at]), at


def _chosen(articles: Sequence[Article], near: _Near, count: int) -> Iterator[Pair]:
    """Each article with its nearest, and with the nearest in its original language."""
    languages = np.array([primary(article.language) for article in articles])
    origins = {language: _written_in(language, articles) for language in {article.original for article in articles}}
    for at, article in enumerate(articles):
        steps, behind = near.to(at), near.behind(at)
        turns = _turns(languages, steps, behind) + (languages == languages[at])
        for other in np.lexsort((behind, -steps, turns))[:count]:
            yield at, int(other)
        if len(known := origins[article.original]):
            yield at, int(known[np.lexsort((behind[known], -steps[known]))[0]])


def _turns(languages: NDArray[np.str_], steps: Steps, behind: Steps) -> Steps:
    """How many articles in its own language are nearer than each, (n,): the nearest of every language come first."""
    order = np.lexsort((behind, -steps, languages))
    _, starts, counts = np.unique(languages[order], return_index=True, return_counts=True)
    turns = np.empty(len(order), dtype=np.intp)
    turns[order] = np.arange(len(order)) - np.repeat(starts, counts)
    return turns


def _written_in(language: str | None, articles: Sequence[Article]) -> Steps:
    """The places of the articles in a language."""
    known = language and [at for at, article in enumerate(articles) if same_language(language, article.language)]
    return np.array(known or [], dtype=np.intp)
