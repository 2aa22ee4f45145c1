"""Cosines that are the same to the last bit whatever the number of threads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from xlcheck.match.weights import WEIGHTS

Floats = NDArray[np.float32]


def whole(rows: Floats) -> Floats:
    """Rows of unit length in whole steps: their products are exact, in whatever order they are summed."""
    steps: Floats = np.rint(rows * np.float32(WEIGHTS.steps))
    return steps


def cosines(one: Floats, other: Floats) -> Floats:
    """Of whole rows, (..., n, dim) and (..., m, dim): (..., n, m)."""
    products: Floats = one @ other.swapaxes(-1, -2)
    products /= np.float32(WEIGHTS.steps**2)
    return products


def unit(rows: Floats) -> Floats:
    """Rows brought to unit length; zeros stay."""
    lengths = np.sqrt(np.square(rows).sum(axis=-1, keepdims=True))
    scaled: Floats = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return scaled
