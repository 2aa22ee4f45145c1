"""A language's words for offices, and what they mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from xlcheck.lang import Language

_NO_ROLE = "-"
"""Stands for the office of a word that several people may be called by at once: comrade, leader."""


@dataclass(frozen=True, slots=True)
class Offices:
    """A language's words for offices: the side of them on which the name is, the pattern, and what a word may mean."""

    place: str
    pattern: re.Pattern[str]
    meanings: Mapping[str, frozenset[str]]

    def found_in(self, text: str) -> list[re.Match[str]]:
        return list(self.pattern.finditer(text))

    def meaning(self, found: re.Match[str]) -> frozenset[str]:
        """The offices that a word found may mean."""
        word = found["word"] if "word" in found.re.groupindex else found[0]
        return self.meanings.get(word.lower(), frozenset())


@cache
def offices_of(language: Language) -> Offices | None:
    """The offices that one person holds; None where none are known in the language."""
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    places = set()
    for place, office, _, words in language.rows("offices"):
        if office != _NO_ROLE:
            places.add(place)
            for word in words.split("|"):
                meanings[word].add(office)
    if not places:
        return None
    choice = "|".join(re.escape(word) for word in sorted(meanings, key=lambda word: (-len(word), word)))
    shape = rf"(?<![\w-])(?:{choice})(?!\w)"
    if language.traits.prefix:
        shape = rf"(?<!\w)(?:{language.traits.prefix})(?P<word>{choice})(?!\w)"
    elif not language.traits.bounded:
        shape = f"(?:{choice})"
    return Offices(places.pop(), re.compile(shape, re.IGNORECASE), {w: frozenset(m) for w, m in meanings.items()})
