"""Which forms of a personal name a language writes, and whether two forms are one name."""

from __future__ import annotations

import unicodedata
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
