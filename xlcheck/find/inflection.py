"""The forms besides the dictionary's in which a term stands in running text: endings only.

Plurals in English, French, Portuguese and Spanish, plurals and cases without umlaut in German.
Terms of other languages are found as they are written.
"""

import re
from collections.abc import Iterator

_ENDINGS = {
    "de": ("s", "es", "e", "en", "n", "er", "ern"),
    "en": ("s", "es"),
    "es": ("s", "es"),
    "fr": ("s", "x"),
    "pt": ("s", "es"),
}
_CONSONANT_Y = re.compile("[^aeiou'-]y")
_SHORTEST = 3


def inflections(text: str, language: str) -> Iterator[str]:
    """Inflected forms of a term; `text` in any case, `language` a primary language subtag."""
    last = re.split(r"\W", text)[-1]
    if len(last) < _SHORTEST:
        return
    for ending in _ENDINGS.get(language, ()):
        yield text + ending
    if language == "en" and _CONSONANT_Y.fullmatch(text[-2:].lower()):
        yield text[:-1] + "ies"
