"""Which script a sentence is written in, by its language."""

from __future__ import annotations

import re
from typing import Literal

from xlcheck.model.language import primary

Script = Literal["", "Latn", "Cyrl", "Grek"]

_CYRILLIC = ("be", "bg", "ky", "mk", "mn", "ru", "tg", "uk")
_TWO_SCRIPTS = ("az", "kk", "sr", "tk", "tt", "uz")
"""Languages that some write in Cyrillic and others in Latin."""
_OTHER_SCRIPTS = (
    *("am", "ar", "bn", "fa", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko", "lo", "ml", "mr", "my", "ne"),
    *("pa", "ps", "si", "ta", "te", "th", "ur", "und", "zh"),
)
LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
"""Letters, for a class of a regular expression."""
_LETTERS = re.compile(f"(?P<Latn>[{LATIN}])|(?P<Cyrl>[\u0400-\u052f])")


def own_script(language: str, text: str) -> Script:
    """The script of a language among Latin, Cyrillic and Greek; of one with two, what most letters of a text are in.

    Nothing for languages in other scripts and for text in no known language.
    """
    tag = primary(language)
    if tag == "el":
        return "Grek"
    if tag in _CYRILLIC:
        return "Cyrl"
    if tag in _TWO_SCRIPTS:
        latin = sum(found["Latn"] is not None for found in _LETTERS.finditer(text))
        cyrillic = sum(found["Cyrl"] is not None for found in _LETTERS.finditer(text))
        return "Cyrl" if cyrillic > latin else "Latn"
    return "" if tag in _OTHER_SCRIPTS else "Latn"


def script(letter: str) -> Script:
    """The script of a letter."""
    if "\u0400" <= letter <= "\u052f":
        return "Cyrl"
    if "\u0370" <= letter <= "\u03ff" or "\u1f00" <= letter <= "\u1fff":
        return "Grek"
    return "Latn" if re.fullmatch(f"[{LATIN}]", letter) else ""
