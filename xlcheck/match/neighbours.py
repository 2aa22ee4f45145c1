"""Nearest neighbours among vectors: exact among few, by cells among many.

The cells are those of spherical k-means (Dhillon and Modha 2001), searched as an inverted file (Sivic and Zisserman
2003): a query looks into the cells nearest to it, and time grows with n to the power of 1.5. Arithmetic is exact and
its order fixed: no seed, and the same result whatever the number of threads.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from xlcheck.match.exact import Floats, cosines, unit, whole
from xlcheck.match.weights import WEIGHTS

Places = NDArray[np.intp]

_NONE = np.float32(-2.0)  # below any cosine


def nearest(queries: Floats, rows: Floats, owners: tuple[Places, Places], count: int) -> Places:
    """Places of the `count` nearest rows of each query, (queries, count), -1 where there are fewer.

    `queries` and `rows` are whole (`exact.whole`). `owners` of queries and rows: a query's own rows are no neighbours.
    """
    best = _Best(len(queries), count)
    for asked, among in _blocks(queries, rows):
        found = cosines(queries[asked], rows[among])
        found[owners[0][asked][:, None] == owners[1][among][None, :]] = _NONE
        best.add(asked, among, found)
    return best.places


class _Best:
    """The best rows of each query so far."""

    def __init__(self, queries: int, count: int) -> None:
        self.places = np.full((queries, count), -1, dtype=np.intp)
        self._scores = np.full((queries, count), _NONE, dtype=np.float32)

    def add(self, asked: Places, among: Places, found: Floats) -> None:
        count = self.places.shape[1]
        if found.shape[1] > count:
            top = np.argpartition(found, -count, axis=1)[:, -count:]
            found, places = np.take_along_axis(found, top, axis=1), among[top]
        else:
            places = np.broadcast_to(among, found.shape)
        scores = np.concatenate([self._scores[asked], found], axis=1)
        places = np.where(scores > _NONE, np.concatenate([self.places[asked], places], axis=1), -1)
        top = np.argpartition(scores, -count, axis=1)[:, -count:]
        self._scores[asked] = np.take_along_axis(scores, top, axis=1)
        self.places[asked] = np.take_along_axis(places, top, axis=1)


def _blocks(queries: Floats, rows: Floats) -> Iterator[tuple[Places, Places]]:
    """Which queries to compare with which rows."""
    if len(rows) <= WEIGHTS.exact_rows:
        yield from _sliced(np.arange(len(queries)), np.arange(len(rows)))
        return
    centres = _centres(rows)
    home = _closest(rows, centres, 1)[:, 0]
    probes = _closest(queries, centres, WEIGHTS.probes)
    askers = np.repeat(np.arange(len(queries)), probes.shape[1])
    by_cell, by_home = np.argsort(probes.ravel(), kind="stable"), np.argsort(home, kind="stable")
    asked = np.split(askers[by_cell], np.searchsorted(probes.ravel()[by_cell], np.arange(1, len(centres))))
    among = np.split(by_home, np.searchsorted(home[by_home], np.arange(1, len(centres))))
    for some, cell in zip(asked, among, strict=True):
        if len(some) and len(cell):
            yield from _sliced(some, cell)


def _sliced(asked: Places, among: Places) -> Iterator[tuple[Places, Places]]:
    step = max(WEIGHTS.cosines_at_once // max(len(among), 1), 1)
    for start in range(0, len(asked), step):
        yield asked[start : start + step], among


def _centres(rows: Floats) -> Floats:
    """About 2 sqrt(n) directions, (cells, dim), whole, fitted on the first rows."""
    count = int(2 * np.sqrt(len(rows)))
    sample = rows[: count * WEIGHTS.cell_sample]
    centres = sample[:count]
    for _ in range(WEIGHTS.rounds):
        home = _closest(sample, centres, 1)[:, 0]
        order = np.argsort(home, kind="stable")
        filled, starts = np.unique(home[order], return_index=True)
        centres = centres.copy()
        centres[filled] = whole(unit(np.add.reduceat(sample[order], starts, axis=0)))
    return centres


def _closest(rows: Floats, centres: Floats, count: int) -> Places:
    """The `count` nearest centres of each row, (rows, count)."""
    step, found = max(WEIGHTS.cosines_at_once // len(centres), 1), np.empty((len(rows), count), dtype=np.intp)
    for start in range(0, len(rows), step):
        near = cosines(rows[start : start + step], centres)
        found[start : start + step] = np.argpartition(near, -count, axis=1)[:, -count:]
    return found
