"""The two texts as the aligner weighs them: vectors, lengths and clues of each sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.clues import clue_rows
from xlcheck.align.weights import Weights
from xlcheck.model import Sentence

Floats = NDArray[np.float64]
Rows = NDArray[np.float32]
Places = NDArray[np.intp]

_SAMPLE = 400
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Sentences of one text, all of them or some.

    `places` (n,) are their indices in the text, ascending; `vectors` (n, dim) unit rows, zero for an empty
    sentence; `letters` (n,) lengths, at least 1; `clues` (n, c) one column for each thing that both texts
    mention. `neighbours` are the vectors (n, dim) of the sentences before and of those behind in the text, known
    only where some sentences were taken out of it.
    """

    places: Places
    vectors: Rows
    letters: Floats
    clues: Rows
    neighbours: tuple[Rows, Rows] | None = None

    def __len__(self) -> int:
        return len(self.places)

    def part(self, start: int, end: int) -> "Side":
        """The sentences from `start` to `end` (exclusive)."""
        cut = slice(start, end)
        neighbours = self.neighbours and (self.neighbours[0][cut], self.neighbours[1][cut])
        return Side(self.places[cut], self.vectors[cut], self.letters[cut], self.clues[cut], neighbours)

    def apart(self, places: Places) -> "Side":
        """The sentences at `places` of a whole text, with the vectors of their neighbours."""
        edge = np.zeros((1, self.vectors.shape[1]), dtype=np.float32)
        framed = np.concatenate([edge, self.vectors, edge])
        neighbours = framed[places], framed[places + 2]
        return Side(places, self.vectors[places], self.letters[places], self.clues[places], neighbours)


def sides(
    source: Sequence[Sentence], target: Sequence[Sentence], source_vectors: Rows, target_vectors: Rows, weights: Weights
) -> tuple[Side, Side]:
    """Both texts, their vectors freed from what all sentences have in common."""
    vectors = _without_background(source_vectors, target_vectors, weights.background)
    clues = clue_rows(source, target)
    one, other = (
        Side(np.arange(len(text)), rows, _letters(text), marks)
        for text, rows, marks in zip((source, target), vectors, clues, strict=True)
    )
    return one, other


def _letters(sentences: Sequence[Sentence]) -> Floats:
    """Lengths (n,) in Latin letters: a Chinese character or kana says as much as three, a Hangul syllable as two."""
    texts = [sentence.text for sentence in sentences]
    letters = [len(text) + 2 * len(_WIDE.findall(text)) + len(_HANGUL.findall(text)) for text in texts]
    return np.maximum(np.array(letters, dtype=np.float64), 1)


def _without_background(source: Rows, target: Rows, quantile: float) -> tuple[Rows, Rows]:
    """Take the mean direction off each side, as much of it as makes unrelated sentences unlike.

    Rows v + c·u with a common direction u have a background cosine of c² / (1 + c²), so that u comes off
    whole. Encoders of much background (many transformers) become comparable to those without, and
    what a text's sentences share because of its topic stays.
    """
    one, other = (rows[:: 1 + len(rows) // _SAMPLE].astype(np.float64) for rows in (source, target))
    gram = one @ other.T
    if gram.size == 0:
        return source, target
    unrelated = gram[(gram < gram.max(axis=1, keepdims=True)) & (gram < gram.max(axis=0))]
    if unrelated.size == 0:
        return source, target
    share = np.sqrt(max(0.0, np.quantile(unrelated, quantile)))
    return _unit(source - share * _direction(source)), _unit(target - share * _direction(target))


def _direction(rows: Rows) -> Floats:
    total: Floats = rows.sum(axis=0, dtype=np.float64)
    direction: Floats = total / max(float(np.linalg.norm(total)), 1e-9) * rows.any(axis=1, keepdims=True)
    return direction


def _unit(rows: Floats) -> Rows:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Rows = (rows / np.maximum(norms, 1e-9)).astype(np.float32)
    return unit
