"""What a bead scores: likeness of its sides above their neighbours', lengths, shared clues."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.beads import SHAPES
from xlcheck.align.sides import Floats, Side
from xlcheck.align.weights import WEIGHTS, Weights

Norms = dict[int, Floats]
"""By size, a figure for each window of that many neighbouring sentences."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What speaks for each bead of two texts, or of parts of them.

    The methods take a bead's shape (a, b) and give figures (n - a + 1, m - b + 1) by the first sentences of its sides.
    """

    weights: Weights
    boxes: Floats
    norms: tuple[Norms, Norms]
    clue_boxes: Floats
    clue_norms: tuple[Norms, Norms]
    crowds: tuple[Floats, Floats]

    @classmethod
    def of(cls, source: Side, target: Side, weights: Weights) -> "Evidence":
        gram = _gram(source.vectors, target.vectors)
        heavy = _heavy(source), _heavy(target)
        return cls(
            weights,
            boxes=_prefix(_gram(*heavy)),
            norms=(_norms(heavy[0]), _norms(heavy[1])),
            clue_boxes=_prefix(_gram(source.clues, target.clues)),
            clue_norms=(_norms(source.clues, source.unshared), _norms(target.clues, target.unshared)),
            crowds=(_running(_crowd(gram)), _running(_crowd(gram.T))),
        )

    def cosine(self, a: int, b: int) -> Floats:
        """A bead's vector is the sum of its sentences': a box sum of the Gram matrix over the product of the norms."""
        return _over_norms(self.boxes, self.norms, a, b, 0.0)

    def clues(self, a: int, b: int) -> Floats:
        """How much of what the sides mention they share, from 0 to 1, nearer to 1 the more there is of it."""
        return _over_norms(self.clue_boxes, self.clue_norms, a, b, 1.0)

    def crowd(self, a: int, b: int) -> Floats:
        """The mean cosine of the next best counterparts of both sides' sentences."""
        crowd: Floats = (_windows(self.crowds[0], a) / (2 * a))[:, None] + _windows(self.crowds[1], b) / (2 * b)
        return crowd

    def likeness(self, a: int, b: int) -> Floats:
        """All of it, before lengths are compared."""
        likeness = self.cosine(a, b)
        likeness -= self.weights.crowding * self.crowd(a, b)
        if self.clue_boxes.any():
            likeness += self.weights.shared * self.clues(a, b)
        return likeness


def bead_likeness(source: Side, target: Side, weights: Weights) -> Floats:
    """The likeness (n + 1, shapes, m + 1) of the sides of all beads, by where they end, -inf where there is none.

    From the cosine goes part of the mean cosine of each side's next best counterparts (the margin of Artetxe & Schwenk
    2019, as a difference: the ratio of small cosines says little); what both sides mention adds to it. A cell costs
    O(1), from two-dimensional prefix sums.
    """
    evidence = Evidence.of(source, target, weights)
    n, m = len(source), len(target)
    likeness = np.full((n + 1, len(SHAPES), m + 1), -np.inf)
    for shape, (a, b) in enumerate(SHAPES):
        if a <= n and b <= m:
            likeness[a:, shape, b:] = evidence.likeness(a, b)
    return likeness


def by_length(likeness: Floats, source: Side, target: Side, ratio: float, weights: Weights) -> Floats:
    """Scores: likeness, weighed by the ratio of the lengths, `ratio` being the texts' usual log ratio, and `support`.

    Rounded, so that the last bits, which depend on the machine's threads, cannot turn a tie.
    """
    scores = length_fit(source, target, ratio, weights)
    scores *= likeness
    np.minimum(scores, likeness, out=scores)
    if source.neighbours and target.neighbours:
        for shape, (a, b) in enumerate(SHAPES):
            if a <= len(source) and b <= len(target):
                scores[a:, shape, b:] += weights.support * support(source, target, a, b)
    return np.round(scores, WEIGHTS.score_decimals, out=scores)


def length_fit(source: Side, target: Side, ratio: float, weights: Weights) -> Floats:
    """The ratio (n + 1, shapes, m + 1) of the lengths of the sides of all beads, the lesser to the greater, 0 to 1."""
    fit: Floats = _lengths(source, -ratio, 0)[:, :, None] / _lengths(target, ratio, 1).T[None]
    np.minimum(fit, 1 / fit, out=fit)
    if weights.length != 1:
        fit **= weights.length
    return fit


def support(source: Side, target: Side, a: int, b: int) -> Floats:
    """For beads of shape (a, b) of sentences taken out of their texts: how alike the sentences around them are.

    The cosine (n - a + 1, m - b + 1) of the sentences before both sides, or of those behind them: a moved passage is
    seldom one sentence. -inf for a bead over a gap; 0 where the texts are whole.
    """
    if not (source.neighbours and target.neighbours):
        return np.zeros((len(source) - a + 1, len(target) - b + 1))
    (before, behind), (first, last) = source.neighbours, target.neighbours
    n, m = len(source) - a + 1, len(target) - b + 1
    alike = np.maximum(_gram(before[:n], first[:m]), _gram(behind[a - 1 :], last[b - 1 :]))
    alike[_torn(source.places, a)] = -np.inf
    alike[:, _torn(target.places, b)] = -np.inf
    return alike


def _lengths(side: Side, ratio: float, which: int) -> Floats:
    """Lengths (n + 1, shapes) of the beads' sides by where they end, freed from half of the usual ratio.

    Short ones vary more and count less.
    """
    sums = _running(side.letters) * np.exp(ratio / 2)
    sizes = np.array([shape[which] for shape in SHAPES])
    starts = np.maximum(np.arange(len(sums))[:, None] - sizes, 0)
    lengths: Floats = sums[:, None] - sums[starts] + WEIGHTS.short
    return lengths


def _heavy(side: Side) -> NDArray[np.float32]:
    """Vectors whose sum says what the sentences say together, long ones more than short ones."""
    return (side.vectors * np.sqrt(side.letters)[:, None]).astype(np.float32)


def _gram(one: NDArray[np.float32], other: NDArray[np.float32]) -> Floats:
    gram: Floats = one.astype(np.float64) @ other.astype(np.float64).T
    return gram


def _crowd(gram: Floats) -> Floats:
    """Mean cosine (n,) of each row's next best columns behind the best, those that are missing counted as 0."""
    if gram.shape[1] <= WEIGHTS.next_best:
        gram = np.concatenate([gram, np.zeros((len(gram), WEIGHTS.next_best + 1 - gram.shape[1]))], axis=1)
    best = np.partition(gram, -WEIGHTS.next_best - 1, axis=1)[:, -WEIGHTS.next_best - 1 :]
    crowd: Floats = (best.sum(axis=1) - best.max(axis=1, initial=-1)) / WEIGHTS.next_best
    return crowd


def _prefix(gram: Floats) -> Floats:
    sums = np.zeros((gram.shape[0] + 1, gram.shape[1] + 1))
    sums[1:, 1:] = gram.cumsum(axis=0).cumsum(axis=1)
    return sums


def _over_norms(sums: Floats, norms: tuple[Norms, Norms], a: int, b: int, more: float) -> Floats:
    """Box sums over the product of the norms, `more` added to it."""
    strip = sums[a:] - sums[:-a]
    boxes: Floats = strip[:, b:] - strip[:, :-b]
    boxes /= np.multiply.outer(norms[0][a], norms[1][b]) + max(more, WEIGHTS.least_norm)
    return boxes


def _running(values: Floats) -> Floats:
    return np.concatenate([np.zeros_like(values[:1]), values.cumsum(axis=0)])


def _windows(sums: Floats, size: int) -> Floats:
    windows: Floats = sums[size:] - sums[:-size]
    return windows


def _norms(rows: NDArray[np.float32], apart: Floats | None = None) -> Norms:
    """For each size, the norms of the sums of that many neighbouring rows; `apart` are squares that each adds."""
    sums = _running(rows.astype(np.float64))
    squares = None if apart is None else _running(apart)
    norms = {}
    for size in range(1, min(WEIGHTS.most_sentences - 1, len(rows)) + 1):
        windows = _windows(sums, size)
        square = np.einsum("ij,ij->i", windows, windows)
        norms[size] = np.sqrt(square if squares is None else square + _windows(squares, size))
    return norms


def _torn(places: NDArray[np.intp], size: int) -> NDArray[np.bool_]:
    """Which windows hold sentences that are not neighbours in the text."""
    torn: NDArray[np.bool_] = places[size - 1 :] - places[: len(places) - size + 1] != size - 1
    return torn
