"""Names of known people and places in Chinese characters and in Hangul."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import product

from xlcheck.evidence.names.forms import name_key
from xlcheck.find.bearers import HAN, Bearer, Bearers
from xlcheck.find.readings import Lattice, homophones, simplify, spellings
from xlcheck.find.signs import signs
from xlcheck.model import Fact, NameForm, Reading, Sentence, Span, primary

_KINDS_OF_SOUND = ("vi", "zh")
_HANGUL = "ko-Hang"
_HANGUL_WORD = re.compile("[가-힣]{2,}")


class CharacterNames:
    """Finds the known bearers of names where they are written in characters, and forms that sound like a person's."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers

    def find(self, sentence: Sentence) -> Iterator[Fact]:
        yield from self._in_han(sentence)
        yield from self._in_hangul(sentence)

    def _in_han(self, sentence: Sentence) -> Iterator[Fact]:
        language = primary(sentence.language)
        for run in HAN.finditer(sentence.text):
            text = simplify(run.group())
            at = 0
            while at < len(text):
                form, length = self._written_at(text, at)
                if form is not None:
                    start = run.start() + at
                    seen = signs(language, sentence.text, start, start + length)
                    yield name_fact(sentence, NameForm(form.key, form.readings, seen), start, start + length)
                at += length

    def _written_at(self, text: str, at: int) -> tuple[NameForm | None, int]:
        """The name that begins at a place in simplified characters, and the characters to go on by."""
        alike: tuple[NameForm | None, int] = None, 1
        for bearer, system, lattice in self._by_sound.get(text[at], ()):
            here = text[at : at + len(lattice)]
            if here == bearer.characters:
                return self._exactly(bearer), len(here)
            if alike[0] is None and bearer.concept.kind == "person" and _sounds_like(here, bearer.characters, lattice):
                alike = NameForm(here, (Reading(system, lattice, (bearer.concept,)),)), len(here)
        return alike

    def _exactly(self, bearer: Bearer) -> NameForm:
        same = (other.concept for other in self._bearers.all if other.characters == bearer.characters)
        itself = Reading("und-Hani", tuple(bearer.characters), tuple(dict.fromkeys(same)))
        return NameForm(name_key(bearer.written), (itself,))

    @cached_property
    def _by_sound(self) -> dict[str, list[tuple[Bearer, str, Lattice]]]:
        """First character -> the bearers whose names may begin with that sound, how, and the rest."""
        index: defaultdict[str, list[tuple[Bearer, str, Lattice]]] = defaultdict(list)
        for bearer in sorted(self._bearers.all, key=lambda bearer: -len(bearer.characters)):
            for system in _KINDS_OF_SOUND:
                lattice = tuple(homophones(system, c) + c for c in bearer.characters)
                for first in sorted(set(lattice[0])):
                    index[first].append((bearer, system, lattice))
        return dict(index)

    def _in_hangul(self, sentence: Sentence) -> Iterator[Fact]:
        for word in _HANGUL_WORD.finditer(sentence.text):
            for length in (4, 3, 2):
                bearers = self._by_hangul.get(word[0][:length]) if len(word[0]) >= length else None
                if bearers:
                    end = word.start() + length
                    reading = Reading(_HANGUL, tuple(bearers[0].characters), tuple(b.concept for b in bearers))
                    seen = signs("ko", sentence.text, word.start(), end)
                    form = NameForm(name_key(word[0][:length]), (reading,), seen)
                    yield name_fact(sentence, form, word.start(), end)
                    break

    @cached_property
    def _by_hangul(self) -> dict[str, list[Bearer]]:
        index: defaultdict[str, list[Bearer]] = defaultdict(list)
        for bearer in self._bearers.all:
            for choice in product(*(spellings(_HANGUL, character) for character in bearer.characters)):
                index["".join(choice)].append(bearer)
        return dict(index)


def _sounds_like(here: str, characters: str, lattice: Lattice) -> bool:
    """The same sounds, and most of the name left: a surname kept in two characters, any one of more."""
    kept = [one == other for one, other in zip(here, characters, strict=False)]
    reads = len(here) == len(lattice) and all(c in syllable for c, syllable in zip(here, lattice, strict=True))
    return reads and (kept[0] if len(kept) == 2 else any(kept))


def name_fact(sentence: Sentence, form: NameForm, start: int, end: int) -> Fact:
    """A fact about a stretch of a sentence's text."""
    base = sentence.span.start
    return Fact("name", form, Span(sentence.span.document, base + start, base + end))
