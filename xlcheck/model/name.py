"""A personal name and the Chinese characters that it may be a reading of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from xlcheck.model.language import primary, same_language
from xlcheck.model.term import Concept

OWN_CHARACTERS = ("zh", "ja", "ko")
"""Languages that write foreign names in characters or letters of their own."""
OWN_READINGS = (*OWN_CHARACTERS, "vi")
"""Languages that do not take foreign names as they are romanised at home."""
_LEAVING_LETTERS = ("de", "en", "es", "fr", "id", "ja", "pt", "vi", "zh")
"""Of the languages that were looked at, those that add to a name at most: Russian has Путина, Путиным."""
_ADDED = ("", "s", "es", "n", "en", "er")


@lru_cache(maxsize=1 << 14)
def name_key(text: str) -> str:
    """What forms of one name share: the letters alone, without case, marks, spaces and hyphens.

    `tolam` for Tô Lâm (NFC or NFD), To Lam and TO LAM; `kimjongun` for Kim Jong-un and Kim Jong Un.
    """
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())


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


def accepted_keys(bearer: Concept, language: str) -> frozenset[str]:
    """The `name_key`s of the right forms in a language: its own, else those that travel."""
    terms = [term for term in bearer.terms if term.status.accepted]
    own = {name_key(term.text) for term in terms if same_language(term.language, language)}
    if language in OWN_CHARACTERS:
        return frozenset(own)
    travelling = {name_key(t.text) for t in terms if primary(t.language) not in OWN_READINGS}
    return frozenset(own | travelling if language in OWN_READINGS else own or travelling)


def preferred_form(bearer: Concept, language: str) -> str:
    """What to write in a language; of a language without a term, what English or any other writes."""
    tags = (language, "en", *(term.language for term in bearer.terms))
    terms = (bearer.preferred(tag) for tag in tags if tag in (language, "zh") or primary(tag) not in OWN_READINGS)
    return next((term.text for term in terms if term), "")


def keeps_letters(language: str) -> bool:
    """Whether a language leaves the letters of a name as they are, but for an ending that is added (Trumps)."""
    return primary(language) in _LEAVING_LETTERS


def is_lengthened(word: str, name: str) -> bool:
    """Whether a word is another one, or that with an ending that such languages add."""
    return word.startswith(name) and word[len(name) :] in _ADDED
