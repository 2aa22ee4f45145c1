"""How far the likeness of each word piece to its translation stands above chance: the table beside the encoder.

    python lab/train/reliability.py --shared ../shared

For every piece of sampled pairs of `parallel/` its best cosine to a run of one to three pieces of the translation, and
to one of an unrelated sentence in the same language. The table holds the difference of the two means, each
drawn to the mean of all pieces by eight pseudo-counts (the one among translations to a fifth less, so that rare pieces
count for little), in units of `USUAL`, as whole numbers of which 64 are 1.
"""

import argparse
import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from xlcheck.embed.static import StaticEncoder

Floats = NDArray[np.float32]

SAMPLE = 1500
"""Pairs of each language pair."""
LEAST = 4
"""Pieces that a text must have."""
LONGEST = 3
USUAL = 0.3
PSEUDO = 8
CAUTION = 0.8
ONE = 64


class Counts:
    """Sums of likeness by piece: among translations, and among unrelated sentences."""

    def __init__(self, pieces: int) -> None:
        self.sums, self.numbers = np.zeros(pieces), np.zeros(pieces)

    def add(self, ids: list[int], likeness: Floats) -> None:
        np.add.at(self.sums, ids, likeness)
        np.add.at(self.numbers, ids, 1)

    def means(self, caution: float = 1.0) -> NDArray[np.float64]:
        overall = caution * self.sums.sum() / self.numbers.sum()
        return (self.sums + PSEUDO * overall) / (self.numbers + PSEUDO)


def sample(folder: Path, draw: random.Random) -> Iterator[list[tuple[str, str]]]:
    """Pairs of each language pair, in an order that makes neighbours unrelated."""
    for path in sorted(folder.glob("??-??.tsv.gz")):
        lines = gzip.decompress(path.read_bytes()).decode().split("\n")[1:-1]
        chosen = draw.sample(lines, min(SAMPLE, len(lines)))
        yield [(source, target) for source, target, *_ in (line.split("\t") for line in chosen)]


def likeness(vectors: Floats, others: Floats) -> Floats:
    """The best cosine (n,) of each row to a run of the others."""
    sums = np.vstack([np.zeros((1, others.shape[1]), dtype=np.float32), np.cumsum(others, axis=0)])
    runs = np.vstack([sums[size:] - sums[:-size] for size in range(1, LONGEST + 1)])
    best: Floats = (unit(vectors) @ unit(runs).T).max(axis=1)
    return best


def unit(rows: Floats) -> Floats:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=Path("xlcheck/embed/static/reliability.safetensors"))
    chosen = arguments.parse_args()
    encoder = StaticEncoder.open()
    related, unrelated = Counts(len(encoder.rows)), Counts(len(encoder.rows))
    for pairs in sample(chosen.shared / "parallel", random.Random(5)):
        before: tuple[Floats, ...] = ()
        for pair in pairs:
            ids = encoder.unigram.ids([encoder.view(text) for text in pair])
            if min(map(len, ids)) < LEAST:
                continue
            vectors = tuple(np.multiply(encoder.rows[i], encoder.scales[i], dtype=np.float32) for i in ids)
            for side in (0, 1):
                related.add(ids[side], likeness(vectors[side], vectors[1 - side]))
                if before:
                    unrelated.add(ids[side], likeness(vectors[side], before[1 - side]))
            before = vectors
    above = (related.means(CAUTION) - unrelated.means()) / USUAL
    save_file({"reliability": np.clip(np.rint(above * ONE), 0, 127).astype(np.int8)}, chosen.out)
    print(f"{np.count_nonzero(related.numbers)} of {len(above)} pieces seen; mean {above.mean():.3f}")


if __name__ == "__main__":
    main()
