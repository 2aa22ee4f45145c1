"""Which sentences of two texts say the same, in close translations and in independent reports alike."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.beads import Bead
from xlcheck.align.confidence import bead_confidence, lone_confidence
from xlcheck.align.crossing import with_crossings
from xlcheck.align.lattice import Lattice
from xlcheck.align.relation import Relation, relation
from xlcheck.align.sides import Side, sides
from xlcheck.align.weights import WEIGHTS, Weights
from xlcheck.model import Pair, Sentence

__all__ = ["WEIGHTS", "Relation", "Weights", "align"]

Rows = NDArray[np.float32]

Row = tuple[tuple[int, ...], tuple[int, ...], float]
"""Places in the source, places in the target, confidence."""

_PASSES = 2


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    source_vectors: Rows,
    target_vectors: Rows,
    weights: Weights = WEIGHTS,
) -> tuple[Pair, ...]:
    """Pair the sentences of two texts; each stands in one pair, alone where nothing answers to it.

    The vectors, (n, dim) and (m, dim) of any one encoder, have unit length, or are zero for an empty sentence.
    Pairs come in the source's order, lone target sentences behind the sentence that they follow. Raises
    ValueError when the shapes don't fit.

    A monotone chain of beads (Gale & Church 1993) over sums of sentence vectors (after Thompson & Koehn 2019) with
    margin scores (Artetxe & Schwenk 2019) tells how many sentences have no counterpart. Further passes, in which
    leaving a sentence out pays accordingly, give the beads in order; what they leave is searched for beads out of
    order.
    """
    if len(source_vectors) != len(source) or len(target_vectors) != len(target):
        raise ValueError("there must be one vector for each sentence")
    if not source or not target:
        return tuple(Pair((s,), (), 1.0) for s in source) + tuple(Pair((), (t,), 1.0) for t in target)
    one, other = sides(source, target, source_vectors, target_vectors, weights)
    beads = _beads(one, other, weights)
    translation = relation(beads, one, other).translation
    return tuple(
        Pair(tuple(source[i] for i in rows), tuple(target[j] for j in columns), score, translation)
        for rows, columns, score in _in_reading_order(beads, one, other)
    )


def _beads(source: Side, target: Side, weights: Weights) -> list[Bead]:
    chain = Lattice.of(source, target, 0.0, weights).best_chain(weights.first_price)
    ratio = _usual_ratio(chain, source, target)
    lattice = Lattice.of(source, target, ratio, weights)
    for _ in range(_PASSES):
        chain = lattice.best_chain(_price(chain, source, target, weights))
    return with_crossings(chain, source, target, ratio, weights)


def _usual_ratio(beads: Sequence[Bead], source: Side, target: Side) -> float:
    """The median log ratio of the lengths of the beads' sides; few beads say little."""
    ratios = [
        np.log(source.letters[list(bead.source)].sum() / target.letters[list(bead.target)].sum()) for bead in beads
    ]
    return float(np.median(ratios)) * len(ratios) / (len(ratios) + 1) if ratios else 0.0


def _price(beads: Sequence[Bead], source: Side, target: Side, weights: Weights) -> float:
    """What leaving a sentence out earns: the more sentences seem to have no counterpart, the more."""
    total = len(source) + len(target)
    left_out = total - sum(bead.size for bead in beads)
    odds = (left_out + 0.001 * total) / (total - left_out + 0.001 * total)
    price = weights.price + weights.price_slope * np.log(odds)
    return float(np.clip(price, weights.price_least, weights.price_most))


def _in_reading_order(beads: Sequence[Bead], source: Side, target: Side) -> list[Row]:
    """All sentences in the source's order, lone target sentences behind the row of the one before them."""
    rows: list[Row] = [(bead.source, bead.target, bead_confidence(bead)) for bead in beads]
    lone = _lone(len(source), [i for bead in beads for i in bead.source])
    scores = lone_confidence(lone, source, target)
    rows += [((i,), (), score) for i, score in zip(lone, scores, strict=True)]
    rows.sort(key=lambda row: row[0])
    follows: dict[int, list[Row]] = {}
    place = {j: index for index, (_, columns, _) in enumerate(rows) for j in columns}
    lone = _lone(len(target), list(place))
    for j, score in zip(lone, lone_confidence(lone, target, source), strict=True):
        place[j] = place[j - 1] if j else -1
        follows.setdefault(place[j], []).append(((), (j,), score))
    ordered = follows.get(-1, [])
    for index, row in enumerate(rows):
        ordered += [row, *follows.get(index, [])]
    return ordered


def _lone(count: int, linked: Sequence[int]) -> list[int]:
    return sorted(set(range(count)) - set(linked))
