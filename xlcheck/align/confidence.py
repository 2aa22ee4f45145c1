"""How sure a bead is, or that a sentence has no counterpart: probabilities fitted like the weights."""

from collections.abc import Sequence

import numpy as np

from xlcheck.align.beads import Bead
from xlcheck.align.sides import Side
from xlcheck.align.weights import WEIGHTS

_BEAD = (15.0, 0.05)
_LONE = (16.0, -0.45)


def bead_confidence(bead: Bead) -> float:
    """The probability that the two sides of a bead say the same."""
    return _probability(bead.score, *_BEAD)


def lone_confidence(places: Sequence[int], side: Side, other: Side) -> list[float]:
    """The probability, for sentences of `side` that are in no bead, that nothing in `other` says what they say."""
    rows = side.vectors[list(places)]
    step = WEIGHTS.confidence_rows
    likest = [(rows[at : at + step] @ other.vectors.T).max(axis=1) for at in range(0, len(rows), step)]
    return [_probability(-float(best), *_LONE) for part in likest for best in part]


def _probability(value: float, slope: float, even: float) -> float:
    """A logistic curve that is one half at `even`; rounded, lest the machine's threads show."""
    return round(float(1 / (1 + np.exp(-slope * (value - even)))), WEIGHTS.confidence_decimals)
