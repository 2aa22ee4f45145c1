"""Short texts: character runs of one to five, hashed, each with the log odds it lends to a language.

langdetect's profiles hold runs of three at most and are weak on single words. These weights (multinomial logistic
regression, trained by `lab/train/language.py`) tell the first twelve languages apart from a word or two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

LANGUAGES = ("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru", "vi", "zh")
PLAIN_VIETNAMESE = "vi-x-plain"
"""Vietnamese typed without diacritics: learned apart, because its syllables look like another language's."""

CLASSES = (*LANGUAGES, PLAIN_VIETNAMESE)
BUCKETS = 1 << 17
LONGEST = 5

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)
_BLANK = 0x20

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


def features(texts: Sequence[str]) -> tuple[Integers, Integers]:
    """Buckets of all runs within words, and the text that each stands in, ordered by text."""
    points, owner = _letters(texts)
    blank = points == _BLANK
    codes, owners = [], []
    hashed = np.zeros(len(points), np.uint64)
    inner = np.ones(len(points), bool)
    for length in range(1, LONGEST + 1):
        size = len(points) - length + 1
        if size <= 0:
            break
        last = points[length - 1 :]
        hashed = (hashed[:size] + last.astype(np.uint64) + np.uint64(1)) * _MIX
        hashed ^= hashed >> np.uint64(29)
        inner = inner[:size] & (~blank[length - 2 : length - 2 + size] if length > 2 else True)
        sound = inner & ~(blank[:size] & blank[length - 1 :])
        codes.append((hashed[sound] % np.uint64(BUCKETS)).astype(np.int64))
        owners.append(owner[:size][sound])
    joined = np.concatenate(owners)
    order = np.argsort(joined, kind="stable")
    return np.concatenate(codes)[order], joined[order]


def score(texts: Sequence[str]) -> Floats:
    """Log odds of each text in each of `LANGUAGES`, shape (texts, languages); zeros for a text without letters."""
    weights, scale = _model()
    total = np.zeros((len(texts), len(CLASSES)), np.float32)
    codes, owner = features(texts)
    if len(owner):
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        total[owner[starts]] = np.add.reduceat(weights[codes], starts, axis=0, dtype=np.float32) * scale
    vietnamese = LANGUAGES.index("vi")
    total[:, vietnamese] = np.logaddexp(total[:, vietnamese], total[:, len(LANGUAGES)])
    return total[:, : len(LANGUAGES)]


@cache
def _model() -> tuple[NDArray[np.int8], float]:
    with files("xlcheck.tag").joinpath("data/runs.npz").open("rb") as file, np.load(file) as arrays:
        return arrays["weights"], float(arrays["scale"])


def _letters(texts: Sequence[str]) -> tuple[Integers, Integers]:
    """Lower-case composed letters with one blank around each word, and the text that each belongs to."""
    padded = [f" {unicodedata.normalize('NFC', text).lower()} " for text in texts]
    joined = np.frombuffer("".join(padded).encode("utf-32-le", "replace"), np.uint32)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    distinct, place = np.unique(joined, return_inverse=True)
    kept = np.array([point if _speaks(chr(point)) else _BLANK for point in distinct.tolist()], np.int64)
    points = kept[place]
    doubled = np.zeros(len(points), bool)
    doubled[1:] = (points[1:] == _BLANK) & (points[:-1] == _BLANK) & (owner[1:] == owner[:-1])
    return points[~doubled], owner[~doubled]


def _speaks(character: str) -> bool:
    return character.isalpha() or unicodedata.category(character)[0] == "M" or character in "'’"
