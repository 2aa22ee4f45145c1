"""Retrieval of translations: accuracy by cosine and by margin."""

import itertools
from collections.abc import Callable

import numpy as np

NEIGHBOURS = 4


def cosine(scores: np.ndarray) -> np.ndarray:
    return scores


def margin(scores: np.ndarray) -> np.ndarray:
    """Ratio margin of a matrix of cosines (Artetxe and Schwenk 2019, arXiv:1811.01136), k = 4."""

    def near(rows: np.ndarray) -> np.ndarray:
        return np.partition(rows, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS:].mean(axis=1)

    return scores / (near(scores)[:, None] + near(scores.T)[None, :])


def table(
    columns: dict[str, np.ndarray],
    queries: int,
    score: Callable[[np.ndarray], np.ndarray] = margin,
) -> dict[tuple[str, str], float]:
    """Accuracy of every pair of languages, both directions averaged.

    `columns` holds (n, dim) rows of unit length, aligned by index; the first `queries` rows are
    looked for among all n, the others only distract.
    """
    right = np.arange(queries)
    found = {}
    for a, b in itertools.combinations(columns, 2):
        scores = score(columns[a] @ columns[b].T)
        forth = scores[:queries].argmax(axis=1) == right
        back = scores[:, :queries].argmax(axis=0) == right
        found[a, b] = float((forth.mean() + back.mean()) / 2)
    return found


def summary(found: dict[tuple[str, str], float]) -> str:
    worst = min(found, key=found.__getitem__)
    shown = [p for p in found if set(p) <= {"en", "vi", "es", "zh"}] + [worst]
    pairs = ", ".join(f"{'-'.join(p)} {found[p]:.3f}" for p in shown)
    return f"mean of {len(found)} pairs {np.mean(list(found.values())):.4f}; {pairs} (worst)"
