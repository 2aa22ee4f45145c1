"""Personal names as they stand in a sentence, and the characters that they may be readings of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from xlcheck.evidence.names.forms import name_key
from xlcheck.find.bearers import WORD, Bearers
from xlcheck.find.characters import CharacterNames, name_fact
from xlcheck.find.homes import countries, find_written, home
from xlcheck.find.readings import RARER_SYSTEMS, SYSTEMS, Lattice, lattices
from xlcheck.find.signs import honorifics, signs
from xlcheck.model import Concept, Fact, Glossary, NameForm, Reading, Sentence, primary

_MOST_WORDS = 5
_MOST_SYLLABLES = 5
_WIDEST_GAP = 2  # a blank and a line break
_LONGEST_TITLE = 16
_CITY = ("City", (("市",),))


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


class NameFinder:
    """Finds names; those of known people and places (see `Bearers`) under any reading of theirs.

    Facts are of kind `name` with a `NameForm`. In Latin script: runs of capitalised words that can be
    read as a name's characters, and each other capitalised word by itself (a surname or given name
    used alone, a name that is no reading) except an ordinary word that opens the sentence. In Chinese:
    the known names, and characters that sound like a person's; in Hangul readings of the known names.
    A name in characters behind a country and an office is a fact `written` besides, with a `Written`.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._bearers = Bearers(glossary)
        self._in_characters = CharacterNames(self._bearers)
        self._known: dict[tuple[str, ...], tuple[Reading, ...]] = {}

    def find(self, sentence: Sentence) -> tuple[Fact, ...]:
        """The sentence's names in reading order; none overlap."""
        found = chain(self._in_latin(sentence), self._in_characters.find(sentence), find_written(sentence))
        return tuple(sorted(found, key=lambda fact: fact.span.start))

    def _in_latin(self, sentence: Sentence) -> Iterator[Fact]:
        language, text = primary(sentence.language), sentence.text
        titles = honorifics(language)
        for run in _behind_countries(_runs(text, titles), language):
            texts = [word.group() for word in run]
            for first, last, readings in self._split(texts):
                start, end = run[first].start(), run[last - 1].end()
                if readings:
                    seen = signs(language, text, start, end)
                    form = NameForm(name_key(text[start:end]), readings, seen, home(language, text, start))
                    yield name_fact(sentence, form, start, end)
                elif start > 0 or _readable(texts[first]):
                    beside = first == 0 and _last_word(text[max(0, start - _LONGEST_TITLE) : start]) in titles
                    seen = signs(language, text, start, end) if beside else frozenset()
                    yield name_fact(sentence, NameForm(name_key(text[start:end]), (), seen), start, end)

    def _split(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
        """The names in a run of capitalised words: known ones before any other reading."""
        windows = [
            _Window(first, last, readings)
            for first in range(len(words))
            for last in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1)
            if (readings := self._readings(tuple(words[first:last])))
        ]
        free = set(range(len(words)))
        for window in sorted(windows, key=lambda window: window.rank):
            inside = range(window.first, window.last)
            if free.issuperset(inside):
                free.difference_update(inside)
                yield window.first, window.last, window.readings
        yield from ((single, single + 1, ()) for single in sorted(free))

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
                if not 2 <= len(lattice) <= _MOST_SYLLABLES:
                    continue
                single = len(words) == 1 and len(lattice) == 2
                kinds = ("place",) if single else ("person", "place")
                persons = tuple(p for p in self._bearers.read(system, key, lattice, kinds) if p not in known)
                if system not in RARER_SYSTEMS:
                    known.update(persons)
                if persons or (not single and _looks_like_name(system, [len(word) for word in choice])):
                    yield Reading(system, lattice, persons)


def _ways(system: str, word: str, words: int) -> tuple[Lattice, ...]:
    return _CITY[1] if words > 1 and word == _CITY[0] else lattices(system, word)


def _looks_like_name(system: str, syllables: Sequence[int]) -> bool:
    """Whether syllables are spread over the words as in a full name of no known person."""
    total = sum(syllables)
    if system == "vi":
        return total <= 4
    if system in RARER_SYSTEMS:
        return False
    return len(syllables) > 1 and syllables[0] == 1 and (total == 3 or (total, system) == (2, "zh"))


def _last_word(text: str) -> str:
    words = text.split()
    return _plain(words[-1]).rstrip(".") if words else ""


def _readable(word: str) -> bool:
    return any(lattices(system, word) for system in SYSTEMS)


def _runs(text: str, breaks: frozenset[str]) -> Iterator[list[re.Match[str]]]:
    """Capitalised words with nothing but a blank between them; honorifics stand outside."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if not word.group()[0].isupper() or _plain(word.group()) in breaks:
            continue
        gap = text[run[-1].end() : word.start()] if run else ""
        if run and not (len(gap) <= _WIDEST_GAP and gap.isspace()):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _behind_countries(runs: Iterator[list[re.Match[str]]], language: str) -> Iterator[list[re.Match[str]]]:
    """The runs, parted behind a country of two words: Thủ tướng Việt Nam | Phạm Minh Chính."""
    names = countries(language)
    for run in runs:
        first = 0
        for at in range(2, len(run)):
            if " ".join(_plain(word.group()) for word in run[at - 2 : at]) in names:
                yield run[first:at]
                first = at
        yield run[first:]


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()
