"""Which forms of a personal name a language writes, and whether two forms are one name."""

from __future__ import annotations

from functools import lru_cache

from xlcheck.lang import Language
from xlcheck.lang.folding import unmarked
from xlcheck.model.language import same_language
from xlcheck.model.term import Concept

_COMMON = "en"
_ADDED = ("", "s", "es", "n", "en", "er")


@lru_cache(maxsize=1 << 14)
def name_key(text: str) -> str:
    """What forms of one name share: the letters alone, without case, marks, spaces and hyphens.

    `tolam` for Tô Lâm (NFC or NFD), To Lam and TO LAM; `kimjongun` for Kim Jong-un and Kim Jong Un.
    """
    return "".join(filter(str.isalnum, unmarked(text.casefold())))


def accepted_keys(bearer: Concept, language: str) -> frozenset[str]:
    """The `name_key`s of the right forms in a language: its own, else those that travel."""
    terms = [term for term in bearer.terms if term.status.accepted]
    own = {name_key(term.text) for term in terms if same_language(term.language, language)}
    traits = Language.of(language).traits
    if traits.own_names:
        return frozenset(own)
    travelling = {name_key(t.text) for t in terms if not Language.of(t.language).traits.reads_characters}
    return frozenset(own | travelling if traits.reads_characters else own or travelling)


def preferred_form(bearer: Concept, language: str) -> str:
    """What to write in a language; of a language without a term, what English or any other writes."""
    tags = (language, _COMMON, *(term.language for term in bearer.terms))
    terms = (bearer.preferred(tag) for tag in tags if tag == language or _travels(tag))
    return next((term.text for term in terms if term), "")


def _travels(tag: str) -> bool:
    """Whether other languages may write a name as this one does: as it is romanised at home, or in characters."""
    traits = Language.of(tag).traits
    return traits.all_han or not traits.reads_characters


def keeps_letters(language: str) -> bool:
    """Whether a language leaves the letters of a name as they are, but for an ending that is added (Trumps)."""
    return Language.of(language).traits.keeps_letters


def is_lengthened(word: str, name: str) -> bool:
    """Whether a word is another one, or that with an ending that such languages add."""
    return word.startswith(name) and word[len(name) :] in _ADDED
