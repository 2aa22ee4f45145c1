"""Batches: pairs of one language pair, neighbours of a document together."""

import random

import numpy as np


def batches(
    pools: dict[tuple[str, str], list[np.ndarray]], size: int, chunk: int, by_pair: bool, seed: int
) -> list[np.ndarray]:
    """Cut one epoch into batches, (n, 2) arrays of text ids, no text twice on a side.

    Rows stay together in runs of `chunk`: sentences of one document are the hardest negatives.
    With `by_pair` all rows of a batch are of one language pair, so that no negative is told apart by
    its language.
    """
    chance = random.Random(seed)
    runs = {}
    for pair, arrays in pools.items():
        runs[pair] = [a[i : i + chunk] for a in arrays for i in range(0, len(a), chunk)]
    groups = list(runs.values()) if by_pair else [[run for rs in runs.values() for run in rs]]
    out = []
    for group in groups:
        chance.shuffle(group)
        rows = np.concatenate(group)
        count = max(1, round(len(rows) / size))
        out += [_distinct(part) for part in np.array_split(rows, count)]
    chance.shuffle(out)
    return out


def _distinct(rows: np.ndarray) -> np.ndarray:
    """Keep the first row of each source and of each target: a repeat would be a false negative."""
    for side in (0, 1):
        _, first = np.unique(rows[:, side], return_index=True)
        rows = rows[np.sort(first)]
    return rows
