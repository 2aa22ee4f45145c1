"""Two sides however long are compared in memory that there is."""

from dataclasses import replace

import numpy as np
import pytest

from xlcheck.align import comparison
from xlcheck.align.comparison import _best


def pieces(count: int, seed: int) -> np.ndarray:
    made = np.random.default_rng(seed).standard_normal((count, 16)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def test_what_is_short_is_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = pieces(30, 1), pieces(40, 2)
    whole = _best(source, target)
    monkeypatch.setattr(comparison, "WEIGHTS", replace(comparison.WEIGHTS, compared_pieces=10))
    parted = _best(source, target)
    assert [len(side) for side in parted] == [30, 40]
    assert not np.array_equal(whole[0], parted[0])


def test_a_long_side_answers_a_long_one_that_is_its_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "WEIGHTS", replace(comparison.WEIGHTS, compared_pieces=50))
    same = pieces(1000, 3)
    one, other = _best(same, same)
    assert one.min() > 0.9
    assert other.min() > 0.9
    for few in (0, 1, 3):
        assert [len(side) for side in _best(same, same[:few])] == [1000, few]
