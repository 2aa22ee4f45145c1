"""The people and places that are written in Chinese characters, and what reads as their characters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain, product

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.readings import Lattice, lattices, simplify
from xlcheck.lang import Language
from xlcheck.lang.scripts import HAN, LATIN, LATIN_MARKS
from xlcheck.lang.systems import RARER_SYSTEMS, SYSTEMS
from xlcheck.model import Concept, Glossary, Term

_LETTER = f"[{LATIN}{LATIN_MARKS}]"
# An apostrophe inside a word joins syllables only where pinyin (Xi'an, Zheng'en) or Wade-Giles (P'ing) has it:
# not in Lâm's, d'Hanoï.
_PART = rf"{_LETTER}+(?:['’][aeo][a-z]*|(?<=[ptkhs])['’][aeiou][a-z]+)?"
WORD = re.compile(rf"(?<!{_LETTER}){_PART}(?:[-‐]{_PART})*")
IN_HAN = re.compile(f"[{HAN}]+")
_CITY = "市"


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """A person or place, the characters in simplified form, and what already reads them rightly."""

    concept: Concept
    written: str
    characters: str
    readings: dict[str, frozenset[str]]

    def may_be(self, system: str, key: str, lattice: Lattice) -> bool:
        """Whether a form reads as these characters and is no variant of an accepted reading."""
        own = self.readings.get(system)
        return _reads(lattice, self.characters) and (own is None or key in own)


class Bearers:
    """The glossary's persons and places with a Chinese term, and well-known places outside China."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    @cached_property
    def all(self) -> tuple[Bearer, ...]:
        found = [
            bearer
            for concept in self._glossary.concepts
            if concept.kind in ("person", "place")
            for term in concept.terms
            if term.status.accepted and Language.of(term.language).traits.all_han and IN_HAN.fullmatch(term.text)
            for bearer in _bearers(concept, term.text)
        ]
        known = {bearer.characters for bearer in found}
        return (*found, *(bearer for bearer in _places() if bearer.characters not in known))

    @cached_property
    def _by_first(self) -> dict[str, list[Bearer]]:
        index: defaultdict[str, list[Bearer]] = defaultdict(list)
        for bearer in self.all:
            index[bearer.characters[0]].append(bearer)
        return dict(index)

    def read(self, system: str, key: str, lattice: Lattice, kinds: tuple[str, ...]) -> tuple[Concept, ...]:
        """Those of some kinds whose characters a form, with its `name_key`, may be a reading of."""
        heads = sorted(self._by_first.keys() & set(lattice[0]))
        found = (b.concept for h in heads for b in self._by_first[h] if b.may_be(system, key, lattice))
        return tuple(dict.fromkeys(concept for concept in found if concept.kind in kinds))


def _bearers(concept: Concept, written: str) -> Iterator[Bearer]:
    """One, and for a city two: 胡志明市 is 胡志明 too."""
    yield _bearer(concept, written)
    if concept.kind == "place" and written.endswith(_CITY) and len(written) > 2:
        yield _bearer(concept, written.removesuffix(_CITY))


def _bearer(concept: Concept, written: str) -> Bearer:
    characters = simplify(written)
    own: defaultdict[str, set[str]] = defaultdict(set)
    for term in concept.terms:
        words = [word.group() for word in WORD.finditer(term.text)] if term.status.accepted else []
        for system in (*SYSTEMS, *RARER_SYSTEMS):
            choices = product(*(lattices(system, word) for word in words)) if words else ()
            if any(_reads(tuple(chain.from_iterable(choice)), characters) for choice in choices):
                own[system].add(name_key(term.text))
    return Bearer(concept, written, characters, {s: frozenset(keys) for s, keys in own.items()})


@cache
def _places() -> tuple[Bearer, ...]:
    lines = (files("xlcheck.find") / "data/places.tsv").read_text("utf-8").splitlines()[1:]
    concepts = (
        (Concept(f"place:{zh}", "place", (Term(zh, "zh"), Term(en, "en"), *((Term(vi, "vi"),) if vi else ()))), zh)
        for zh, _, en, vi in (line.split("\t") for line in lines)
    )
    return tuple(bearer for concept, zh in concepts for bearer in _bearers(concept, zh))


def _reads(lattice: Lattice, characters: str) -> bool:
    return len(lattice) == len(characters) and all(
        character in syllable for character, syllable in zip(characters, lattice, strict=True)
    )
