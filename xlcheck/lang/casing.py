"""Capitals and small letters in a language's own way."""

from __future__ import annotations

import unicodedata

from xlcheck.lang.language import Language

_SMALL = str.maketrans("Iİ", "ıi")
_CAPITAL = str.maketrans("iı", "İI")
_IJ = "ij"
_ACUTE, _DIAERESIS = "\u0301", "\u0308"


def lower(text: str, language: Language) -> str:
    """A text in small letters, as long as before: İ, which has two code points in small letters, may stay.

    In Turkish and Azerbaijani ı for I and i for İ.
    """
    small = (text.translate(_SMALL) if language.traits.dotted_i else text).lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def upper(text: str, language: Language) -> str:
    """A text in capitals: İ for i in Turkish, without accents in Greek (ΑΘΗΝΑ for Αθήνα)."""
    text = text.translate(_CAPITAL) if language.traits.dotted_i else text
    return _without_accents(text).upper() if language.traits.bare_capitals else text.upper()


def capitalised(text: str, language: Language) -> str:
    """A text with a capital in front, where its script has them: IJsland in Dutch, İzmir in Turkish."""
    length = len(_IJ) if language.traits.double_capital and text.startswith(_IJ) else 1
    first = text[:length]
    return (upper(first, language) if language.traits.dotted_i or length > 1 else first.title()) + text[length:]


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", letters.replace(_ACUTE, "").replace(_DIAERESIS + _ACUTE, _DIAERESIS))
