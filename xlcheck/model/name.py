"""A personal name and the Chinese characters that it may be a reading of."""

from __future__ import annotations

from dataclasses import dataclass

from xlcheck.model.term import Concept


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a name apart into readings of Chinese characters.

    `system` is the BCP 47 language whose readings these are (`zh` pinyin, `vi` Sino-Vietnamese, `ko` ...);
    `characters` holds, for each syllable, the characters that read so.
    """

    system: str
    characters: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as found: `key` is equal for forms that differ only in case, diacritics or normal form.

    `readings` is empty for a name that cannot be read off characters; `persons` are the glossary's
    persons whose characters it may be a reading of.
    """

    key: str
    readings: tuple[Reading, ...] = ()
    persons: tuple[Concept, ...] = ()
