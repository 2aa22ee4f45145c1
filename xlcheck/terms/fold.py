"""Forms that readers take for one another: up to capitals, normal form, space, and diacritics or not."""

import re
import unicodedata

from xlcheck.lang import Language

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def bare(text: str) -> str:
    """A text without capitals, diacritics and the difference between kinds of space and width."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return " ".join("".join(sign for sign in letters if not unicodedata.combining(sign)).split())


def same(text: str, language: str) -> str:
    """What is equal for two texts that are one form of the language, whatever their capitals and normal form.

    Vietnamese tone marks may stand on either vowel (hoà, hòa).
    """
    words = unicodedata.normalize("NFKC", text).casefold().split()
    if Language.of(language).traits.tone_marks:
        words = [_toneless(unicodedata.normalize("NFD", word)) for word in words]
    return " ".join(words)


def _toneless(word: str) -> str:
    return _TONES.sub("", word) + "".join(_TONES.findall(word))
