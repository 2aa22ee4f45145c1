"""The common words of languages that capitalise names, so that a word is not taken for a name."""

from __future__ import annotations

import unicodedata
from functools import cache

from xlcheck.lang import Language


def knows_words(language: str) -> bool:
    """Whether the common words of a language are known; of another one, that a word is not there tells nothing."""
    return Language.of(language).knows("vocabulary")


def is_word(text: str, language: str) -> bool:
    """Whether a text, whatever its capitals, is a common word of a language, accents included."""
    return unicodedata.normalize("NFC", text).lower() in _words(Language.of(language))


@cache
def _words(language: Language) -> frozenset[str]:
    return frozenset(word for (words,) in language.rows("vocabulary") for word in words.split(" "))
