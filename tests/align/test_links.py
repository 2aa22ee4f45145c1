"""The chain of beads, and what it shows of the two texts."""

from __future__ import annotations

import numpy as np
import pytest

from xlcheck.align.links import search
from xlcheck.align.sides import Side
from xlcheck.align.weights import WEIGHTS


def side(vectors: np.ndarray, letters: list[float]) -> Side:
    count = len(vectors)
    return Side(
        np.arange(count), vectors, np.array(letters), np.zeros((count, 0), np.float32), np.zeros(count, np.float32)
    )


@pytest.mark.parametrize("times", [1.0, 2.0, 0.5])
def test_the_usual_ratio_of_lengths_is_the_median_drawn_to_none_by_one_bead(times: float) -> None:
    vectors = np.eye(9, dtype=np.float32)
    lengths = [60.0, 80.0, 100.0, 120.0, 90.0, 70.0, 110.0, 85.0, 95.0]
    shorter = [length / times for length in lengths]
    shorter[4] /= 3  # one odd translation changes nothing
    found = search(side(vectors, lengths), side(vectors, shorter), WEIGHTS)
    assert len(found.beads) == 9
    assert found.ratio == pytest.approx(np.log(times) * 9 / 10)
