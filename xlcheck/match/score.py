"""How far two articles tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log1p

import numpy as np
from numpy.typing import NDArray

from xlcheck.match.exact import Floats, cosines, whole
from xlcheck.match.measured import Measured
from xlcheck.match.profile import Profile, Rarity, weight
from xlcheck.match.weights import WEIGHTS
from xlcheck.model.language import UNDETERMINED

# Weights of the logistic model in log odds, fitted by lab/bench/match.py on NTREX training documents. These have no two
# reports of one event in one language: that weight is what keeps the seed articles of one paper and one subject apart.

# The part of the room above its neighbours that a translated sentence takes up, and one reworded in its language: in
# news that the encoder has not seen (demetr, mqm_google), medians are .43 to .62 and .83 to .87.


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """What was measured between two articles.

    `coverage`: share of sentences with a counterpart, 0 to 1. `same_language`: share of sentence pairs in one language,
    which look alike without saying the same. `days`: evidence in log odds, 0 where nothing is known. `numbers`: those
    in both, by rarity, on a log scale. `names` (and glossary terms): how far they are the same, -0.5 to 0.5, 0 where
    they are too few.
    """

    coverage: float
    same_language: float
    days: float
    numbers: float
    names: float

    @property
    def parts(self) -> dict[str, float]:
        """What each measure adds to the log odds."""
        return {
            "coverage": WEIGHTS.coverage * self.coverage,
            "same language": WEIGHTS.same_language * self.same_language,
            "days": self.days,
            "numbers": WEIGHTS.numbers * self.numbers,
            "names": WEIGHTS.names * self.names,
            "prior": WEIGHTS.prior,
        }

    @property
    def log_odds(self) -> float:
        """That both cover one happening."""
        return sum(self.parts.values())


def score(one: Profile, other: Profile, rarity: Rarity) -> Score:
    """Compare two articles; symmetric."""
    (found,) = scores([one, other], [(0, 1)], rarity)
    return found


def scores(
    profiles: Sequence[Profile], pairs: Sequence[Pair], rarity: Rarity, measured: Measured | None = None
) -> list[Score]:
    """Compare many pairs of articles, as far as they are not `measured` already."""
    known = measured or Measured()
    new = [pair for pair in pairs if known.get(*_both(profiles, pair)) is None]
    found = dict(zip(new, _compared(profiles, new), strict=True))
    named = {at: weight(profiles[at].names, profiles[at].names, rarity) for at in set(chain.from_iterable(pairs))}
    told = []
    for pair in pairs:
        one, other = _both(profiles, pair)
        sides = found.get(pair) or known.get(one, other) or (0.0, 0.0)
        known.put(one, other, sides)
        told.append(Score(*sides, *_evidence(one, other, rarity, min(named[at] for at in pair))))
    return told


def _both(profiles: Sequence[Profile], pair: Pair) -> tuple[Profile, Profile]:
    return profiles[pair[0]], profiles[pair[1]]


def _compared(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> Iterator[tuple[float, float]]:
    """The coverage and the share of sentence pairs in one language, of those of one shape at a time."""
    coverage, within = np.zeros(len(pairs)), np.zeros(len(pairs))
    for batch in _batches(profiles, pairs):
        one, other = ([profiles[pairs[at][side]] for at in batch] for side in (0, 1))
        ours, theirs = (np.stack([profile.languages for profile in side]) for side in (one, other))
        same = (ours[:, :, None] == theirs[:, None, :]) & (ours != UNDETERMINED)[:, :, None]
        rows, columns = (whole(np.stack([profile.rows for profile in side])) for side in (one, other))
        coverage[batch], within[batch] = _coverage(cosines(rows, columns), same), same.mean(axis=(1, 2))
    return zip(coverage.tolist(), within.tolist(), strict=True)


def _batches(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> Iterator[list[int]]:
    """Places of pairs of the same two lengths; none of pairs with nothing on a side."""
    shapes = defaultdict(list)
    for at, (one, other) in enumerate(pairs):
        shapes[len(profiles[one].rows), len(profiles[other].rows)].append(at)
    for (n, m), places in shapes.items():
        if n and m:
            dim = profiles[pairs[places[0]][0]].rows.shape[1]
            most = max(WEIGHTS.numbers_at_once // (n * m + (n + m) * dim), 1)
            yield from (places[start : start + most] for start in range(0, len(places), most))


def _coverage(matrix: Floats, within: NDArray[np.bool_]) -> Floats:
    """The share of sentences with a counterpart in the other article, for (pairs, n, m) cosines.

    A pair counts if each is the other's best, for as much of the room between its neighbours'
    cosine and 1 as it takes up. The room makes encoders and languages comparable: cosines are
    lower across some language borders than others.
    """
    margin = margins(matrix)
    best = margin.argmax(axis=2)
    back = np.take_along_axis(margin.argmax(axis=1), best, axis=1)
    alike = np.take_along_axis(within, best[:, :, None], axis=2)[:, :, 0]
    share = np.clip(margin.max(axis=2) / np.where(alike, WEIGHTS.full_within, WEIGHTS.full_across), 0, 1)
    share[back != np.arange(margin.shape[1])] = 0
    covered: Floats = share.sum(axis=1) / np.sqrt(margin.shape[1] * margin.shape[2])
    return covered


def margins(matrix: Floats) -> Floats:
    """How far each cosine is above those of its neighbours, in parts of what is left to 1.

    A margin in the sense of Artetxe and Schwenk 2019 (arXiv:1811.01136) within two articles, (..., n, m).
    """
    level: Floats = _neighbours(matrix)[..., :, None] + _neighbours(matrix.swapaxes(-1, -2))[..., None, :]
    level /= 2
    room: Floats = np.maximum(1 - level, np.float32(1e-6))
    margin: Floats = (matrix - level) / room
    return margin


def _neighbours(matrix: Floats) -> Floats:
    """Mean cosine of each row with its nearest columns but the best; in a short article they are few and chance."""
    others = matrix.shape[-1] - 1
    count = min(WEIGHTS.neighbours, others)
    nearest: Floats = np.zeros(matrix.shape[:-1], dtype=np.float32)
    if count:
        best = np.partition(matrix, -count - 1, axis=-1)[..., -count - 1 :]
        nearest = (best.sum(axis=-1) - best.max(axis=-1)) / np.float32(count)
    assumed = WEIGHTS.neighbours * np.float32(WEIGHTS.expected)
    expected: Floats = (others * nearest + assumed) / (others + WEIGHTS.neighbours)
    return expected


def _evidence(one: Profile, other: Profile, rarity: Rarity, least: float) -> tuple[float, float, float]:
    """Days, numbers and names; `least` is what the names of the article say together that has fewer."""
    shared = weight(one.numbers.keys() & other.numbers.keys(), one.numbers, rarity)
    return days(one, other), log1p(shared), _overlap(one, other, rarity, least)


def days(one: Profile, other: Profile) -> float:
    """Evidence of the days in log odds: the same day speaks for one event, days apart against it."""
    if any((day.month, day.day) in b.partial for a, b in ((one, other), (other, one)) for day in a.days):
        return WEIGHTS.same_day
    if not (one.published and other.published):
        return WEIGHTS.same_day if one.days & other.days else 0.0
    gap = min(abs((a - b).days) for a in one.days for b in other.days)
    if one.told and other.told:
        return max(WEIGHTS.same_day + WEIGHTS.per_day * gap, WEIGHTS.other_time)
    # the day of publication is that of the event or the next
    return max(WEIGHTS.same_day / 2 + WEIGHTS.per_day * max(gap - 1, 0), WEIGHTS.other_time)


def _overlap(one: Profile, other: Profile, rarity: Rarity, least: float) -> float:
    """How far the article with fewer names has them in common with the other, from -0.5 to 0.5; 0 if it has too few."""
    if min(len(one.names), len(other.names)) < WEIGHTS.few_names:
        return 0.0
    shared = weight(one.names.keys() & other.names.keys(), one.names, rarity)
    return shared / least - 0.5
