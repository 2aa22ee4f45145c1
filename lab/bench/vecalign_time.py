"""CPU milliseconds that vecalign's algorithm takes for texts of a size, with vectors made up: run by `align.py --peer`.

Needs the package sentalign, which carries vecalign's dynamic programming (Thompson & Koehn 2019), compiled by Cython.
Making the vectors of its concatenated sentences is not counted, only aligning.
"""

import sys
import time

import numpy as np
from sentalign import sentalign

_DIM = 256


class _Vectors:
    """A vector for each sentence, the sum of them for sentences put together; counts the time it takes."""

    def __init__(self) -> None:
        self.rows: dict[str, np.ndarray] = {}
        self.spent = 0.0

    def encode(self, texts: list[str]) -> np.ndarray:
        began = time.process_time()
        rows = np.zeros((len(texts), _DIM), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.split():
                row += self._of(word)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        self.spent += time.process_time() - began
        return rows / np.maximum(norms, 1e-9)

    def _of(self, word: str) -> np.ndarray:
        if word not in self.rows:
            chance = np.random.default_rng(int("0" + "".join(filter(str.isdigit, word))))
            self.rows[word] = chance.normal(size=_DIM).astype(np.float32)
        return self.rows[word]


def main() -> None:
    size = int(sys.argv[1])
    vectors = _Vectors()
    source, target = ([f"{mark}{index}" for index in range(size)] for mark in "st")
    sentalign(source[:20], target[:20], encoder=vectors)
    vectors.spent = 0.0
    began = time.process_time()
    sentalign(source, target, encoder=vectors)
    print(1000 * (time.process_time() - began - vectors.spent))


if __name__ == "__main__":
    main()
