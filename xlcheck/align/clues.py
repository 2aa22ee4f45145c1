"""Clues: what two sentences mention alike in any language: numbers, dates, names, glossary concepts."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from xlcheck.model import NameForm, Reading, Sentence

_MOST_COLUMNS = 256

Clues = tuple[Hashable, ...]
"""What one sentence mentions, each thing once, in the order of the text."""


def clue_rows(
    source: Sequence[Sentence], target: Sequence[Sentence]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Rows (n, c) and (m, c) whose products weigh what two sentences mention alike.

    Only what both texts mention counts, and the less the more often it is said: a clue of k sentences adds 1 / k
    to each product. Beyond 256 clues, columns are shared with changing signs (feature hashing, Weinberger et al.
    2009), so that memory stays linear in the length.
    """
    texts = [[tuple(_clues(sentence)) for sentence in text] for text in (source, target)]
    same = _same_persons(*map(_names, texts))
    texts = [[tuple(dict.fromkeys(same.get(clue, clue) for clue in clues)) for clues in text] for text in texts]
    first, second = map(_counts, texts)
    frequent = {clue: max(count, second[clue]) for clue, count in first.items() if clue in second}
    columns = {clue: column for column, clue in enumerate(frequent)}
    rows = [np.zeros((len(text), min(len(columns), _MOST_COLUMNS)), dtype=np.float32) for text in texts]
    for matrix, text in zip(rows, texts, strict=True):
        for row, clues in zip(matrix, text, strict=True):
            for clue in clues:
                if clue in columns:
                    turn, column = divmod(columns[clue], _MOST_COLUMNS)
                    row[column] += (1 - 2 * (turn % 2)) / np.sqrt(frequent[clue])
    return rows[0], rows[1]


def _clues(sentence: Sentence) -> Iterator[Hashable]:
    for fact in sentence.facts:
        if isinstance(fact.value, NameForm):
            yield fact.value
        elif fact.kind == "date" and isinstance(fact.value, tuple):
            yield fact.kind, fact.value[1:]  # one text gives the year, the other leaves it out
        else:
            yield fact.kind, fact.value
    for mention in sentence.mentions:
        yield mention.concept


def _counts(text: Iterable[Clues]) -> dict[Hashable, int]:
    """How many sentences mention each thing, in the order of the text."""
    counts: defaultdict[Hashable, int] = defaultdict(int)
    for clues in text:
        for clue in clues:
            counts[clue] += 1
    return dict(counts)


def _names(text: Iterable[Clues]) -> list[NameForm]:
    return list(dict.fromkeys(clue for clues in text for clue in clues if isinstance(clue, NameForm)))


def _same_persons(source: Sequence[NameForm], target: Sequence[NameForm]) -> dict[Hashable, Hashable]:
    """For a name that another name or a concept stands for in the other text: that name or concept.

    Tập Cận Bình, Xi Jinping and 习近平 are one: a glossary's person, or readings of the same characters.
    """
    same: dict[Hashable, Hashable] = {form: form.persons[0] for form in (*source, *target) if form.persons}
    beginnings: defaultdict[tuple[int, str], dict[NameForm, None]] = defaultdict(dict)
    for other in target:
        for beginning in _beginnings(other):
            beginnings[beginning][other] = None
    for form in source:
        alike = dict.fromkeys(other for beginning in _beginnings(form) for other in beginnings.get(beginning, ()))
        for other in alike:
            if _read_alike(form, other):
                if other in same:
                    same.setdefault(form, same[other])
                else:
                    same[other] = same.get(form, form)
    return same


def _beginnings(form: NameForm) -> Iterator[tuple[int, str]]:
    """Number of syllables and first character of everything that a name may be a reading of."""
    for reading in form.readings:
        if len(reading.characters) > 1:
            for character in reading.characters[0]:
                yield len(reading.characters), character


def _read_alike(first: NameForm, second: NameForm) -> bool:
    return any(_same_characters(one, other) for one in first.readings for other in second.readings)


def _same_characters(one: Reading, other: Reading) -> bool:
    """Whether readings in two languages may be of the same characters."""
    return (
        one.system != other.system
        and len(one.characters) == len(other.characters) > 1
        and all(not set(mine).isdisjoint(theirs) for mine, theirs in zip(one.characters, other.characters, strict=True))
    )
