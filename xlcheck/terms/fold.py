"""Forms that readers take for one another: up to capitals, normal form, space, and diacritics or not."""

import unicodedata

from xlcheck.lang import Language
from xlcheck.lang.casing import lower
from xlcheck.lang.folding import toned, unmarked


def bare(text: str) -> str:
    """A text without capitals, diacritics and the difference between kinds of space and width."""
    return " ".join(unmarked(text.casefold(), "NFKD").split())


def same(text: str, language: str) -> str:
    """What is equal for two texts that are one form of the language, whatever their capitals and normal form.

    Vietnamese tone marks may stand on either vowel (hoà, hòa).
    """
    own = Language.of(language)
    words = lower(unicodedata.normalize("NFKC", text), own).casefold().split()
    if own.traits.tone_marks:
        words = ["".join(toned(word)) for word in words]
    return " ".join(words)
