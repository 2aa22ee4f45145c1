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

from xlcheck.tag.points import BLANK, Integers, Meaning, Points, single_blanks

SMOOTHING = 0.5 / 10_000
"""Probability of a run that a profile lacks: langdetect's ALPHA / BASE_FREQ."""

LENGTH_WEIGHTS = (0.3, 0.6, 1.0)
"""Runs of one and two characters mostly repeat what those of three say."""

_BITS = 21

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Profiles:
    """Log probabilities of character runs: `weights[i, j]` of run `runs[i]` in `languages[j]`.

    `languages` are langdetect's codes, sorted; `runs` is sorted, a run of up to three code points packed into 63 bits.
    """

    languages: tuple[str, ...]
    runs: Integers
    weights: Floats

    def score(self, texts: Points) -> tuple[Floats, Integers]:
        """Weighted log probability of each text's runs, shape (texts, languages), and how many runs were known.

        A text without any known run has zeros and the count 0.
        """
        total = np.zeros((texts.count, len(self.languages)), np.float32)
        counts = np.zeros(texts.count, np.int64)
        for (codes, owner), weight in zip(_runs(texts), LENGTH_WEIGHTS, strict=True):
            place = np.minimum(np.searchsorted(self.runs, codes), len(self.runs) - 1)
            known = np.flatnonzero(self.runs[place] == codes)
            if not len(known):
                continue
            owner, rows = owner[known], self.weights[place[known]]
            starts = np.flatnonzero(np.diff(owner, prepend=-1))
            total[owner[starts]] += weight * np.add.reduceat(rows, starts, axis=0)
            counts += np.bincount(owner, minlength=texts.count)
        return total, counts


def _runs(texts: Points) -> Iterator[tuple[Integers, Integers]]:
    """Packed runs of one, two and three characters within words, and the text that each stands in.

    Words in capitals say nothing of a language; langdetect leaves them out too.
    """
    points = _normal_points()(texts.points)
    kept = single_blanks(points, texts.owner)
    upper = _capitals()(texts.points[kept]) > 0
    points, owner = points[kept], texts.owner[kept]
    shouted = np.zeros(len(points), bool)
    shouted[1:] = upper[1:] & upper[:-1]
    shouted[:-1] |= shouted[1:]
    blank = points == BLANK
    yield points[~blank & ~shouted], owner[~blank & ~shouted]
    pair = points[:-1] << _BITS | points[1:]
    sound = ~(blank[:-1] & blank[1:]) & ~(shouted[:-1] | shouted[1:])
    yield pair[sound], owner[:-1][sound]
    triple = pair[:-1] << _BITS | points[2:]
    sound = ~blank[1:-1] & ~(shouted[:-2] | shouted[1:-1] | shouted[2:])
    yield triple[sound], owner[:-2][sound]


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
    return Meaning(lambda point: int(chr(point).isupper()))


@cache
def available() -> frozenset[str]:
    """langdetect's language codes."""
    return frozenset(entry.name for entry in files("langdetect").joinpath("profiles").iterdir())


@cache
def load(languages: frozenset[str]) -> Profiles:
    """The profiles of some of langdetect's languages."""
    names = tuple(sorted(languages))
    tables = [_frequencies(name) for name in names]
    runs, row = np.unique(np.concatenate([codes for codes, _ in tables]), return_inverse=True)
    column = np.repeat(np.arange(len(names)), [len(codes) for codes, _ in tables])
    weights = np.full((len(runs), len(names)), SMOOTHING)
    weights[row, column] += np.concatenate([shares for _, shares in tables])
    return Profiles(names, runs, np.log(weights).astype(np.float32))


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
