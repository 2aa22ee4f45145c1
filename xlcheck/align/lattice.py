"""All beads of two texts of any length with their scores, and the best chain through them, block by block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from xlcheck.align.anchors import Block, blocks
from xlcheck.align.beads import SHAPES, Bead, best_chains
from xlcheck.align.score import bead_scores
from xlcheck.align.sides import Floats, Side
from xlcheck.align.weights import Weights

_MOST_CELLS = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class Lattice:
    """The beads of two texts. Scores are kept for short texts; for long ones they are computed anew at each use.

    `ratio` is the texts' usual log ratio of lengths, source to target. Memory is linear in the texts' length.
    """

    source: Side
    target: Side
    ratio: float
    weights: Weights
    batches: Sequence[Sequence[Block]]
    kept: Floats | None

    @classmethod
    def of(cls, source: Side, target: Side, ratio: float, weights: Weights) -> "Lattice":
        batches = list(_batches(blocks(source.vectors, target.vectors)))
        kept = _scores(batches[0], source, target, ratio, weights) if len(batches) == 1 else None
        return cls(source, target, ratio, weights, batches, kept)

    def best_chain(self, price: float) -> list[Bead]:
        """Beads in both texts' order, with the sentences' places in the texts; `price` as in `best_chains`."""
        found: dict[Block, list[Bead]] = {}
        for batch in self.batches:
            scores = self.kept
            if scores is None:
                scores = _scores(batch, self.source, self.target, self.ratio, self.weights)
            found |= zip(batch, best_chains(scores, list(map(_size, batch)), price), strict=True)
        return [self._placed(bead, block) for block in sorted(found) for bead in found[block]]

    def _placed(self, bead: Bead, block: Block) -> Bead:
        start, _, first, _ = block
        return Bead(
            tuple(int(self.source.places[start + i]) for i in bead.source),
            tuple(int(self.target.places[first + j]) for j in bead.target),
            bead.score,
        )


def _scores(batch: Sequence[Block], source: Side, target: Side, ratio: float, weights: Weights) -> Floats:
    rows, columns = (max(sizes) + 1 for sizes in zip(*map(_size, batch), strict=True))
    scores = np.full((len(batch), rows, len(SHAPES), columns), -np.inf)
    for (start, end, first, last), cells in zip(batch, scores, strict=True):
        block = source.part(start, end), target.part(first, last)
        cells[: end - start + 1, :, : last - first + 1] = bead_scores(*block, ratio, weights)
    return scores


def _size(block: Block) -> tuple[int, int]:
    start, end, first, last = block
    return end - start, last - first


def _batches(found: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks of like size together, few enough to hold their scores in memory."""
    batch: list[Block] = []
    width = 0
    for block in sorted(found, key=lambda block: (_size(block), block)):
        n, m = _size(block)
        width = max(width, m + 1)
        if batch and (len(batch) + 1) * (n + 1) * width > _MOST_CELLS:
            yield batch
            batch, width = [], m + 1
        batch.append(block)
    yield batch
