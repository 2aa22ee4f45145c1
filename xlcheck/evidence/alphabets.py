"""Which script a sentence is written in, by its language."""

from __future__ import annotations

import re

from xlcheck.lang.scripts import CYRILLIC, LATIN, Script
from xlcheck.model.language import primary

_CYRILLIC = ("be", "bg", "ky", "mk", "mn", "ru", "tg", "uk")
_TWO_SCRIPTS = ("az", "kk", "sr", "tk", "tt", "uz")
"""Languages that some write in Cyrillic and others in Latin."""
_OTHER_SCRIPTS = (
    *("am", "ar", "bn", "fa", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko", "lo", "ml", "mr", "my", "ne"),
    *("pa", "ps", "si", "ta", "te", "th", "ur", "und", "zh"),
)
_LATIN, _IN_CYRILLIC = re.compile(f"[{LATIN}]"), re.compile(f"[{CYRILLIC}]")


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
        return "Cyrl" if len(_IN_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "Latn"
    return "" if tag in _OTHER_SCRIPTS else "Latn"
