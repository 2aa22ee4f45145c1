"""Which articles cover the same happening, in whatever languages they are written.

Candidates are near as vectors or share rare facts (`candidates`). Two articles are then compared sentence by sentence
(`score`): how much of them has a counterpart in the other, whether they tell of the same days, which rare numbers,
names and terms they share. Each measure depends on the two alone, so another article in the folder changes nothing but
how rare a fact is. Groups are clusters, not chains (`clusters`).
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from xlcheck.match.candidates import Pair, candidates
from xlcheck.match.clusters import Clusters
from xlcheck.match.explain import explain
from xlcheck.match.live import is_live
from xlcheck.match.measured import Measured
from xlcheck.match.partners import partners
from xlcheck.match.profile import Profile, Vectors, rarities
from xlcheck.match.relation import kin, relation
from xlcheck.match.score import Score, score, scores
from xlcheck.match.weights import WEIGHTS
from xlcheck.model import Article

__all__ = [
    "WEIGHTS",
    "Measured",
    "Profile",
    "Score",
    "explain",
    "is_live",
    "kin",
    "match",
    "partners",
    "rarities",
    "relation",
    "score",
    "scores",
]


def match(
    articles: Sequence[Article], vectors: Sequence[Vectors], measured: Measured | None = None
) -> tuple[tuple[int, ...], ...]:
    """Group articles by the happening that they cover; every index is in exactly one group.

    `vectors[i]` are those of `articles[i].sentences`. Groups and their members are in ascending
    order, and the same in whatever order the articles come. `measured` has what was found of pairs the last time, and
    gets what is found now.
    """
    measured = measured or Measured()
    measured.turn()
    order = sorted(range(len(articles)), key=lambda at: _key(articles[at], vectors[at]))
    profiles = [Profile.of(articles[at], vectors[at]) for at in order]
    rarity = rarities(profiles)

    live = [is_live(articles[at]) for at in order]

    def measure(pairs: Sequence[Pair]) -> list[float]:
        """A live page would tie events to one another: it belongs with other live pages only."""
        found = scores(profiles, pairs, rarity, measured)
        return [
            -WEIGHTS.voice if live[one] != live[other] else measured.log_odds
            for (one, other), measured in zip(pairs, found, strict=True)
        ]

    pairs = candidates(profiles)
    groups = Clusters(len(profiles), dict(zip(pairs, measure(pairs), strict=True)), measure).grown()
    return tuple(sorted(tuple(sorted(order[at] for at in group)) for group in groups))


def _key(article: Article, rows: Vectors) -> tuple[bytes, str]:
    """A place among the articles that does not depend on their order, and has nothing to do with what they say."""
    return blake2b(np.ascontiguousarray(rows).tobytes(), digest_size=16).digest(), article.document.id
