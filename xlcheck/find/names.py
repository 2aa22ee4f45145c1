"""Personal names as they stand in a sentence, and the characters that they may be readings of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product

from xlcheck.find.readings import SYSTEMS, Lattice, homophones, lattices, simplify
from xlcheck.find.signs import honorifics, signs
from xlcheck.model import Concept, Fact, Glossary, NameForm, Reading, Sentence, Span, primary
from xlcheck.model.name import name_key

_LETTER = r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f]"
# An apostrophe inside a word joins syllables only where pinyin has it (Xi'an, Zheng'en): not in Lâm's, d'Hanoï.
_WORD = re.compile(rf"(?<!{_LETTER}){_LETTER}+(?:['’][aeo][a-z]*)?(?:[-‐]{_LETTER}+)*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_MOST_WORDS = 5
_MOST_SYLLABLES = 5
_WIDEST_GAP = 2  # a blank and a line break
_KINDS_OF_SOUND = ("vi", "zh")


@dataclass(frozen=True, slots=True, eq=False)
class _Person:
    """A person of the glossary, the characters in simplified form, and what already reads them rightly."""

    concept: Concept
    written: str
    characters: str
    readings: dict[str, frozenset[str]]

    def may_be(self, system: str, key: str, lattice: Lattice) -> bool:
        """Whether a form reads as this person's characters and is no variant of an accepted reading."""
        own = self.readings.get(system)
        return _reads(lattice, self.characters) and (own is None or key in own)


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
    """Finds names; those of the glossary's persons who have a Chinese term under any reading of theirs.

    Facts are of kind `name` with a `NameForm`. In Latin script: runs of capitalised words that can be
    read as a name's characters, and each other capitalised word by itself (a surname or given name
    used alone, a name that is no reading) except an ordinary word that opens the sentence. In Chinese:
    the glossary's persons, and characters that sound like theirs.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._known: dict[tuple[str, ...], tuple[Reading, ...]] = {}

    def find(self, sentence: Sentence) -> tuple[Fact, ...]:
        """The sentence's names in reading order; none overlap."""
        found = chain(self._in_latin(sentence), self._in_characters(sentence))
        return tuple(sorted(found, key=lambda fact: fact.span.start))

    @cached_property
    def _persons(self) -> tuple[_Person, ...]:
        return tuple(
            _person(concept, term.text)
            for concept in self._glossary.concepts
            if concept.kind == "person"
            for term in concept.terms
            if term.status.accepted and primary(term.language) == "zh" and _HAN.fullmatch(term.text)
        )

    @cached_property
    def _by_first(self) -> dict[str, list[_Person]]:
        index: defaultdict[str, list[_Person]] = defaultdict(list)
        for person in self._persons:
            index[person.characters[0]].append(person)
        return dict(index)

    def _in_latin(self, sentence: Sentence) -> Iterator[Fact]:
        language = primary(sentence.language)
        for run in _runs(sentence.text, honorifics(language)):
            texts = [word.group() for word in run]
            for first, last, readings in self._split(texts):
                if not readings and run[first].start() == 0 and not _readable(texts[first]):
                    continue
                start, end = run[first].start(), run[last - 1].end()
                seen = signs(language, sentence.text, start, end) if readings else frozenset()
                form = NameForm(name_key(sentence.text[start:end]), readings, seen)
                yield _fact(sentence, form, start, end)

    def _split(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
        """The names in a run of capitalised words: persons of the glossary before any other reading."""
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
        least = 2 if len(words) > 1 else 3
        for system in SYSTEMS:
            for choice in product(*(lattices(system, word) for word in words)):
                lattice = tuple(chain.from_iterable(choice))
                if not least <= len(lattice) <= _MOST_SYLLABLES:
                    continue
                persons = self._persons_read(system, key, lattice)
                if persons or _looks_like_name(system, [len(word) for word in choice]):
                    yield Reading(system, lattice, persons)

    def _persons_read(self, system: str, key: str, lattice: Lattice) -> tuple[Concept, ...]:
        heads = self._by_first.keys() & set(lattice[0]) if self._by_first else ()
        found = (p.concept for h in sorted(heads) for p in self._by_first[h] if p.may_be(system, key, lattice))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _by_sound(self) -> dict[str, list[tuple[_Person, str, Lattice]]]:
        """First character -> the persons whose names may begin with that sound, how, and the rest."""
        index: defaultdict[str, list[tuple[_Person, str, Lattice]]] = defaultdict(list)
        for person in self._persons:
            for system in _KINDS_OF_SOUND:
                lattice = tuple(homophones(system, c) + c for c in person.characters)
                for first in sorted(set(lattice[0])):
                    index[first].append((person, system, lattice))
        return dict(index)

    def _in_characters(self, sentence: Sentence) -> Iterator[Fact]:
        language = primary(sentence.language)
        for run in _HAN.finditer(sentence.text):
            text = simplify(run.group())
            at = 0
            while at < len(text):
                form, length = self._written_at(text, at)
                if form is not None:
                    start = run.start() + at
                    seen = signs(language, sentence.text, start, start + length)
                    yield _fact(sentence, NameForm(form.key, form.readings, seen), start, start + length)
                at += length

    def _written_at(self, text: str, at: int) -> tuple[NameForm | None, int]:
        """The name that begins at a place in simplified characters, and the characters to go on by."""
        alike: tuple[NameForm | None, int] = None, 1
        for person, system, lattice in self._by_sound.get(text[at], ()):
            here = text[at : at + len(lattice)]
            if here == person.characters:
                return self._exactly(person), len(here)
            if alike[0] is None and _sounds_like(here, person.characters, lattice):
                alike = NameForm(here, (Reading(system, lattice, (person.concept,)),)), len(here)
        return alike

    def _exactly(self, person: _Person) -> NameForm:
        same = (p.concept for p in self._persons if p.characters == person.characters)
        itself = Reading("und-Hani", tuple(person.characters), tuple(dict.fromkeys(same)))
        return NameForm(name_key(person.written), (itself,))


def _person(concept: Concept, written: str) -> _Person:
    characters = simplify(written)
    own: defaultdict[str, set[str]] = defaultdict(set)
    for term in concept.terms:
        words = [word.group() for word in _WORD.finditer(term.text)] if term.status.accepted else []
        for system in SYSTEMS:
            choices = product(*(lattices(system, word) for word in words)) if words else ()
            if any(_reads(tuple(chain.from_iterable(choice)), characters) for choice in choices):
                own[system].add(name_key(term.text))
    return _Person(concept, written, characters, {s: frozenset(keys) for s, keys in own.items()})


def _reads(lattice: Lattice, characters: str) -> bool:
    return len(lattice) == len(characters) and all(
        character in syllable for character, syllable in zip(characters, lattice, strict=True)
    )


def _sounds_like(here: str, characters: str, lattice: Lattice) -> bool:
    """The same sounds, and most of the name left: a surname kept in two characters, any one of more."""
    kept = [one == other for one, other in zip(here, characters, strict=False)]
    return _reads(lattice, here) and (kept[0] if len(kept) == 2 else any(kept))


def _looks_like_name(system: str, syllables: Sequence[int]) -> bool:
    """Whether syllables are spread over the words as in a full name of no known person."""
    total = sum(syllables)
    if system == "vi":
        return total <= 4
    return len(syllables) > 1 and syllables[0] == 1 and (total == 3 or (total, system) == (2, "zh"))


def _readable(word: str) -> bool:
    return any(lattices(system, word) for system in SYSTEMS)


def _runs(text: str, breaks: frozenset[str]) -> Iterator[list[re.Match[str]]]:
    """Capitalised words with nothing but a blank between them; honorifics stand outside."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if not word.group()[0].isupper() or _plain(word.group()) in breaks:
            continue
        gap = text[run[-1].end() : word.start()] if run else ""
        if run and not (len(gap) <= _WIDEST_GAP and gap.isspace()):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()


def _fact(sentence: Sentence, form: NameForm, start: int, end: int) -> Fact:
    base = sentence.span.start
    return Fact("name", form, Span(sentence.span.document, base + start, base + end))
