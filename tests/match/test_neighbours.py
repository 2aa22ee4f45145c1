"""Nearest neighbours by cells against all of them."""

from __future__ import annotations

import numpy as np

from xlcheck.match.exact import cosines, unit, whole
from xlcheck.match.neighbours import nearest


def crowd(count: int, seed: int = 0) -> np.ndarray:
    """Rows around a few hundred topics."""
    chance = np.random.default_rng(seed)
    topics = chance.normal(size=(300, 64))
    rows = topics[chance.integers(300, size=count)] + chance.normal(size=(count, 64))
    return whole(unit(rows.astype(np.float32)))


def test_cells_find_nearly_all() -> None:
    rows, queries = crowd(12_000), np.arange(0, 12_000, 40)
    owners = np.arange(len(rows))
    found = nearest(rows[queries], rows, (queries, owners), 8)
    true = cosines(rows[queries], rows)
    true[np.arange(len(queries)), queries] = -2
    exact = np.argsort(-true, axis=1)[:, :8]
    shared = [len(set(one) & set(other)) / 8 for one, other in zip(found.tolist(), exact.tolist(), strict=True)]
    assert np.mean(shared) > 0.95


def test_few_are_searched_exactly_and_none_is_its_own_neighbour() -> None:
    rows = crowd(200)
    owners = np.arange(200) // 2
    found = nearest(rows, rows, (owners, owners), 5)
    true = cosines(rows, rows)
    true[owners[:, None] == owners[None, :]] = -2
    assert [set(row) for row in found.tolist()] == [set(row) for row in np.argsort(-true, axis=1)[:, :5].tolist()]


def test_fewer_rows_than_asked_for() -> None:
    rows = crowd(3)
    found = nearest(rows, rows, (np.arange(3), np.arange(3)), 8)
    assert [sorted(set(row) - {-1}) for row in found.tolist()] == [[1, 2], [0, 2], [0, 1]]


def test_products_are_the_same_in_any_order() -> None:
    rows = crowd(500)
    order = np.random.default_rng(1).permutation(64)
    assert np.array_equal(cosines(rows, rows), cosines(rows[:, order].copy(), rows[:, order].copy()))
