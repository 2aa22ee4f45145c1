"""Beads out of order: sentences that the monotone chain left out, or linked worse than they could be."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.anchors import mutual_best
from xlcheck.align.beads import Bead
from xlcheck.align.lattice import Lattice
from xlcheck.align.sides import Side
from xlcheck.align.weights import WEIGHTS, Weights

Ints = NDArray[np.intp]


def crossings(
    chain: Sequence[Bead], source: Side, target: Side, ratio: float, weights: Weights
) -> dict[Bead, tuple[Side, Side]]:
    """The beads of a monotone chain and those out of order, which replace weak ones; with the sentences searched.

    What the strong beads leave is aligned again and again, each time a monotone chain through the rest at a price
    that only good beads are worth, until nothing more is found. A weak bead whose sentences find nothing
    better outside it stands, unless they are no more alike than their rivals (score 0).
    """
    limit = weights.strong
    weak = [bead for bead in chain if 0 < bead.score < limit]
    strong = [bead for bead in chain if bead.score >= limit]
    found: dict[Bead, tuple[Side, Side]] = {}
    for _ in range(WEIGHTS.crossing_rounds):
        rows, columns = _promising(source, target, *_left(source, target, (*strong, *found)))
        if not (len(rows) and len(columns)):
            break
        rest = source.apart(rows), target.apart(columns)
        more = Lattice.of(*rest, weights).best_chain(weights.crossing_price, ratio)
        if not more:
            break
        found |= dict.fromkeys(more, rest)
    stand = [bead for bead in weak if all(_inside(other, bead) for other in found if _touch(other, bead))]
    moved = {bead: rest for bead, rest in found.items() if not any(_touch(bead, other) for other in stand)}
    return {**dict.fromkeys((*strong, *stand), (source, target)), **moved}


def _left(source: Side, target: Side, beads: Sequence[Bead]) -> tuple[Ints, Ints]:
    """The sentences in no bead."""
    rows = [i for bead in beads for i in bead.source]
    columns = [j for bead in beads for j in bead.target]
    return np.setdiff1d(source.places, rows).astype(np.intp), np.setdiff1d(target.places, columns).astype(np.intp)


def _promising(source: Side, target: Side, rows: Ints, columns: Ints) -> tuple[Ints, Ints]:
    """Of many sentences, those that moved at least two together: chance alone finds like sentences among many."""
    if len(rows) * len(columns) <= WEIGHTS.exact_cells:
        return rows, columns
    step = WEIGHTS.crossing_rows
    spans = [(at, min(at + step, len(rows)), 0, len(columns)) for at in range(0, len(rows), step)]
    best = mutual_best(source.vectors[rows], target.vectors[columns], spans)
    place = np.where(best >= 0, columns[best], -1)
    follows = (np.diff(rows) == 1) & (np.diff(place) == 1) & (place[:-1] >= 0)
    moved = np.append(follows, False) | np.append(False, follows)
    return rows[moved], np.sort(place[moved])


def _touch(one: Bead, other: Bead) -> bool:
    return not set(one.source).isdisjoint(other.source) or not set(one.target).isdisjoint(other.target)


def _inside(one: Bead, other: Bead) -> bool:
    return set(one.source) <= set(other.source) and set(one.target) <= set(other.target)
