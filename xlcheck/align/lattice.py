"""All beads of two texts of any length with their scores, and the best chain through them, block by block."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from xlcheck.align.anchors import Block, blocks
from xlcheck.align.beads import SHAPES, Bead, best_chains
from xlcheck.align.score import bead_likeness, by_length
from xlcheck.align.sides import Floats, Side
from xlcheck.align.weights import WEIGHTS, Weights


@dataclass(frozen=True, slots=True, eq=False)
class Lattice:
    """The beads of two texts. Their likeness is kept (up to 235 MB); for very long texts it is computed at each use.

    Memory is linear in the texts' length.
    """

    source: Side
    target: Side
    weights: Weights
    batches: Sequence[Sequence[Block]]
    kept: Mapping[Block, Floats] | None

    @classmethod
    def of(cls, source: Side, target: Side, weights: Weights) -> "Lattice":
        batches = list(_batches(blocks(source.vectors, target.vectors)))
        kept = None
        if sum((n + 1) * (m + 1) for batch in batches for n, m in map(_size, batch)) <= WEIGHTS.kept_cells:
            kept = {
                block: bead_likeness(*parts(source, target, block), weights) for batch in batches for block in batch
            }
        return cls(source, target, weights, batches, kept)

    def best_chain(self, price: float, ratio: float) -> list[Bead]:
        """Beads in both texts' order, with the sentences' places in the texts.

        `price` as in `best_chains`; `ratio` is the texts' usual log ratio of lengths, source to target.
        """
        found: dict[Block, list[Bead]] = {}
        for batch in self.batches:
            found |= zip(batch, best_chains(self._scores(batch, ratio), list(map(_size, batch)), price), strict=True)
        rows, columns = self.source.places.tolist(), self.target.places.tolist()
        return [
            Bead(
                tuple(rows[block[0] + i] for i in bead.source),
                tuple(columns[block[2] + j] for j in bead.target),
                bead.score,
            )
            for block in sorted(found)
            for bead in found[block]
        ]

    def _scores(self, batch: Sequence[Block], ratio: float) -> Floats:
        rows, columns = (max(sizes) + 1 for sizes in zip(*map(_size, batch), strict=True))
        scores = np.full((len(batch), rows, len(SHAPES), columns), -np.inf)
        for index, block in enumerate(batch):
            sides = parts(self.source, self.target, block)
            likeness = self.kept[block] if self.kept else bead_likeness(*sides, self.weights)
            n, m = _size(block)
            scores[index, : n + 1, :, : m + 1] = by_length(likeness, *sides, ratio, self.weights)
        return scores


def parts(source: Side, target: Side, block: Block) -> tuple[Side, Side]:
    """The sentences of a block."""
    start, end, first, last = block
    return source.part(start, end), target.part(first, last)


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
        if batch and (len(batch) + 1) * (n + 1) * width > WEIGHTS.lattice_cells:
            yield batch
            batch, width = [], m + 1
        batch.append(block)
    yield batch
