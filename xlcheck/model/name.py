"""Names as they stand in a text, and the Chinese characters that they may be readings of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlcheck.model.facts import Fact
from xlcheck.model.term import Concept
from xlcheck.model.text import Sentence


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


@dataclass(frozen=True, slots=True, eq=False)
class Name(Fact):
    """A name where it stands, in any script, with what the text tells of its bearer.

    `key` is its `name_key`, the same for all spellings of one name; `script` is its ISO 15924 script, `words` are the
    sounds of its words in ASCII letters; none of a known name in characters, which each language reads in its own way.
    In scripts without capitals a name may be known by its office alone and where
    it ends is not: then it is not `bounded`, and `words` are the stretches that it may be in, `characters` the
    simplified Chinese characters of these. `opens` says that it is one word that opens the sentence, where any word has
    a capital.

    `readings` are the characters that it may be read off; none for most names. A name in characters that is a glossary
    person's has the `key` of that term and one reading of system `und-Hani`, the characters themselves; one that merely
    sounds like a person's has the readings that they share, and its simplified characters for `key`. `families` are the
    characters that a surname alone may be read off (Xi), or one behind a given name that is none (Lawrence Wong).

    `offices` are what is next to it (`president`, `judge`); a word may be one office or another (总理 is a prime
    minister or a chancellor). `signs` say what other words there tell: `feminine`, `masculine` (Ms, ông), `office`
    (President), `introduced` (“Su Lin, a student”: someone whom the text has not named before). `home` is the region
    (ISO 3166, `ZZ` for all whose names are not made of characters) of the country that stands in front with an office
    (“Japanese Prime Minister”). `country` says that the words are those of a country's name, `sino_vietnamese` that the
    text is in Vietnamese and the name reads as one: a Chinese or Korean is called so too, unlike at home.

    `parts` are the names that a name of several consists of: its words, those together that are read off characters.
    """

    key: str
    script: str = "Latn"
    words: tuple[str, ...] = ()
    bounded: bool = True
    opens: bool = False
    readings: tuple[Reading, ...] = ()
    families: str = ""
    characters: str = ""
    offices: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    home: str = ""
    country: bool = False
    sino_vietnamese: bool = False
    parts: tuple[Name, ...] = ()

    __eq__, __hash__ = object.__eq__, object.__hash__

    @property
    def persons(self) -> tuple[Concept, ...]:
        """The glossary's persons whose characters it may be a reading of, each once."""
        return tuple(dict.fromkeys(p for reading in self.readings for p in reading.persons))

    @property
    def units(self) -> tuple[Name, ...]:
        """Its parts, or the name itself where it has none; nothing where it may be no name, or more than one."""
        return self.parts or ((self,) if self.bounded and not self.opens else ())

    def misreads(self, right: Name) -> Reading | None:
        """How it reads characters that another name reads in another system, and in no common one."""
        shared = [(one, other.system) for one in self.readings for other in right.readings if one.meets(other)]
        if self.key == right.key or any(one.system == system for one, system in shared):
            return None
        return next((one for one, _ in shared), None)


ABROAD = "ZZ"
"""Region of all countries whose names are not made of characters."""


def units_of(sentence: Sentence) -> Iterator[Name]:
    """The names of a sentence in reading order, those of several parts by their parts."""
    return (unit for name in sentence.facts.of(Name) for unit in name.units)
