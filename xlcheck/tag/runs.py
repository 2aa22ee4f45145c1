"""Short texts: character runs of one to five, hashed, each with the log odds it lends to a language.

langdetect's profiles hold runs of three at most and are weak on single words. These weights (multinomial logistic
regression, trained by `lab/train/language.py`) tell the first twelve languages apart from a word or two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from xlcheck.tag.points import BLANK, Integers, Meaning, Points

# the columns of the weights
LANGUAGES = ("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru", "vi", "zh")
VIETNAMESE, PLAIN_VIETNAMESE = "vi", "vi-x-plain"
"""Vietnamese typed without diacritics: learned apart, because its syllables look like another language's."""

CLASSES = (*LANGUAGES, PLAIN_VIETNAMESE)
BUCKETS = 1 << 17
NOWHERE = BUCKETS
"""Stands for the bucket where no run of a length begins."""

LONGEST = 5
LANES, PIECE = 4, 48
"""Weights in one integer, and the code points whose runs' weights sum up to no more than a lane holds."""

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)

Floats = NDArray[np.float32]


def features(texts: Points) -> Iterator[Integers]:
    """For each length the bucket of the run that begins at each code point, or `NOWHERE`.

    A run stands within a word, with the blanks before and after it.
    """
    points = _letters()(texts.points)
    blank = points == BLANK
    letters = points.astype(np.uint64) + np.uint64(1)
    hashed = np.zeros(len(points), np.uint64)
    nowhere = np.zeros(len(points), bool)
    for length in range(1, min(LONGEST, len(points)) + 1):
        size = len(points) - length + 1
        hashed = hashed[:size]
        hashed += letters[length - 1 :]
        hashed *= _MIX
        hashed ^= hashed >> np.uint64(29)
        nowhere = nowhere[:size]
        if length > 2:
            nowhere |= blank[length - 2 : length - 2 + size]
        buckets = (hashed & np.uint64(BUCKETS - 1)).view(np.int64)
        np.copyto(buckets, NOWHERE, where=nowhere | (blank[:size] & blank[length - 1 :]))
        yield buckets


def score(texts: Points, languages: Sequence[str]) -> Floats:
    """Log odds of each text in each of `languages`, all of them of `LANGUAGES`, shape (texts, languages)."""
    if not len(texts.starts) or not languages:
        return np.zeros((len(texts.starts), len(languages)), np.float32)
    plain = (PLAIN_VIETNAMESE,) if VIETNAMESE in languages else ()
    weights, scale = _weights((*languages, *plain))
    lent = np.zeros((len(texts.points), weights.shape[1]), np.int64)
    for buckets in features(texts):
        lent[: len(buckets)] += weights.take(buckets, axis=0)
    total = _sums(lent, texts.starts) * np.float32(scale)
    if plain:
        place, last = languages.index(VIETNAMESE), len(languages)
        total[:, place] = np.logaddexp(total[:, place], total[:, last])
    return total[:, : len(languages)]


def _sums(packed: Integers, starts: Integers) -> Integers:
    """Sums of packed rows from each start to the next, unpacked: in pieces so short that no lane overflows."""
    begins = np.zeros(len(packed), bool)
    begins[starts] = begins[::PIECE] = True
    pieces = np.flatnonzero(begins)
    sums = np.add.reduceat(packed, pieces, axis=0)
    lanes = np.empty((*sums.shape, LANES), np.int64)
    for lane in range(LANES):
        lanes[..., lane] = sums.astype(np.int16)
        sums = (sums - lanes[..., lane]) >> 16
    return np.add.reduceat(lanes.reshape(len(pieces), -1), np.searchsorted(pieces, starts), axis=0)


@cache
def _weights(classes: tuple[str, ...]) -> tuple[Integers, float]:
    """Weights of some classes, four packed into an integer, shape (BUCKETS + 1, classes / 4); and their unit.

    Integers hold lanes of sixteen bits, so that one addition adds four weights.
    """
    weights, scale = _model()
    packed = np.zeros((BUCKETS + 1, -(-len(classes) // LANES)), np.int64)
    for place, name in enumerate(classes):
        packed[:BUCKETS, place // LANES] += weights[:, CLASSES.index(name)].astype(np.int64) << 16 * (place % LANES)
    return packed, scale


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
