"""Where long texts can be cut: between neighbouring sentences whose counterparts are plain and neighbours too."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.beads import SHAPES, best_chains
from xlcheck.align.order import longest_ascending
from xlcheck.align.weights import WEIGHTS

Rows = NDArray[np.float32]
Ints = NDArray[np.intp]

Block = tuple[int, int, int, int]
"""Source sentences from, to (exclusive), target sentences from, to."""


def blocks(source: Rows, target: Rows) -> list[Block]:
    """Cut two texts, rows (n, dim) and (m, dim), into blocks that are each aligned exactly.

    Up to 90,000 cells the texts stay whole. Longer ones: chunks of about √n / 2 sentences give a coarse path; near
    it, pairs of sentences that are each other's best are anchors; where an anchor follows an anchor on
    both sides, and all such places are in one order, the texts are cut. A block of more than 262,144 cells, where
    nothing in common was found, is cut along the coarse path. Time about n^1.5, memory linear.
    """
    n, m = len(source), len(target)
    if n * m <= WEIGHTS.exact_cells:
        return [(0, n, 0, m)]
    path = _coarse_path(source, target)
    cuts = _spaced(longest_ascending(_anchor_cuts(source, target, path)), n, m)
    edges = [(0, 0), *cuts, (n, m)]
    return [part for (i, j), (end, last) in pairwise(edges) for part in _small((i, end, j, last), path)]


def _chunk(length: int) -> int:
    return max(1, round(math.sqrt(length) / 2))


def _coarse_path(source: Rows, target: Rows) -> Ints:
    """For each source sentence, and the end, about where the target stands: (n + 1,), ascending."""
    sums = []
    for rows in (source, target):
        starts = np.arange(0, len(rows), _chunk(len(rows)))
        totals = np.add.reduceat(rows, starts, axis=0, dtype=np.float64)
        totals -= totals.mean(axis=0)
        sums.append(totals / np.maximum(np.linalg.norm(totals, axis=1, keepdims=True), 1e-9))
    gram = sums[0] @ sums[1].T
    scores = np.full((1, len(gram) + 1, len(SHAPES), len(gram[0]) + 1), -np.inf)
    scores[0, 1:, 0, 1:] = np.round(gram, 6)
    (chain,) = best_chains(scores, [gram.shape], 0.0)
    known = [(0, 0), *((bead.source[0] + 0.5, bead.target[0] + 0.5) for bead in chain), gram.shape]
    rows_known, columns_known = np.array(known).T
    at = np.arange(len(source) + 1) / _chunk(len(source))
    path = np.interp(at, rows_known, columns_known) * _chunk(len(target))
    stands: Ints = np.minimum(path.round().astype(np.intp), len(target))
    return stands


def mutual_best(source: Rows, target: Rows, spans: Iterable[Block]) -> Ints:
    """For each source sentence the target sentence that is its best, and whose best it is, or -1: (n,).

    Looked for within `spans`, which hold every source sentence once. Pairs far below the usual are no pairs.
    """
    counterpart = np.full(len(source), -1, dtype=np.intp)
    likeness = np.full(len(source), -np.inf)
    best_row = np.full(len(target), -1, dtype=np.intp)
    best = np.full(len(target), -np.inf)
    for start, end, low, high in spans:
        gram = np.round(source[start:end] @ target[low:high].T, 4)
        counterpart[start:end] = low + gram.argmax(axis=1)
        likeness[start:end] = gram.max(axis=1)
        row, top = gram.argmax(axis=0), gram.max(axis=0)
        better = top > best[low:high]
        best_row[low:high][better] = start + row[better]
        best[low:high][better] = top[better]
    mutual = best_row[counterpart] == np.arange(len(source))
    if mutual.any():
        mutual &= likeness > WEIGHTS.fair * np.median(likeness[mutual])
    return np.where(mutual, counterpart, -1)


def _anchor_cuts(source: Rows, target: Rows, path: Ints) -> list[tuple[int, int]]:
    """Places (i, j) with an anchor right before and right behind them, by i."""
    anchors = mutual_best(source, target, _corridor(len(source), len(target), path))
    follows = np.flatnonzero((anchors[:-1] >= 0) & (anchors[1:] == anchors[:-1] + 1)) + 1
    return [(int(i), int(anchors[i])) for i in follows]


def _corridor(n: int, m: int, path: Ints) -> Iterator[Block]:
    """Source chunks with the target sentences near the path."""
    step, margin = _chunk(n), WEIGHTS.band * _chunk(m)
    for start in range(0, n, step):
        end = min(start + step, n)
        low = max(0, path[max(0, start - WEIGHTS.band * step)] - margin)
        high = min(m, path[min(n, end + WEIGHTS.band * step)] + margin)
        yield start, end, int(low), int(high)


def _spaced(cuts: Sequence[tuple[int, int]], n: int, m: int) -> list[tuple[int, int]]:
    """Cuts that leave enough sentences between them to weigh a bead against its rivals."""
    kept, last = [], (0, 0)
    for i, j in cuts:
        if min(i - last[0], j - last[1], n - i, m - j) >= WEIGHTS.anchor_distance:
            kept.append((i, j))
            last = i, j
    return kept


def _small(block: Block, path: Ints) -> list[Block]:
    start, end, first, last = block
    if (end - start) * (last - first) <= WEIGHTS.anchor_cells:
        return [block]
    if end - start < 2:
        middle = (first + last) // 2
        return [*_small((start, end, first, middle), path), *_small((end, end, middle, last), path)]
    row = (start + end) // 2
    column = int(np.clip(path[row], first, last))
    return [*_small((start, row, first, column), path), *_small((row, end, column, last), path)]
