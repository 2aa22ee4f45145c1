"""The names that a run of capitalised words consists of: those read off Chinese characters, and single words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.readings import Lattice, lattices
from xlcheck.evidence.names.spoken import sounds
from xlcheck.find.limits import LIMITS
from xlcheck.find.names.bearers import Bearers
from xlcheck.find.names.homes import countries, home
from xlcheck.find.names.line import Line
from xlcheck.find.names.signs import honorifics, signs
from xlcheck.lang.systems import MANDARIN, RARER_SYSTEMS, SYSTEMS, VIETNAMESE
from xlcheck.model import Concept, Name, Reading

_CITY = ("City", (("市",),))

_Words = Sequence[re.Match[str]]


@dataclass(frozen=True, slots=True)
class _Window:
    """Neighbouring words that may be a whole name."""

    first: int
    last: int
    readings: tuple[Reading, ...]

    @property
    def rank(self) -> tuple[bool, int, int]:
        known = any(reading.persons for reading in self.readings)
        return not known, self.first, -self.last


class Parts:
    """Finds the parts of names in Latin and Cyrillic; known people and places (see `Bearers`) in any reading of theirs.

    Words in Latin that together can be read as a name's characters are one part, each other capitalised word is one by
    itself (a surname or given name used alone), except an ordinary word that opens the sentence.
    """

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers
        self._known: dict[tuple[str, ...], tuple[Reading, ...]] = {}

    def of(self, line: Line, run: _Words, script: str) -> Iterator[Name]:
        """The parts of a run, in reading order."""
        for words in _neighbours(line, run):
            split = self._split([word[0] for word in words], script)
            for first, last, readings in sorted(split, key=lambda part: part[0]):
                if readings or words[first].start() > 0 or _readable(words[first][0], script):
                    yield _part(line, words[first:last], script, readings, opening=first == 0)

    def _split(self, words: Sequence[str], script: str) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
        """The names in a row of capitalised words: known ones before any other reading."""
        windows = [
            _Window(first, last, readings)
            for first in range(len(words) if script == "Latn" else 0)
            for last in range(first + 1, min(first + LIMITS.name_words, len(words)) + 1)
            if (readings := self._readings(tuple(words[first:last])))
        ]
        free = set(range(len(words)))
        for window in sorted(windows, key=lambda window: window.rank):
            inside = range(window.first, window.last)
            if free.issuperset(inside):
                free.difference_update(inside)
                yield window.first, window.last, window.readings
        yield from ((single, single + 1, ()) for single in free)

    def _readings(self, words: tuple[str, ...]) -> tuple[Reading, ...]:
        if words not in self._known:
            self._known[words] = tuple(self._read(words))
        return self._known[words]

    def _read(self, words: tuple[str, ...]) -> Iterator[Reading]:
        key = name_key("".join(words))
        known: set[Concept] = set()
        for system in (*SYSTEMS, *RARER_SYSTEMS):
            for choice in product(*(_ways(system, word, len(words)) for word in words)):
                lattice = tuple(chain.from_iterable(choice))
                if not 2 <= len(lattice) <= LIMITS.name_syllables:
                    continue
                single = len(words) == 1 and len(lattice) == 2
                kinds = ("place",) if single else ("person", "place")
                persons = tuple(p for p in self._bearers.read(system, key, lattice, kinds) if p not in known)
                if system not in RARER_SYSTEMS:
                    known.update(persons)
                if persons or (not single and _looks_like_name(system, [len(word) for word in choice])):
                    yield Reading(system, lattice, persons)


def _part(line: Line, words: _Words, script: str, readings: tuple[Reading, ...], *, opening: bool) -> Name:
    """One part, with what stands next to it; of a word that is no reading, an honorific in front alone."""
    start, end, language = words[0].start(), words[-1].end(), line.language
    told = bool(readings) or (opening and _title_before(line, start))
    return Name(
        line.span(start, end),
        name_key(line.text[start:end]),
        script,
        tuple(sounds(word[0]) for word in words),
        readings=readings,
        signs=signs(language, line.text, start, end) if told else frozenset(),
        home=home(language, line.text, start) if readings else "",
    )


def _title_before(line: Line, start: int) -> bool:
    """Whether an honorific stands right in front."""
    words = line.text[max(0, start - LIMITS.title) : start].split()
    return bool(words) and words[-1].lower().rstrip(".") in honorifics(line.language)


def _neighbours(line: Line, run: _Words) -> Iterator[_Words]:
    """The capitalised words of a run that stand together, parted behind a country: Việt Nam | Phạm Minh Chính."""
    words: list[re.Match[str]] = []
    names, titles = countries(line.language), honorifics(line.language)
    for word in run:
        if not word[0][0].isupper() or word[0].lower() in titles:
            continue
        gap = line.text[words[-1].end() : word.start()] if words else ""
        apart = words and not (len(gap) <= LIMITS.name_gap and gap.isspace())
        if words and (apart or " ".join(each[0].lower() for each in words[-2:]) in names):
            yield words
            words = []
        words.append(word)
    if words:
        yield words


def _ways(system: str, word: str, words: int) -> tuple[Lattice, ...]:
    return _CITY[1] if words > 1 and word == _CITY[0] else lattices(system, word)


def _looks_like_name(system: str, syllables: Sequence[int]) -> bool:
    """Whether syllables are spread over the words as in a full name of no known person."""
    total = sum(syllables)
    if system == VIETNAMESE:
        return total <= 4
    if system in RARER_SYSTEMS:
        return False
    return len(syllables) > 1 and syllables[0] == 1 and (total == 3 or (total, system) == (2, MANDARIN))


def _readable(word: str, script: str) -> bool:
    return script == "Latn" and any(lattices(system, word) for system in SYSTEMS)
