"""Batches: pairs of one language pair, neighbours of a document together."""

import random

import corpus
import numpy as np

CHUNK = 16
"""Rows that stay together: sentences of one document are the hardest negatives."""


def plan(text: corpus.Corpus, epochs: int, size: int, seed: int) -> list[np.ndarray]:
    """All batches of the training, (n, 2) arrays of text ids; capped data sets are drawn anew each epoch."""
    return [batch for number in range(epochs) for batch in _epoch(text, size, seed + number)]


def _epoch(text: corpus.Corpus, size: int, seed: int) -> list[np.ndarray]:
    """Cut one epoch into batches of one pair of languages each, so that no negative is told by its language."""
    draw, order = random.Random(seed), random.Random(seed)
    batches = []
    for pair in corpus.PAIRS:
        arrays = corpus.epoch(text, pair, draw)
        runs = [rows[i : i + CHUNK] for rows in arrays for i in range(0, len(rows), CHUNK)]
        order.shuffle(runs)
        rows = np.concatenate(runs)
        batches += [_distinct(part) for part in np.array_split(rows, max(1, round(len(rows) / size)))]
    order.shuffle(batches)
    return batches


def _distinct(rows: np.ndarray) -> np.ndarray:
    """Keep the first row of each source and of each target: a repeat would be a false negative."""
    for side in (0, 1):
        _, first = np.unique(rows[:, side], return_index=True)
        rows = rows[np.sort(first)]
    return rows
