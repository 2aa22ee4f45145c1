"""Names as they stand in a sentence, in whatever script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.spoken import WITH_CAPITALS, in_characters, sounds
from xlcheck.find.names.bearers import Bearers
from xlcheck.find.names.capitals import CapitalisedNames
from xlcheck.find.names.characters import CharacterNames
from xlcheck.find.names.homes import homes_in_characters
from xlcheck.find.names.line import Line
from xlcheck.find.names.parts import Parts
from xlcheck.find.names.uncased import beside_offices, pointed_names
from xlcheck.model import Glossary, Name, Sentence


class NameFinder:
    """Finds names, those of known people and places (see `Bearers`) under any reading of theirs.

    In Latin and Cyrillic: runs of capitalised words, those that open the sentence too. In the other scripts: the known
    names in Chinese characters and in Hangul, characters that sound like a person's, what is next to an office, and
    in katakana names of several words.
    """

    def __init__(self, glossary: Glossary) -> None:
        bearers = Bearers(glossary)
        self._capitalised = CapitalisedNames(Parts(bearers))
        self._in_characters = CharacterNames(bearers)

    def find(self, sentence: Sentence) -> tuple[Name, ...]:
        """The sentence's names in reading order.

        None overlap but those whose end is not known, which may run into others.
        """
        line = Line.of(sentence)
        names = chain(self._capitalised.find(line), self._in_characters.find(line), _in_other_scripts(line))
        return tuple(sorted(names, key=lambda name: (name.span.start, name.span.end)))


def _in_other_scripts(line: Line) -> Iterator[Name]:
    """Names next to an office, and those in katakana; behind a country, with where their bearers are from."""
    homes = {line.span(start, end).start: (start, end, region) for start, end, region in homes_in_characters(line.text)}
    if line.script not in WITH_CAPITALS:
        pointed = pointed_names(line) if line.script == "Kana" else ()
        beside = beside_offices(line, line.offices) if line.offices else ()
        for name in chain(beside, pointed):
            _, _, region = homes.pop(name.span.start, (0, 0, ""))
            yield replace(name, home=region) if region else name
    for start, end, region in homes.values():
        text = line.text[start:end]
        words, characters = (sounds(text),), in_characters(text, "Hani")
        key, at = name_key(text), line.span(start, end)
        yield Name(at, key, "Hani", words, bounded=False, characters=characters, home=region)
