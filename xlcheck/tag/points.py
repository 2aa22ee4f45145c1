"""Many texts as one array of code points, and what each code point stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

BLANK = ord(" ")

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Points:
    """Code points of texts, one after another, a blank around each; a text begins at each of `starts`."""

    points: Integers
    starts: Integers

    @property
    def lengths(self) -> Integers:
        """Code points of each text, its two blanks included."""
        return np.diff(self.starts, append=len(self.points))

    def some(self, texts: Integers) -> Points:
        """Some of the texts, by their places."""
        lengths = self.lengths[texts]
        starts = np.cumsum(lengths) - lengths
        inside = np.arange(lengths.sum()) + np.repeat(self.starts[texts] - starts, lengths)
        return Points(self.points[inside], starts)


def code_points(texts: Sequence[str]) -> Points:
    """The texts in NFC."""
    padded = [f" {unicodedata.normalize('NFC', text)} " for text in texts]
    joined = np.frombuffer("".join(padded).encode("utf-32-le", "replace"), np.uint32)
    ends = np.cumsum(np.fromiter(map(len, padded), np.int64, len(padded)))
    return Points(joined.astype(np.int64), np.concatenate(([0], ends))[: len(padded)])


@dataclass(slots=True)
class Meaning:
    """A function of code points with values above 0, remembered in a table: an array is looked up in one go."""

    of: Callable[[int], int]
    table: Integers = field(default_factory=lambda: np.zeros(0x110000, np.int64))

    def __call__(self, points: Integers) -> Integers:
        found = self.table.take(points)
        if found.size and not found.min():
            for point in set(points[found == 0].tolist()):
                self.table[point] = self.of(point)
            found = self.table.take(points)
        return found
