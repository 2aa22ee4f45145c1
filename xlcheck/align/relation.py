"""Translation or independent report: how much of two texts answers to each other, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlcheck.align.beads import Bead
from xlcheck.align.order import longest_ascending
from xlcheck.align.sides import Side

_COVERED = 0.9
_IN_ORDER = 0.8


@dataclass(frozen=True, slots=True)
class Relation:
    """What was measured of an alignment, each 0 to 1.

    `source` and `target` are the shares of each text, by length, that stand in a bead; `order` is the share of the
    beads in the longest chain that is in both texts' order.
    """

    source: float
    target: float
    order: float

    @property
    def translation(self) -> bool:
        """Decided: one text is nearly all in the other, in order. Part of a text may have been translated."""
        return max(self.source, self.target) >= _COVERED and self.order >= _IN_ORDER


def relation(beads: Sequence[Bead], source: Side, target: Side) -> Relation:
    """Measure the beads of two whole texts, neither empty."""
    places = sorted((bead.source[0], bead.target[0]) for bead in beads)
    return Relation(
        source=float(source.letters[[i for bead in beads for i in bead.source]].sum() / source.letters.sum()),
        target=float(target.letters[[j for bead in beads for j in bead.target]].sum() / target.letters.sum()),
        order=len(longest_ascending(places)) / len(places) if places else 0.0,
    )
