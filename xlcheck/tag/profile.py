"""langdetect's language profiles as arrays, scored exactly instead of by random draws.

langdetect (Shuyo 2010) holds, for each language, how often each run of one to three characters occurs. Its detector
samples such runs at random until one language wins; here every run of the text counts once (naive Bayes over the same
profiles), so the result does not depend on a seed, and many texts are scored in a few array operations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from xlcheck.model import primary
from xlcheck.tag.places import Places
from xlcheck.tag.points import BLANK, Flags, Integers, Meaning, Points
from xlcheck.tag.weights import WEIGHTS

LENGTH_WEIGHTS = (0.3, 0.6, 1.0)
"""Runs of one and two characters mostly repeat what those of three say."""


NO_RUN = -1

_BITS = 21

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Profiles:
    """What character runs lend to languages, in log odds over a run that a profile lacks.

    `weights[i, j]` is for the run at place `i` of `runs` in profile `j`, in units of `profile_unit`; the last row is
    nothing's.
    A run is up to three code points packed into 63 bits. The profiles of `languages[k]` begin at `firsts[k]`.
    """

    languages: tuple[str, ...]
    firsts: Integers
    runs: Places
    weights: NDArray[np.int16]

    def score(self, texts: Points) -> tuple[Floats, Flags]:
        """Log odds of the beginning of each text, shape (texts, languages), and which had a known run."""
        count = len(texts.starts)
        total = np.zeros((count, self.weights.shape[1]), np.int16)
        known = np.zeros(count, bool)
        for codes in _runs(_beginnings(texts)):
            places = self.runs.find(codes.ravel()).reshape(codes.shape)
            known |= (places >= 0).any(axis=0)
            for first in range(0, count, WEIGHTS.profiled_at_once):
                block = slice(first, first + WEIGHTS.profiled_at_once)
                total[block] += self.weights.take(places[:, block], axis=0).sum(axis=0, dtype=np.int16)
        return np.maximum.reduceat(total, self.firsts, axis=1) * np.float32(WEIGHTS.profile_unit), known


def _beginnings(texts: Points) -> Integers:
    """The first `asked` code points of each text, filled up with blanks, shape (code points, texts)."""
    places = np.arange(min(WEIGHTS.asked, int(texts.lengths.max(initial=0))))[:, None]
    beyond = places >= texts.lengths
    points = texts.points.take(np.where(beyond, 0, texts.starts + places))
    return np.where(beyond, BLANK, points)


def _runs(raw: Integers) -> Iterator[Integers]:
    """Packed runs of one, two and three characters within words, `NO_RUN` elsewhere; shape (runs, texts).

    Words in capitals say nothing of a language; langdetect leaves them out too.
    """
    points = _normal_points()(raw)
    upper = _capitals()(raw) > 1
    shouted = np.zeros(points.shape, bool)
    shouted[1:] = upper[1:] & upper[:-1]
    shouted[:-1] |= shouted[1:]
    blank = points == BLANK
    yield np.where(blank | shouted, NO_RUN, points)
    pair = points[:-1] << _BITS | points[1:]
    yield np.where(blank[:-1] & blank[1:] | shouted[:-1] | shouted[1:], NO_RUN, pair)
    triple = pair[:-1] << _BITS | points[2:]
    yield np.where(blank[1:-1] | shouted[:-2] | shouted[1:-1] | shouted[2:], NO_RUN, triple)


def _normal(point: int) -> int:
    """The code point that stands for this one in the profiles, as langdetect defines it."""
    from langdetect.utils.ngram import NGram

    character = chr(point)
    return ord(NGram.normalize(character)) if character.isprintable() else BLANK


@cache
def _normal_points() -> Meaning:
    return Meaning(_normal)


@cache
def _capitals() -> Meaning:
    return Meaning(lambda point: 2 if chr(point).isupper() else 1)


@cache
def available() -> tuple[str, ...]:
    """The languages that langdetect has profiles of, primary subtags, sorted."""
    return tuple(sorted({primary(code) for code in _codes()}))


@cache
def load(languages: frozenset[str]) -> Profiles:
    """The profiles of some of the languages `available`."""
    names = [code for code in _codes() if primary(code) in languages]
    found, firsts = np.unique([primary(name) for name in names], return_index=True)
    tables = [_frequencies(name) for name in names]
    codes = np.concatenate([codes for codes, _ in tables])
    runs, row = np.unique(codes, return_inverse=True)
    column = np.repeat(np.arange(len(names)), [len(codes) for codes, _ in tables])
    length = np.digitize(codes, (1 << _BITS, 1 << 2 * _BITS))
    odds = (
        np.log1p(np.concatenate([shares for _, shares in tables]) / WEIGHTS.smoothing)
        * np.array(LENGTH_WEIGHTS)[length]
    )
    weights = np.zeros((len(runs) + 1, len(names)), np.int16)
    weights[row, column] = np.rint(odds / WEIGHTS.profile_unit)
    return Profiles(tuple(found.tolist()), firsts, Places.of(runs), weights)


def _codes() -> list[str]:
    """langdetect's names of its profiles, sorted."""
    return sorted(entry.name for entry in files("langdetect").joinpath("profiles").iterdir())


@cache
def _frequencies(language: str) -> tuple[Integers, NDArray[np.float64]]:
    """Packed runs of a profile, and the share of each among the runs of its length."""
    source = files("langdetect").joinpath("profiles", language).read_text("utf-8")
    profile = json.loads(source)
    frequencies: dict[str, int] = profile["freq"]
    points = np.array(list(frequencies), "U3").view(np.uint32).reshape(-1, 3).astype(np.int64)
    codes = points[:, 0]
    for column in (points[:, 1], points[:, 2]):
        codes = np.where(column > 0, codes << _BITS | column, codes)
    totals = np.array(profile["n_words"], np.float64)
    length = (points > 0).sum(axis=1)
    return codes, np.fromiter(frequencies.values(), np.float64) / totals[length - 1]
