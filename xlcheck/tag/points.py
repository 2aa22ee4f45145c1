"""Many texts as one array of code points, and what each code point stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

BLANK = 0x20

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Points:
    """Code points of composed texts, a blank around each, and the text that each belongs to; `count` texts."""

    points: Integers
    owner: Integers
    count: int


def code_points(texts: Sequence[str]) -> Points:
    """The texts in NFC; one written in capitals throughout in lower case, for capitals say nothing there."""
    padded = [f" {unicodedata.normalize('NFC', text.lower() if text.isupper() else text)} " for text in texts]
    joined = np.frombuffer("".join(padded).encode("utf-32-le", "replace"), np.uint32)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    return Points(joined.astype(np.int64), owner, len(texts))


@dataclass(slots=True)
class Meaning:
    """A function of code points, remembered in a table: an array is looked up in one go."""

    of: Callable[[int], int]
    table: NDArray[np.int32] = field(default_factory=lambda: np.full(0x110000, -1, np.int32))

    def __call__(self, points: Integers) -> Integers:
        found = self.table[points]
        if found.size and found.min() < 0:
            for point in np.unique(points[found < 0]).tolist():
                self.table[point] = self.of(point)
            found = self.table[points]
        return found.astype(np.int64)


def single_blanks(points: Integers, owner: Integers) -> Integers:
    """The places left when blanks that follow a blank of the same text are taken out."""
    blank = points == BLANK
    doubled = blank[1:] & blank[:-1] & (owner[1:] == owner[:-1])
    return np.flatnonzero(np.concatenate(([True], ~doubled))) if len(points) else np.zeros(0, np.int64)
