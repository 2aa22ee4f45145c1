"""Names of known people and places in Chinese characters and in Hangul."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import product

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.readings import Lattice, homophones, simplify, spellings
from xlcheck.find.names.bearers import IN_HAN, Bearer, Bearers
from xlcheck.find.names.line import Line
from xlcheck.find.names.signs import signs
from xlcheck.lang import Language
from xlcheck.lang.scripts import HANGUL_SYLLABLES
from xlcheck.lang.systems import HANGUL, HEARD
from xlcheck.model import Name, Reading

_HANGUL_WORD = re.compile(f"[{HANGUL_SYLLABLES}]{{2,}}")

_Known = tuple[str, Reading]
"""The key of a name, and how it is written in characters."""


class CharacterNames:
    """Finds the known bearers of names where they are written in characters, and forms that sound like a person's."""

    def __init__(self, bearers: Bearers) -> None:
        self._bearers = bearers

    def find(self, line: Line) -> Iterator[Name]:
        yield from self._in_han(line)
        yield from self._in_hangul(line)

    def _in_han(self, line: Line) -> Iterator[Name]:
        for run in IN_HAN.finditer(line.text):
            text = simplify(run[0])
            at = 0
            while at < len(text):
                known, length = self._written_at(text, at)
                if known is not None:
                    key, reading = known
                    start = run.start() + at
                    yield _name(line, start, start + length, "Hani", key, reading)
                at += length

    def _written_at(self, text: str, at: int) -> tuple[_Known | None, int]:
        """The name that begins at a place in simplified characters, and the characters to go on by."""
        alike: tuple[_Known | None, int] = None, 1
        for bearer, system, lattice in self._by_sound.get(text[at], ()):
            here = text[at : at + len(lattice)]
            if here == bearer.characters:
                return self._exactly(bearer), len(here)
            if alike[0] is None and bearer.concept.kind == "person" and _sounds_like(here, bearer.characters, lattice):
                alike = (here, Reading(system, lattice, (bearer.concept,))), len(here)
        return alike

    def _exactly(self, bearer: Bearer) -> _Known:
        same = (other.concept for other in self._bearers.all if other.characters == bearer.characters)
        return name_key(bearer.written), Reading("und-Hani", tuple(bearer.characters), tuple(dict.fromkeys(same)))

    @cached_property
    def _by_sound(self) -> dict[str, list[tuple[Bearer, str, Lattice]]]:
        """First character -> the bearers whose names may begin with that sound, how, and the rest."""
        index: defaultdict[str, list[tuple[Bearer, str, Lattice]]] = defaultdict(list)
        for bearer in sorted(self._bearers.all, key=lambda bearer: -len(bearer.characters)):
            for system in HEARD:
                lattice = tuple(homophones(system, c) + c for c in bearer.characters)
                for first in sorted(set(lattice[0])):
                    index[first].append((bearer, system, lattice))
        return dict(index)

    def _in_hangul(self, line: Line) -> Iterator[Name]:
        for word in _HANGUL_WORD.finditer(line.text):
            for length in (4, 3, 2):
                bearers = self._by_hangul.get(word[0][:length]) if len(word[0]) >= length else None
                if bearers:
                    reading = Reading(HANGUL, tuple(bearers[0].characters), tuple(b.concept for b in bearers))
                    key = name_key(word[0][:length])
                    yield _name(line, word.start(), word.start() + length, "Hang", key, reading)
                    break

    @cached_property
    def _by_hangul(self) -> dict[str, list[Bearer]]:
        index: defaultdict[str, list[Bearer]] = defaultdict(list)
        for bearer in self._bearers.all:
            for choice in product(*(spellings(HANGUL, character) for character in bearer.characters)):
                index["".join(choice)].append(bearer)
        return dict(index)


def _sounds_like(here: str, characters: str, lattice: Lattice) -> bool:
    """The same sounds, and most of the name left: a surname kept in two characters, any one of more."""
    kept = [one == other for one, other in zip(here, characters, strict=False)]
    reads = len(here) == len(lattice) and all(c in syllable for c, syllable in zip(here, lattice, strict=True))
    return reads and (kept[0] if len(kept) == 2 else any(kept))


def _name(line: Line, start: int, end: int, script: str, key: str, reading: Reading) -> Name:
    language = Language.of("ko") if script == "Hang" else line.language
    seen = signs(language, line.text, start, end)
    return Name(line.span(start, end), key, script, readings=(reading,), signs=seen)
