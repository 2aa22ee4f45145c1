"""Names of one person in two languages, as readings of the same Chinese characters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlcheck.align.weights import WEIGHTS
from xlcheck.lang.scripts import HAN
from xlcheck.model import Concept, NameForm, Reading

_HAN = re.compile(f"[{HAN}]+")


def same_persons(source: Sequence[NameForm], target: Sequence[NameForm]) -> dict[NameForm, NameForm | Concept]:
    """For a name that another name or a concept stands for in the other text: that name or concept."""
    same: dict[NameForm, NameForm | Concept] = {form: form.persons[0] for form in (*source, *target) if form.persons}
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


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """The characters that names may be readings of, to be looked for in a text; by the first character."""

    by_first: Mapping[str, Sequence[tuple[Reading, NameForm]]]

    @classmethod
    def of(cls, names: Iterable[NameForm]) -> "Written":
        by_first: defaultdict[str, list[tuple[Reading, NameForm]]] = defaultdict(list)
        for form in names:
            for reading in _whole(form):
                for character in reading.characters[0]:
                    by_first[character].append((reading, form))
        return cls(by_first)

    def found_in(self, text: str) -> Iterator[NameForm]:
        """The names whose characters stand in `text`."""
        if not self.by_first or text.isascii():
            return
        for run in _HAN.findall(text):
            for start, first in enumerate(run):
                for reading, form in self.by_first.get(first, ()):
                    written = run[start : start + len(reading.characters)]
                    if len(written) == len(reading.characters) and all(
                        map(str.__contains__, reading.characters, written)
                    ):
                        yield form


def _whole(form: NameForm) -> Iterator[Reading]:
    """The readings of more than a surname."""
    return (reading for reading in form.readings if len(reading.characters) >= WEIGHTS.least_syllables)


def _beginnings(form: NameForm) -> Iterator[tuple[int, str]]:
    """Number of syllables and first character of everything that a name may be a reading of."""
    for reading in _whole(form):
        for character in reading.characters[0]:
            yield len(reading.characters), character


def _read_alike(first: NameForm, second: NameForm) -> bool:
    return any(_same_characters(one, other) for one in _whole(first) for other in _whole(second))


def _same_characters(one: Reading, other: Reading) -> bool:
    """Whether readings in two languages may be of the same characters."""
    return (
        one.system != other.system
        and len(one.characters) == len(other.characters)
        and all(not set(mine).isdisjoint(theirs) for mine, theirs in zip(one.characters, other.characters, strict=True))
    )
