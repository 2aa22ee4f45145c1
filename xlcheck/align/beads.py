"""Beads, and the best monotone chain of them: dynamic programming over a pair of texts (Gale & Church 1993)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.weights import WEIGHTS

SHAPES = tuple((n, m) for n in range(1, WEIGHTS.most_sentences) for m in range(1, WEIGHTS.most_sentences + 1 - n))
"""Sizes (n, m) of the beads with both sides, 28 of them."""

_SKIP_SOURCE, _SKIP_TARGET = len(SHAPES), len(SHAPES) + 1
_STEPS = (*SHAPES, (1, 0), (0, 1))

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bead:
    """Indices of the source's and the target's sentences that say the same, ascending, neither side empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float

    @property
    def size(self) -> int:
        return len(self.source) + len(self.target)


def best_chains(scores: Floats, sizes: Sequence[tuple[int, int]], price: float) -> list[list[Bead]]:
    """The best monotone chain of beads for each of several pairs of texts.

    `scores` (pairs, n + 1, shapes, m + 1) hold at [p, i, k, j] the score of the bead of shape k that ends before
    source sentence i and target sentence j, -inf where there is none; pair p takes the first rows and columns
    that `sizes[p]`, its (n, m), asks for. A chain's value is the sum of its beads' scores and `price` for each
    sentence left out. Time O(n·m), one row of all pairs at a time.
    """
    pairs, rows, _, columns = scores.shape
    edge = WEIGHTS.most_sentences - 1
    width = columns + edge
    values = np.full((pairs, rows + edge, width), -np.inf)
    steps = np.full((pairs, rows, columns), _SKIP_TARGET, dtype=np.int8)
    left_out = price * np.arange(columns)
    values[:, edge, edge:] = left_out
    back = np.array([n * width + m for n, m in SHAPES])
    reach = edge + np.arange(columns) - back[:, None]
    reach = reach + (np.arange(pairs) * values[0].size)[:, None, None]
    flat = values.reshape(-1)
    for i in range(1, rows):
        linked = flat[reach + (edge + i) * width]
        linked += scores[:, i]
        step, best = linked.argmax(axis=1), linked.max(axis=1)
        skipped = values[:, edge + i - 1, edge:] + price
        step[skipped >= best] = _SKIP_SOURCE
        best = np.maximum(best, skipped) - left_out
        run = np.maximum.accumulate(best, axis=1)
        step[run > best] = _SKIP_TARGET
        steps[:, i] = step
        values[:, edge + i, edge:] = run + left_out
    return [_trace(steps[p], scores[p], *size) for p, size in enumerate(sizes)]


def _trace(steps: NDArray[np.int8], scores: Floats, i: int, j: int) -> list[Bead]:
    """The beads of the chain that ends before source sentence i and target sentence j."""
    chain = []
    while i or j:
        step = steps[i, j] if j else _SKIP_SOURCE
        n, m = _STEPS[step]
        if step < len(SHAPES):
            chain.append(Bead(tuple(range(i - n, i)), tuple(range(j - m, j)), float(scores[i, step, j])))
        i, j = i - n, j - m
    return chain[::-1]
