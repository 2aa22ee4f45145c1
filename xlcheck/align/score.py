"""What a bead scores: likeness of its sides above their neighbours', lengths, shared clues."""

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.beads import MOST, SHAPES
from xlcheck.align.sides import Floats, Side
from xlcheck.align.weights import Weights

_NEXT_BEST = 2
_DECIMALS = 6
_LEAST = 1e-6
_SHORT = 30.0


def bead_scores(source: Side, target: Side, ratio: float, weights: Weights) -> Floats:
    """Scores (n + 1, shapes, m + 1) of all beads, as `best_chains` wants them.

    A bead's vector is the sum of its sentences' vectors, its cosine a box sum of the Gram matrix over the
    product of the norms: a cell costs O(1) from a two-dimensional prefix sum. From the cosine goes part of the
    mean cosine of each side's next best counterparts (the margin of Artetxe & Schwenk 2019, as a difference: the
    ratio of small cosines says little); what both sides mention adds to it. The whole is weighed by the ratio of
    the lengths, `ratio` being the texts' usual log ratio of source to target.

    Rounded, so that the last bits, which depend on the machine's threads, cannot turn a tie.
    """
    n, m = len(source), len(target)
    gram = _gram(source.vectors, target.vectors)
    heavy = _heavy(source), _heavy(target)
    boxes, norms = _prefix(_gram(*heavy)), tuple(map(_norms, heavy))
    shared, shared_norms = _prefix(_gram(source.clues, target.clues)), (_norms(source.clues), _norms(target.clues))
    crowds = _running(_crowd(gram)), _running(_crowd(gram.T))
    letters = _running(source.letters), _running(target.letters)
    scores = np.full((n + 1, len(SHAPES), m + 1), -np.inf)
    for shape, (a, b) in enumerate(SHAPES):
        if a > n or b > m:
            continue
        cosine = _boxes(boxes, a, b) / np.maximum(np.outer(norms[0][a], norms[1][b]), _LEAST)
        alike = _boxes(shared, a, b) / (np.outer(shared_norms[0][a], shared_norms[1][b]) + 1)
        crowd = _windows(crowds[0], a)[:, None] / a + _windows(crowds[1], b) / b
        likeness = cosine + weights.shared * alike - weights.crowding * crowd / 2
        lengths = _log_lengths(letters[0], a, -ratio)[:, None] - _log_lengths(letters[1], b, ratio)
        penalty = np.exp(-weights.length * np.abs(lengths))
        scores[a:, shape, b:] = np.minimum(likeness, likeness * penalty)
    _apart(scores, source, target, weights.support)
    return np.round(scores, _DECIMALS)


def _heavy(side: Side) -> NDArray[np.float32]:
    """Vectors whose sum says what the sentences say together, long ones more than short ones."""
    return (side.vectors * np.sqrt(side.letters)[:, None]).astype(np.float32)


def _log_lengths(letters: Floats, size: int, ratio: float) -> Floats:
    """Logarithms of the lengths of windows, half of the log ratio added; short ones vary more and count less."""
    logs: Floats = np.log(_windows(letters, size) * np.exp(ratio / 2) + _SHORT)
    return logs


def _apart(scores: Floats, source: Side, target: Side, support: float) -> None:
    """Beads of sentences taken out of their texts: none over a gap, and a moved passage is seldom one sentence.

    Each bead gains by the cosine of the sentences before it, or behind it, in the texts.
    """
    if source.neighbours is None or target.neighbours is None:
        return
    before, behind = (_gram(*rows) for rows in zip(source.neighbours, target.neighbours, strict=True))
    for shape, (a, b) in enumerate(SHAPES):
        if a <= len(source) and b <= len(target):
            beads = scores[a:, shape, b:]
            beads += support * np.maximum(before[: len(beads), : beads.shape[1]], behind[a - 1 :, b - 1 :])
            beads[_torn(source.places, a)] = -np.inf
            beads[:, _torn(target.places, b)] = -np.inf


def _gram(one: NDArray[np.float32], other: NDArray[np.float32]) -> Floats:
    gram: Floats = one.astype(np.float64) @ other.astype(np.float64).T
    return gram


def _crowd(gram: Floats) -> Floats:
    """Mean cosine (n,) of each row's next best columns behind the best, those that are missing counted as 0."""
    if gram.shape[1] <= _NEXT_BEST:
        gram = np.concatenate([gram, np.zeros((len(gram), _NEXT_BEST + 1 - gram.shape[1]))], axis=1)
    best = np.partition(gram, -_NEXT_BEST - 1, axis=1)[:, -_NEXT_BEST - 1 :]
    crowd: Floats = (best.sum(axis=1) - best.max(axis=1, initial=-1)) / _NEXT_BEST
    return crowd


def _prefix(gram: Floats) -> Floats:
    sums = np.zeros((gram.shape[0] + 1, gram.shape[1] + 1))
    sums[1:, 1:] = gram.cumsum(axis=0).cumsum(axis=1)
    return sums


def _boxes(sums: Floats, a: int, b: int) -> Floats:
    boxes: Floats = sums[a:, b:] - sums[:-a, b:] - sums[a:, :-b] + sums[:-a, :-b]
    return boxes


def _running(values: Floats) -> Floats:
    return np.concatenate([np.zeros_like(values[:1]), values.cumsum(axis=0)])


def _windows(sums: Floats, size: int) -> Floats:
    windows: Floats = sums[size:] - sums[:-size]
    return windows


def _norms(rows: NDArray[np.float32]) -> dict[int, Floats]:
    """For each size, the norms of the sums of that many neighbouring rows."""
    sums = _running(rows.astype(np.float64))
    return {size: np.linalg.norm(_windows(sums, size), axis=1) for size in range(1, min(MOST - 1, len(rows)) + 1)}


def _torn(places: NDArray[np.intp], size: int) -> NDArray[np.bool_]:
    """Which windows hold sentences that are not neighbours in the text."""
    torn: NDArray[np.bool_] = places[size - 1 :] - places[: len(places) - size + 1] != size - 1
    return torn
