"""A personal name and the Chinese characters that it may be a reading of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from xlcheck.model.term import Concept


def name_key(text: str) -> str:
    """What forms of one name share: the letters alone, without case, marks, spaces and hyphens.

    `tolam` for Tô Lâm (NFC or NFD), To Lam and TO LAM; `kimjongun` for Kim Jong-un and Kim Jong Un.
    """
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a name apart into readings of Chinese characters.

    `system` is the BCP 47 language whose readings these are (`zh` pinyin, `vi` Sino-Vietnamese, `ko` ...);
    `characters` holds, for each syllable, the simplified characters that read so, commonest first.
    `persons` are the glossary's persons who are written with such characters. A person with an
    accepted term that is another reading in the same system is left out: that is a variant.
    """

    system: str
    characters: tuple[str, ...]
    persons: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as found: `key` is its `name_key`, and forms are equal when their keys are.

    `readings` is empty for a name that cannot be read off characters. `signs` say what the words
    next to it tell of its bearer: `feminine`, `masculine` (Ms, ông), `office` (President),
    `introduced` (“Su Lin, a student”: someone whom the text has not named before).

    A name in characters that is a glossary person's has the `key` of that term and one reading of system
    `und-Hani`, the characters themselves; one that merely sounds like a person's has the readings
    that they share, and its simplified characters for `key`.
    """

    key: str
    readings: tuple[Reading, ...] = field(default=(), compare=False)
    signs: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def persons(self) -> tuple[Concept, ...]:
        """The glossary's persons whose characters it may be a reading of, each once."""
        return tuple(dict.fromkeys(p for reading in self.readings for p in reading.persons))
