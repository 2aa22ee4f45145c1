"""The beads of two texts, in order and out of order, and the row of them all in reading order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from xlcheck.align.beads import Bead
from xlcheck.align.confidence import bead_confidence, lone_confidence
from xlcheck.align.crossing import crossings
from xlcheck.align.lattice import Lattice
from xlcheck.align.sides import Side
from xlcheck.align.weights import WEIGHTS, Weights


@dataclass(frozen=True, slots=True)
class Link:
    """A bead by the places (from 0) of its sentences; an empty side: no counterpart. `score` is its confidence."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The beads of two texts, each with the sentences among which it was found: all, or those that others left.

    `ratio` is the texts' usual log ratio of lengths, source to target; `price` is what leaving a sentence out earned.
    """

    beads: Mapping[Bead, tuple[Side, Side]]
    ratio: float
    price: float


def search(source: Side, target: Side, weights: Weights) -> Found:
    """A first chain tells how many sentences have no counterpart; further ones are drawn at that price."""
    lattice = Lattice.of(source, target, weights)
    chain = lattice.best_chain(weights.first_price, 0.0)
    ratio = _usual_ratio(chain, source, target)
    price = weights.first_price
    for _ in range(WEIGHTS.passes):
        before, price = price, _price(chain, source, target, weights)
        if price != before:
            chain = lattice.best_chain(price, ratio)
    return Found(crossings(chain, source, target, ratio, weights), ratio, price)


def _usual_ratio(beads: Sequence[Bead], source: Side, target: Side) -> float:
    """The median log ratio of the lengths of the beads' sides; few beads say little."""
    if not beads:
        return 0.0
    lengths = [
        (
            source.letters[bead.source[0] : bead.source[-1] + 1].sum(),
            target.letters[bead.target[0] : bead.target[-1] + 1].sum(),
        )
        for bead in beads
    ]
    ratios = np.log(np.array(lengths)) @ (1, -1)
    return float(np.median(ratios)) * len(ratios) / (len(ratios) + 1)


def _price(beads: Sequence[Bead], source: Side, target: Side, weights: Weights) -> float:
    """What leaving a sentence out earns: the more sentences seem to have no counterpart, the more."""
    total = len(source) + len(target)
    left_out = total - sum(bead.size for bead in beads)
    odds = (left_out + 0.001 * total) / (total - left_out + 0.001 * total)
    price = weights.price + weights.price_slope * np.log(odds)
    return float(np.clip(price, weights.price_least, weights.price_most))


def in_reading_order(beads: Sequence[Bead], source: Side, target: Side) -> list[Link]:
    """All sentences in the source's order, lone target sentences behind the link of the one before them."""
    links = [Link(bead.source, bead.target, bead_confidence(bead)) for bead in beads]
    lone = _lone(len(source), [i for bead in beads for i in bead.source])
    scores = lone_confidence(lone, source, target)
    links += [Link((i,), (), score) for i, score in zip(lone, scores, strict=True)]
    links.sort(key=lambda link: link.source)
    follows: dict[int, list[Link]] = {}
    place = {j: index for index, link in enumerate(links) for j in link.target}
    lone = _lone(len(target), list(place))
    for j, score in zip(lone, lone_confidence(lone, target, source), strict=True):
        place[j] = place[j - 1] if j else -1
        follows.setdefault(place[j], []).append(Link((), (j,), score))
    ordered = follows.get(-1, [])
    for index, link in enumerate(links):
        ordered += [link, *follows.get(index, [])]
    return ordered


def _lone(count: int, linked: Sequence[int]) -> list[int]:
    return sorted(set(range(count)) - set(linked))
