"""Clues: what two sentences mention alike in any language: numbers, dates, names, glossary concepts."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.names import InCharacters, same_persons
from xlcheck.align.weights import WEIGHTS, Weights
from xlcheck.model import Concept, Name, Sentence
from xlcheck.model.facts import Day, Number

Clue = Hashable
"""A glossary Concept; or a name by its key, a number by its value, a date by its year, month and day."""

Marks = tuple[NDArray[np.float32], NDArray[np.float64]]
"""Rows (n, c), one column for each clue that both texts mention, and (n,) the weight of what this text alone does."""


@dataclass(frozen=True, slots=True, eq=False)
class Mentions:
    """What the sentences of two texts mention, each thing once a sentence, as numbers into `clues`."""

    clues: Sequence[Clue]
    source: Sequence[Sequence[int]]
    target: Sequence[Sequence[int]]


def mentions(source: Sequence[Sentence], target: Sequence[Sentence]) -> Mentions:
    """Gather the clues of both texts; two names of one person, or a day with its year and without, are one clue.

    Tập Cận Bình, Xi Jinping and 习近平 are one as the glossary's person, as readings of the same characters, or as
    these characters themselves wherever the other text has them.
    """
    numbers: dict[Clue, int] = {}
    rows, names = zip(*(_numbered(text, numbers) for text in (source, target)), strict=True)
    for text, sentences, others in zip(rows, (source, target), reversed(names), strict=True):
        written = InCharacters.of(others)
        for row, sentence in zip(text, sentences, strict=True):
            row += (numbers["name", name.key] for name in written.found_in(sentence.text))
    clues = list(numbers)
    for clue, other in (*_same_persons(*names), *_same_days(clues)):
        numbers[clue] = numbers.setdefault(other, len(numbers))
    clues += list(numbers)[len(clues) :]
    stands_for = [numbers[clue] for clue in clues]
    one, two = ([tuple(dict.fromkeys(stands_for[number] for number in row)) for row in text] for text in rows)
    return Mentions(clues, one, two)


def _numbered(text: Sequence[Sentence], numbers: dict[Clue, int]) -> tuple[list[list[int]], list[Name]]:
    """The clues of each sentence as numbers, new ones being numbered in turn, and the names among them."""
    names: dict[str, Name] = {}
    rows = []
    for sentence in text:
        clues: list[Clue] = [mention.concept for mention in sentence.mentions]
        for fact in sentence.facts:
            match fact:
                case Name():
                    for name in fact.units:
                        names.setdefault(name.key, name)
                        clues.append(("name", name.key))
                case Number(value=value):
                    clues.append(("number", value))
                case Day():
                    clues.append(("date", fact.content))
        rows.append([numbers.setdefault(clue, len(numbers)) for clue in clues])
    return rows, list(names.values())


def _same_persons(source: Sequence[Name], target: Sequence[Name]) -> Iterator[tuple[Clue, Clue]]:
    for key, other in same_persons(source, target).items():
        yield ("name", key), (("name", other) if isinstance(other, str) else other)


def marks(mentioned: Mentions, weights: Weights) -> tuple[Marks, Marks]:
    """Rows whose products weigh what two sentences mention alike, of both texts.

    What both texts mention weighs the less the more often it is said: a clue of k sentences adds its weight / k to each
    product. Beyond 256 clues, columns are shared with changing signs (feature hashing, Weinberger et al. 2009), so
    that memory stays linear in the length.
    """
    texts = [_entries(text) for text in (mentioned.source, mentioned.target)]
    counts = [np.bincount(clues, minlength=len(mentioned.clues)) for _, clues in texts]
    worth = np.array([clue_weight(clue, weights) for clue in mentioned.clues])
    shared = np.flatnonzero(counts[0] * counts[1] * worth)
    weight, columns = np.zeros(len(worth)), np.zeros(len(worth), dtype=np.intp)
    turn, columns[shared] = np.divmod(np.arange(len(shared)), WEIGHTS.clue_columns)
    weight[shared] = np.sqrt(worth[shared] / np.maximum(*counts)[shared]) * (1 - 2 * (turn % 2))

    def marked(text: Sequence[Sequence[int]], places: NDArray[np.intp], clues: NDArray[np.intp]) -> Marks:
        rows = np.zeros((len(text), min(len(shared), WEIGHTS.clue_columns)), dtype=np.float32)
        known = weight[clues] != 0
        np.add.at(rows, (places[known], columns[clues[known]]), weight[clues[known]])
        unshared = np.zeros(len(text))
        np.add.at(unshared, places[~known], worth[clues[~known]])
        return rows, unshared

    return marked(mentioned.source, *texts[0]), marked(mentioned.target, *texts[1])


def clue_weight(clue: Clue, weights: Weights) -> float:
    """What a clue weighs that each text mentions once, in addition to the others; a single letter is not a name."""
    match clue:
        case ("name", str() as key):
            return weights.names * (len(key) > 1)
        case Concept():
            return weights.concepts
        case ("date", _):
            return weights.dates
        case ("number", Decimal() as value):
            return weights.numbers * _surprise(value)
    return 0.0


def _surprise(number: Decimal) -> float:
    """0 to 1: a number n turns up by chance about as often as 1 / n (Benford 1938): 2 says little, 26,750 much."""
    exponent = number.as_tuple().exponent
    digits = abs(number.scaleb(max(0, -exponent))) if isinstance(exponent, int) else 0
    return float(1 - 1 / max(1, digits))


def _same_days(clues: Iterable[Clue]) -> Iterator[tuple[Clue, Clue]]:
    """Each day without its year that also stands with one, and the first such day."""
    same: dict[Clue, Clue] = {}
    for clue in clues:
        match clue:
            case ("date", (int(), *day)):
                same.setdefault(("date", (None, *day)), clue)
    return ((day, same[day]) for day in clues if day in same)


def _entries(text: Sequence[Sequence[int]]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The sentence and the clue of each mention."""
    places = np.repeat(np.arange(len(text)), list(map(len, text)))
    return places, np.array([number for row in text for number in row], dtype=np.intp)
