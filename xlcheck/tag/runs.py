"""Short texts: character runs of one to five, hashed, each with the log odds it lends to a language.

langdetect's profiles hold runs of three at most and are weak on single words. These weights (multinomial logistic
regression, trained by `lab/train/language.py`) tell the first twelve languages apart from a word or two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from xlcheck.tag.points import BLANK, Integers, Meaning, Points, single_blanks

LANGUAGES = ("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru", "vi", "zh")
PLAIN_VIETNAMESE = "vi-x-plain"
"""Vietnamese typed without diacritics: learned apart, because its syllables look like another language's."""

CLASSES = (*LANGUAGES, PLAIN_VIETNAMESE)
BUCKETS = 1 << 17
LONGEST = 5

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)

Floats = NDArray[np.float32]


def features(texts: Points) -> Iterator[tuple[Integers, Integers]]:
    """Buckets of the runs of each length within words, and the text that each stands in, in reading order."""
    points = _letters()(texts.points)
    kept = single_blanks(points, texts.owner)
    points, owner = points[kept], texts.owner[kept]
    blank = points == BLANK
    hashed = np.zeros(len(points), np.uint64)
    inner = np.ones(len(points), bool)
    for length in range(1, min(LONGEST, len(points)) + 1):
        size = len(points) - length + 1
        last = points[length - 1 :]
        hashed = (hashed[:size] + last.astype(np.uint64) + np.uint64(1)) * _MIX
        hashed ^= hashed >> np.uint64(29)
        inner = inner[:size]
        if length > 2:
            inner = inner & ~blank[length - 2 : length - 2 + size]
        sound = np.flatnonzero(inner & ~(blank[:size] & blank[length - 1 :]))
        yield (hashed[sound] & np.uint64(BUCKETS - 1)).astype(np.int64), owner[sound]


def score(texts: Points) -> Floats:
    """Log odds of each text in each of `LANGUAGES`, shape (texts, languages); zeros for a text without letters."""
    weights, scale = _model()
    total = np.zeros((texts.count, len(CLASSES)), np.float32)
    for codes, owner in features(texts):
        if len(owner):
            starts = np.flatnonzero(np.diff(owner, prepend=-1))
            total[owner[starts]] += np.add.reduceat(weights[codes], starts, axis=0, dtype=np.int32) * scale
    vietnamese = LANGUAGES.index("vi")
    total[:, vietnamese] = np.logaddexp(total[:, vietnamese], total[:, len(LANGUAGES)])
    return total[:, : len(LANGUAGES)]


@cache
def _model() -> tuple[NDArray[np.int8], float]:
    with files("xlcheck.tag").joinpath("data/runs.npz").open("rb") as file, np.load(file) as arrays:
        return arrays["weights"], float(arrays["scale"])


def _letter(point: int) -> int:
    """The letter in lower case, a blank for what is no part of a word."""
    character = chr(point)
    speaks = character.isalpha() or unicodedata.category(character)[0] == "M" or character in "'’"
    return ord(character.lower()[0]) if speaks else BLANK


@cache
def _letters() -> Meaning:
    return Meaning(_letter)
