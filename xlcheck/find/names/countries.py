"""Whether words are a country's name, which may stand between an office and the name of whoever holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, product, takewhile

from xlcheck.evidence.names.readings import lattices
from xlcheck.find.limits import LIMITS
from xlcheck.find.names.homes import countries
from xlcheck.lang import Language
from xlcheck.lang.systems import SYSTEMS
from xlcheck.model import Reading

_HYPHEN = re.compile("[-‐]")


def leading_country(words: Sequence[str], language: Language, beside: bool) -> int:
    """How many words of a run are a country's that opens it, where a full name is left: Trung Quốc | Tập Cận Bình.

    One word may be a surname as well (Hà, Jordan): it is a country only where the rest alone reads as characters, or
    `beside` an office in a language that puts the country between the two (Thủ tướng Anh Theresa May).
    """
    known = next((n for n in (2, 1) if " ".join(words[:n]).lower() in countries(language)), 0)
    length = known or sum(1 for _ in takewhile(lambda word: in_country(word, language), words))
    rest = words[length:]
    if not length or len(rest) < LIMITS.full_name:
        return 0
    foreign = not language.traits.romanised_readings or all(map(str.isascii, rest))
    between = beside and language.traits.country_after_office and foreign and not any(readings_behind(words))
    sure = known or length > 1 or between or (any(readings_behind(rest)) and not any(readings_behind(words)))
    return length if sure else 0


def readings_behind(words: Sequence[str]) -> Iterator[Reading]:
    """What a name behind a country may be read off, its surname first."""
    if len(words) > LIMITS.office_syllables:
        return
    for system in SYSTEMS:
        for choice in product(*(lattices(system, word) for word in words)):
            lattice = tuple(chain.from_iterable(choice))
            if len(choice[0]) == 1 and LIMITS.full_name <= len(lattice) <= LIMITS.office_syllables:
                yield Reading(system, lattice)


def in_country(word: str, language: Language) -> bool:
    """Whether a word, or each one joined by hyphens, is part of a country's name, inflected or not."""
    names = country_words(language)
    inflects = language.traits.inflects
    return all(
        part in names or (len(part) > LIMITS.inflected_country and inflects and part[:-1] in names)
        for part in _HYPHEN.split(word)
    )


@cache
def country_words(language: Language) -> frozenset[str]:
    """The words of countries' names, the longer ones also without their last letter."""
    words = [word for (words,) in language.rows("territories") for word in words.split("|")]
    inflected = (word[:-1] for word in words if len(word) >= LIMITS.inflected_country and language.traits.inflects)
    return frozenset((*words, *inflected))
