"""The parts of a text that its vector is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Parts of a text in reading order, each with its own vector.

    `ranges` (n, 2) are code points of the text as it was given, without space at the edges; `vectors` (n, dim) are not
    of unit length: their sum points as the text's vector does, and the longer one is, the more it matters there.
    `reliability` (n,) says how far the likeness of a piece to its translation stands above chance; 1 is usual.
    """

    ranges: NDArray[np.intp]
    vectors: NDArray[np.float32]
    reliability: NDArray[np.float32]


def equally_reliable(ranges: Sequence[tuple[int, int]], vectors: NDArray[np.float32]) -> Pieces:
    """Pieces of which nothing is known but where they are and what they mean."""
    return Pieces(
        np.array(ranges, dtype=np.intp).reshape(-1, 2),
        np.asarray(vectors, dtype=np.float32),
        np.ones(len(ranges), dtype=np.float32),
    )
