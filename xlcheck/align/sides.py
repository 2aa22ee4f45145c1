"""The two texts as the aligner weighs them: vectors, lengths and clues of each sentence."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.clues import Mentions, marks
from xlcheck.align.weights import WEIGHTS, Weights
from xlcheck.lang.scripts import HANGUL_SYLLABLES, WIDE

Floats = NDArray[np.float64]
Rows = NDArray[np.float32]
Places = NDArray[np.intp]

_WIDE = re.compile(f"[{WIDE}]")
_HANGUL = re.compile(f"[{HANGUL_SYLLABLES}]")


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Sentences of one text, all of them or some.

    `places` (n,) are their indices in the text, ascending; `vectors` (n, dim) unit rows, zero for an empty
    sentence; `letters` (n,) lengths, at least 1; `clues` (n, c) one column for each thing that both texts
    mention, `unshared` (n,) the weight of what this text alone mentions. `neighbours` are the vectors (n, dim) of the
    sentences before and of those behind in the text, known only where some sentences were taken out of it.
    """

    places: Places
    vectors: Rows
    letters: Floats
    clues: Rows
    unshared: Floats
    neighbours: tuple[Rows, Rows] | None = None

    def __len__(self) -> int:
        return len(self.places)

    def part(self, start: int, end: int) -> "Side":
        """The sentences from `start` to `end` (exclusive)."""
        cut = slice(start, end)
        neighbours = self.neighbours and (self.neighbours[0][cut], self.neighbours[1][cut])
        return Side(
            self.places[cut], self.vectors[cut], self.letters[cut], self.clues[cut], self.unshared[cut], neighbours
        )

    def apart(self, places: Places) -> "Side":
        """The sentences at `places` of a whole text, with the vectors of their neighbours."""
        edge = np.zeros((1, self.vectors.shape[1]), dtype=np.float32)
        framed = np.concatenate([edge, self.vectors, edge])
        return Side(
            places,
            self.vectors[places],
            self.letters[places],
            self.clues[places],
            self.unshared[places],
            (framed[places], framed[places + 2]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Two texts as they were given: vectors (n, dim) and (m, dim), lengths (n,) and (m,) in letters, mentions."""

    vectors: tuple[Rows, Rows]
    letters: tuple[Floats, Floats]
    mentions: Mentions


def sides(texts: Texts, weights: Weights) -> tuple[Side, Side]:
    """Both texts, their vectors freed from what all sentences have in common."""
    vectors = _without_background(*texts.vectors, weights.background)
    clues = marks(texts.mentions, weights)
    one, other = (
        Side(np.arange(len(rows)), rows, lengths, *known)
        for rows, lengths, known in zip(vectors, texts.letters, clues, strict=True)
    )
    return one, other


def letters(texts: Iterable[str]) -> Floats:
    """Lengths (n,) in Latin letters: a Chinese character or kana says as much as three, a Hangul syllable as two."""
    counts = [
        len(text) + (0 if text.isascii() else 2 * len(_WIDE.findall(text)) + len(_HANGUL.findall(text)))
        for text in texts
    ]
    return np.maximum(np.array(counts, dtype=np.float64), 1)


def _without_background(source: Rows, target: Rows, quantile: float) -> tuple[Rows, Rows]:
    """Take the mean direction off each side, as much of it as makes unrelated sentences unlike.

    Rows v + c·u with a common direction u have a background cosine of c² / (1 + c²), so that u comes off
    whole. Encoders of much background (many transformers) become comparable to those without, and
    what a text's sentences share because of its topic stays.
    """
    one, other = (rows[:: 1 + len(rows) // WEIGHTS.sample].astype(np.float64) for rows in (source, target))
    gram = one @ other.T
    if gram.size == 0:
        return source, target
    unrelated = gram[(gram < gram.max(axis=1, keepdims=True)) & (gram < gram.max(axis=0))]
    if unrelated.size == 0:
        return source, target
    share = math.sqrt(max(0.0, float(np.quantile(unrelated, quantile))))
    return _without(source, share), _without(target, share)


def _without(rows: Rows, share: float) -> Rows:
    """Unit rows without `share` of their mean direction; a row of zeros stays one."""
    total = rows.sum(axis=0, dtype=np.float64)
    direction = share * total / max(float(np.linalg.norm(total)), 1e-9)
    freed: Rows = rows - direction.astype(np.float32)
    freed[~rows.any(axis=1)] = 0
    freed /= np.maximum(np.sqrt(np.einsum("ij,ij->i", freed, freed)), 1e-9)[:, None]
    return freed
