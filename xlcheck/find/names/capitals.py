"""Names in scripts with capitals, Latin and Cyrillic: words in a row that have one, whatever else the sentence has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.readings import lattices
from xlcheck.evidence.names.spoken import sounds
from xlcheck.find.limits import LIMITS
from xlcheck.find.names.countries import in_country, leading_country, readings_behind
from xlcheck.find.names.holders import Run, offices_held
from xlcheck.find.names.line import Line
from xlcheck.find.names.parts import Parts
from xlcheck.find.names.signs import honorifics
from xlcheck.lang.scripts import CYRILLIC, GREEK, LATIN, LATIN_MARKS
from xlcheck.lang.systems import ABROAD, SYSTEMS
from xlcheck.model import Name, Reading

_LETTER = f"(?:[{LATIN}{GREEK}{CYRILLIC}][{LATIN_MARKS}]*)"
"""Of scripts with capitals alone: no blank parts a name in Latin from Chinese characters next to it."""
# An apostrophe inside a word joins syllables only where pinyin (Xi'an, Zheng'en) or Wade-Giles (P'ing) has it:
# not in Lâm's, d'Hanoï.
_PART = rf"{_LETTER}+(?:['’][aeo][a-z]*|(?<=[ptkhs])['’][aeiou][a-z]+)?"
_WORD = re.compile(rf"{_PART}(?:[-‐]{_PART})*")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "van", "von"}
)
_JOINT = re.compile(r"[\s'’.]{1,2}|\.\s")
_CYRILLIC = re.compile(f"[{CYRILLIC}]")


class CapitalisedNames:
    """Finds runs of capitalised words; offices and honorifics are no part of them, a country is a name by itself."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def find(self, line: Line) -> Iterator[Name]:
        runs = list(_runs(line))
        for run, offices in zip(runs, offices_held(line, runs), strict=True):
            country = line.offices is not None and all(in_country(word[0], line.language) for word in run)
            words = [word[0] for word in run]
            first = 0
            if line.offices and not country:
                first = leading_country(words, line.language, bool(offices))
            if first:
                yield self._name(line, run[:first], country=True)
            name = run[first:]
            readings = tuple(readings_behind(words[first:])) if first else ()
            yield self._name(line, name, frozenset() if country else offices, readings, country=country)

    def _name(
        self,
        line: Line,
        run: Run,
        offices: frozenset[str] = frozenset(),
        readings: tuple[Reading, ...] = (),
        *,
        country: bool,
    ) -> Name:
        """The name of a run, which is its own only part where the words are read together or there is one."""
        start, end = run[0].start(), run[-1].end()
        span, text = line.span(start, end), line.text[start:end]
        script = "Cyrl" if _CYRILLIC.search(text) else "Latn"
        parts = tuple(self._parts.of(line, run, script))
        itself = parts[0] if len(parts) == 1 and parts[0].span == span else None
        readings = itself.readings if itself else readings
        return Name(
            span,
            name_key(text),
            script,
            tuple(sounds(word[0]) for word in run if word[0][0].isupper()),
            opens=not parts,
            readings=readings,
            families=_families([word[0] for word in run]) if offices else "",
            offices=offices,
            signs=parts[0].signs if parts and parts[0].span.start == span.start else frozenset(),
            home=itself.home if itself else "",
            country=country,
            sino_vietnamese=line.language.traits.romanised_readings
            and any(each.system == line.language.primary for each in readings),
            parts=() if itself else parts,
        )


def _families(words: Sequence[str]) -> str:
    """The characters that a surname alone, or behind a given name that is no reading, may be read off."""
    alone = len(words) == 1 or (
        len(words) == LIMITS.full_name and not any(lattices(system, words[0]) for system in SYSTEMS)
    )
    ways = (way for system in (*SYSTEMS, *ABROAD) for way in lattices(system, words[-1]))
    return "".join(way[0] for way in ways if len(way) == 1) if alone else ""


def _runs(line: Line) -> Iterator[Run]:
    """The runs of a line's capitalised words, without the honorifics that open them."""
    titles = honorifics(line.language)
    for run in _together(line):
        first = next((at for at, word in enumerate(run) if word[0].lower() not in titles and word[0][0].isupper()), 0)
        if first or run[0][0].lower() not in titles:
            yield run[first:]


def _together(line: Line) -> Iterator[list[re.Match[str]]]:
    """Capitalised words with a blank, a point, an apostrophe or particles between them; a last particle is none."""
    text = line.text
    taken = bytearray(len(text) + 1)
    for match in line.found:
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    run: list[re.Match[str]] = []
    particles: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        joined = not run or _JOINT.fullmatch(text, (particles or run)[-1].end(), word.start())
        capital = word[0][0].isupper() and not taken[word.start()]
        if run and not (joined and (capital or word[0] in _PARTICLES)):
            yield run
            run, particles = [], []
        if capital:
            run += [*particles, word]
            particles = []
        elif run:
            particles.append(word)
    if run:
        yield run
