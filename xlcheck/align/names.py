"""Names of one person in two languages, as readings of the same Chinese characters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlcheck.align.weights import WEIGHTS
from xlcheck.lang.scripts import HAN
from xlcheck.model import Concept, Name, Reading

_HAN = re.compile(f"[{HAN}]+")


def same_persons(source: Sequence[Name], target: Sequence[Name]) -> dict[str, str | Concept]:
    """For the key of a name that another name or a concept stands for in the other text: that key or concept."""
    same: dict[str, str | Concept] = {name.key: name.persons[0] for name in (*source, *target) if name.persons}
    beginnings: defaultdict[tuple[int, str], dict[Name, None]] = defaultdict(dict)
    for other in target:
        for beginning in _beginnings(other):
            beginnings[beginning][other] = None
    for name in source:
        alike = dict.fromkeys(other for beginning in _beginnings(name) for other in beginnings.get(beginning, ()))
        for other in alike:
            if _read_alike(name, other):
                if other.key in same:
                    same.setdefault(name.key, same[other.key])
                else:
                    same[other.key] = same.get(name.key, name.key)
    return same


@dataclass(frozen=True, slots=True, eq=False)
class InCharacters:
    """The characters that names may be readings of, to be looked for in a text; by the first character."""

    by_first: Mapping[str, Sequence[tuple[Reading, Name]]]

    @classmethod
    def of(cls, names: Iterable[Name]) -> "InCharacters":
        by_first: defaultdict[str, list[tuple[Reading, Name]]] = defaultdict(list)
        for name in names:
            for reading in _whole(name):
                for character in reading.characters[0]:
                    by_first[character].append((reading, name))
        return cls(by_first)

    def found_in(self, text: str) -> Iterator[Name]:
        """The names whose characters stand in `text`."""
        if not self.by_first or text.isascii():
            return
        for run in _HAN.findall(text):
            for start, first in enumerate(run):
                for reading, name in self.by_first.get(first, ()):
                    written = run[start : start + len(reading.characters)]
                    if len(written) == len(reading.characters) and all(
                        map(str.__contains__, reading.characters, written)
                    ):
                        yield name


def _whole(name: Name) -> Iterator[Reading]:
    """The readings of more than a surname."""
    return (reading for reading in name.readings if len(reading.characters) >= WEIGHTS.least_syllables)


def _beginnings(name: Name) -> Iterator[tuple[int, str]]:
    """Number of syllables and first character of everything that a name may be a reading of."""
    for reading in _whole(name):
        for character in reading.characters[0]:
            yield len(reading.characters), character


def _read_alike(first: Name, second: Name) -> bool:
    return any(_same_characters(one, other) for one in _whole(first) for other in _whole(second))


def _same_characters(one: Reading, other: Reading) -> bool:
    """Whether readings in two languages may be of the same characters."""
    return (
        one.system != other.system
        and len(one.characters) == len(other.characters)
        and all(not set(mine).isdisjoint(theirs) for mine, theirs in zip(one.characters, other.characters, strict=True))
    )
