"""Ranges are joined and asked as every code point by itself would tell."""

from __future__ import annotations

import random
from itertools import pairwise

from xlcheck.model.ranges import joined, meets


def test_as_code_point_by_code_point() -> None:
    chance = random.Random(7)
    for _ in range(500):
        given = [(start, start + chance.randint(1, 6)) for start in chance.choices(range(30), k=chance.randint(0, 6))]
        inside = {place for start, end in given for place in range(start, end)}
        apart = tuple(joined(given))
        assert {place for start, end in apart for place in range(start, end)} == inside
        assert all(one[1] <= other[0] for one, other in pairwise(apart))
        for start in range(36):
            for end in (start + 1, start + 4):
                assert meets(apart, start, end) is (not inside.isdisjoint(range(start, end)))
