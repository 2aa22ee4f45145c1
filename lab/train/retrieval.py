"""Retrieval of translations: accuracy by cosine and by margin."""

import itertools
from collections.abc import Callable, Sequence

import numpy as np

NEIGHBOURS = 4


def margin(scores: np.ndarray) -> np.ndarray:
    """Ratio margin of a matrix of cosines (Artetxe and Schwenk 2019, arXiv:1811.01136), k = 4."""
    near = lambda s: np.sort(s, axis=1)[:, -NEIGHBOURS:].mean(axis=1)  # noqa: E731
    return scores / (near(scores)[:, None] + near(scores.T)[None, :])


def accuracy(queries: np.ndarray, candidates: np.ndarray, score: Callable = margin) -> float:
    """Share of queries whose best candidate is the one of the same index."""
    best = score(queries @ candidates.T).argmax(axis=1)
    return float((best == np.arange(len(queries))).mean())


def tables(
    columns: dict[str, np.ndarray], queries: int, score: Callable = margin
) -> dict[tuple[str, str], float]:
    """Accuracy of each pair of languages, both directions averaged; rows after `queries` distract."""
    return {
        (a, b): (
            accuracy(columns[a][:queries], columns[b], score)
            + accuracy(columns[b][:queries], columns[a], score)
        )
        / 2
        for a, b in itertools.combinations(columns, 2)
    }


def mean(table: dict[tuple[str, str], float], pairs: Sequence[tuple[str, str]] | None = None) -> float:
    return float(np.mean([table[p] for p in pairs or table]))
