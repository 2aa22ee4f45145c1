"""A hash table of arrays."""

from __future__ import annotations

import numpy as np

from xlcheck.tag.places import Places


def test_every_key_is_found_and_no_other() -> None:
    draw = np.random.default_rng(0)
    keys = np.unique(draw.integers(0, 1 << 62, 20_000))
    places = Places.of(keys)
    assert np.array_equal(places.find(keys), np.arange(len(keys)))
    others = np.setdiff1d(draw.integers(0, 1 << 62, 20_000), keys)
    assert (places.find(others) == -1).all()


def test_neighbouring_keys_and_none() -> None:
    keys = np.arange(0, 3_000, 3)
    assert np.array_equal(Places.of(keys).find(np.arange(6)), [0, -1, -1, 1, -1, -1])
    assert len(Places.of(keys).find(np.zeros(0, np.int64))) == 0
