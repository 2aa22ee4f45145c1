"""A personal name and the Chinese characters that it may be a reading of."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlcheck.model.term import Concept


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a name apart into readings of Chinese characters.

    `system` is the BCP 47 language whose readings these are (`zh` pinyin, `zh-Latn-wadegile` the spellings
    of Taiwan, `yue` Cantonese, `vi` Sino-Vietnamese, `ko` romanised and `ko-Hang` Sino-Korean, `ja` on readings);
    `characters` holds, for each syllable, the simplified characters that read so, commonest first.
    `persons` are the glossary's persons who are written with such characters. A person with an
    accepted term that is another reading in the same system is left out: that is a variant.
    """

    system: str
    characters: tuple[str, ...]
    persons: tuple[Concept, ...] = ()

    def meets(self, other: Reading) -> bool:
        """Whether both may be readings of the same characters."""
        return len(self.characters) == len(other.characters) and all(
            not set(ours).isdisjoint(theirs) for ours, theirs in zip(self.characters, other.characters, strict=True)
        )


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as found: `key` is its `name_key`, and forms are equal when their keys are.

    `readings` is empty for a name that cannot be read off characters. `signs` say what the words
    next to it tell of its bearer: `feminine`, `masculine` (Ms, ông), `office` (President),
    `introduced` (“Su Lin, a student”: someone whom the text has not named before). `home` is the region
    (ISO 3166) that the words in front of it give together with an office (“Japanese Prime Minister”), if any.

    A name in characters that is a glossary person's has the `key` of that term and one reading of system
    `und-Hani`, the characters themselves; one that merely sounds like a person's has the readings
    that they share, and its simplified characters for `key`.
    """

    key: str
    readings: tuple[Reading, ...] = field(default=(), compare=False)
    signs: frozenset[str] = field(default=frozenset(), compare=False)
    home: str = field(default="", compare=False)

    @property
    def persons(self) -> tuple[Concept, ...]:
        """The glossary's persons whose characters it may be a reading of, each once."""
        return tuple(dict.fromkeys(p for reading in self.readings for p in reading.persons))

    def misreads(self, right: NameForm) -> Reading | None:
        """How it reads characters that another form reads in another system, and in no common one."""
        shared = [(one, other.system) for one in self.readings for other in right.readings if one.meets(other)]
        if self.key == right.key or any(one.system == system for one, system in shared):
            return None
        return next((one for one, _ in shared), None)
