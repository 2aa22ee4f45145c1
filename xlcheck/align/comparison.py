"""How well the parts of one side of a pair are answered by the other side."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.sides import letters
from xlcheck.align.weights import WEIGHTS
from xlcheck.evidence.facts import is_told, numbers
from xlcheck.model import Document, Pair, Sentence, primary, units_of
from xlcheck.model.facts import Clock, Code, Day, Month, Number, Weekday

Rows = NDArray[np.float32]
Floats = NDArray[np.float64]

_SHORT = re.compile(r"(?<!\w)[^\W\d_]{2,6}(?!\w)")
_FIGURES = (Day, Month, Weekday, Clock, Code)


class Pieces(Protocol):
    """The parts of a text as an encoder has them; `xlcheck.embed.Pieces` is one."""

    @property
    def ranges(self) -> NDArray[np.intp]: ...
    @property
    def vectors(self) -> Rows: ...
    @property
    def reliability(self) -> Rows: ...


Dissect = Callable[[Sequence[str]], Sequence[Pieces]]
"""The pieces of each text."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One side of a pair in pieces: `ranges` (n, 2) in the document, `weights` (n,) how much each one says.

    `excused` (n,) marks what is no sign of a gap, however unlike its vector: dates (a rule of their own compares them),
    a number, a name and a glossary concept that the other side has too. `spelled_out` is the number of abbreviations
    that the other side has in place of the words.
    """

    document: Document
    language: str
    ranges: NDArray[np.intp]
    vectors: Rows
    weights: Floats
    excused: NDArray[np.bool_]
    spelled_out: int

    def __len__(self) -> int:
        return len(self.weights)


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Both sides of a pair in pieces, and how like each piece (n,), (m,) is to the best that the other side has.

    `longer` is the logarithm of how much longer the source is, in Latin letters; `cosine` that of the whole sides.
    """

    source: Words
    target: Words
    in_target: Floats
    in_source: Floats
    longer: float
    cosine: float

    @property
    def reverse(self) -> "Comparison":
        return Comparison(self.target, self.source, self.in_source, self.in_target, -self.longer, self.cosine)

    @property
    def mean(self) -> float:
        """The likeness of the source's pieces, by weight."""
        return float(self.in_target @ self.source.weights / max(float(self.source.weights.sum()), WEIGHTS.tiny))


def comparisons(pairs: Sequence[Pair], dissect: Dissect) -> list[Comparison]:
    """The comparison of each pair; both sides have sentences."""
    sentences = list(dict.fromkeys(s for pair in pairs for side in (pair.source, pair.target) for s in side))
    pieces = dict(zip(sentences, dissect([sentence.text for sentence in sentences]), strict=True))
    return [
        _comparison(_words(pair.source, pair.target, pieces), _words(pair.target, pair.source, pieces), pair)
        for pair in pairs
    ]


def _comparison(source: Words, target: Words, pair: Pair) -> Comparison:
    lengths = [letters(["".join(sentence.text for sentence in side)])[0] for side in (pair.source, pair.target)]
    one, other = _best(source.vectors, target.vectors)
    return Comparison(source, target, one, other, float(np.log(lengths[0] / lengths[1])), _cosine(source, target))


def _cosine(source: Words, target: Words) -> float:
    one, other = source.vectors.sum(axis=0), target.vectors.sum(axis=0)
    return float(one @ other / max(float(np.linalg.norm(one) * np.linalg.norm(other)), WEIGHTS.tiny))


def _words(side: Sequence[Sentence], other: Sequence[Sentence], pieces: dict[Sentence, Pieces]) -> Words:
    parts = [pieces[sentence] for sentence in side]
    vectors = np.concatenate([part.vectors for part in parts])
    ranges = np.concatenate([part.ranges + sentence.span.start for part, sentence in zip(parts, side, strict=True)])
    reliability = np.concatenate([part.reliability for part in parts])
    excused = np.zeros(len(ranges), dtype=np.bool_)
    for start, end in _told(side, other):  # the pieces come in order
        excused[np.searchsorted(ranges[:, 1], start, "right") : np.searchsorted(ranges[:, 0], end)] = True
    weights = (np.linalg.norm(vectors, axis=1) * reliability).astype(np.float64)
    spelled_out = _spelled_out(*(" ".join(sentence.text for sentence in each) for each in (side, other)))
    return Words(side[0].span.document, primary(side[0].language), ranges, vectors, weights, excused, spelled_out)


def _spelled_out(text: str, other: str) -> int:
    """How many abbreviations of the other text are not in this one, or stand behind their words in brackets."""
    return sum(
        f"({short}" not in other and (short not in text or f"({short}" in text)
        for short in {word for word in _SHORT.findall(other) if word.isupper()}
    )


def _told(side: Sequence[Sentence], other: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Ranges of dates (compared by value elsewhere), and of numbers, names and concepts that the other side has too."""
    concepts = {mention.concept for sentence in other for mention in sentence.mentions}
    names = {name.key for sentence in other for name in units_of(sentence)}
    spans = [m.span for sentence in side for m in sentence.mentions if m.concept in concepts]
    spans += (name.span for sentence in side for name in units_of(sentence) if name.key in names)
    asked = set(map(id, numbers(side)))  # the others are a table's
    for fact in (fact for sentence in side for fact in sentence.facts):
        told = isinstance(fact, Number) and (id(fact) not in asked or is_told(fact, other))
        if told or isinstance(fact, _FIGURES):
            spans.append(fact.span)
    return [(span.start, span.end) for span in spans]


def _best(source: Rows, target: Rows) -> tuple[Floats, Floats]:
    """For each piece of both sides (n,), (m,) how like it is to a piece of the other side that is its own.

    A word that stands once over there answers one of the two that stand here: what is as like to a piece far away is
    taken off, as in margin scoring (Artetxe & Schwenk 2019).
    """
    parts = max(1, math.ceil(math.sqrt(len(source) * len(target)) / WEIGHTS.compared_pieces))
    each = [_best_in_part(*part) for part in zip(_cut(source, parts), _cut(target, parts), strict=True)]
    return np.concatenate([one for one, _ in each]), np.concatenate([other for _, other in each])


def _cut(vectors: Rows, parts: int) -> list[Rows]:
    """Two sides too long to be compared each with each, a list or a table, are compared part by part, in step."""
    return [vectors[len(vectors) * part // parts : len(vectors) * (part + 1) // parts] for part in range(parts)]


def _best_in_part(source: Rows, target: Rows) -> tuple[Floats, Floats]:
    if not (len(source) and len(target)):
        return np.zeros(len(source)), np.zeros(len(target))
    likeness = _likeness(source, target)
    return _unrivalled(likeness), _unrivalled(likeness.T)


def _likeness(source: Rows, target: Rows) -> Rows:
    """For each two pieces (n, m) the best cosine of two runs that hold them, less what they are apart."""
    one, other = _runs(source), _runs(target)
    apart = np.abs(_middles(one, len(source))[:, None] - _middles(other, len(target)))
    cosines = np.concatenate(one) @ np.concatenate(other).T - WEIGHTS.apart * apart
    return _spread(_spread(cosines, len(source)).T, len(target)).T


def _runs(vectors: Rows) -> list[Rows]:
    """The directions of all runs of one, two and three pieces."""
    sums = np.concatenate([np.zeros((1, vectors.shape[1]), dtype=np.float32), np.cumsum(vectors, axis=0)])
    sizes = range(1, min(WEIGHTS.phrase, len(vectors)) + 1)
    runs = (sums[size:] - sums[:-size] for size in sizes)
    return [rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), WEIGHTS.tiny) for rows in runs]


def _middles(runs: Sequence[Rows], pieces: int) -> Rows:
    """Where each run stands in its side, 0 to 1."""
    middles = [(np.arange(len(rows)) + size / 2) / pieces for size, rows in enumerate(runs, 1)]
    return np.concatenate(middles).astype(np.float32)


def _spread(rows: Rows, pieces: int) -> Rows:
    """Hand each piece the best of the rows of the runs that hold it."""
    found, at = np.full((pieces, rows.shape[1]), -1, dtype=np.float32), 0
    for size in range(1, min(WEIGHTS.phrase, pieces) + 1):
        runs = pieces - size + 1
        for offset in range(size):
            part = found[offset : offset + runs]
            np.maximum(part, rows[at : at + runs], out=part)
        at += runs
    return found


def _unrivalled(likeness: Rows) -> Floats:
    """The best of each row (n, m), where a column counts less that a row far away is as like to."""
    none = np.full((WEIGHTS.near + 1, likeness.shape[1]), -1, dtype=np.float32)
    before = np.concatenate([none, np.maximum.accumulate(likeness)])[: len(likeness)]
    behind = np.concatenate([none, np.maximum.accumulate(likeness[::-1])])[: len(likeness)][::-1]
    claimed = np.maximum(np.maximum(before, behind) - likeness + WEIGHTS.rival_margin, 0)
    best: Floats = (likeness - WEIGHTS.rival_cost * claimed).max(axis=1).astype(np.float64)
    return best
