"""Where in a sorted array a key stands: a hash table of arrays, many keys looked up at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlcheck.tag.weights import WEIGHTS

Integers = NDArray[np.int64]

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)


@dataclass(frozen=True, slots=True)
class Places:
    """Open addressing with linear probing (Knuth, The Art of Computer Programming, vol. 3, 6.4).

    `slots[h]` is the place of a key that hashes to `h`, or to a slot before it in an unbroken row; -1 where empty.
    """

    keys: Integers
    slots: Integers
    shift: np.uint64

    @classmethod
    def of(cls, keys: Integers) -> Places:
        """A table of distinct keys."""
        bits = (len(keys) * WEIGHTS.slots).bit_length()
        table = cls(keys, np.full(1 << bits, -1), np.uint64(64 - bits))
        waiting = np.arange(len(keys))
        wanted = table._first(keys)
        while len(waiting):
            free = np.flatnonzero(table.slots[wanted] < 0)
            table.slots[wanted[free]] = waiting[free]
            left = np.flatnonzero(table.slots[wanted] != waiting)
            waiting, wanted = waiting[left], table._next(wanted[left])
        return table

    def find(self, keys: Integers) -> Integers:
        """The place of each key, -1 for one that is not there."""
        slots = self._first(keys)
        found = self.slots.take(slots)
        open_ = np.flatnonzero((found >= 0) & (self.keys.take(found) != keys))
        while len(open_):
            slots[open_] = self._next(slots[open_])
            found[open_] = self.slots.take(slots[open_])
            open_ = open_[(found[open_] >= 0) & (self.keys.take(found[open_]) != keys[open_])]
        return found

    def _first(self, keys: Integers) -> Integers:
        return (keys.astype(np.uint64) * _MIX >> self.shift).astype(np.int64)

    def _next(self, slots: Integers) -> Integers:
        return slots + 1 & len(self.slots) - 1
