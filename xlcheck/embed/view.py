"""The encoder's view of a text: one spelling for what readers take as the same writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
_OLD_TONE = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")


def viewer(characters: Mapping[str, str]) -> Callable[[str], str]:
    """Return the view: NFKC, lower case, `characters` replaced, tones as in hoà, single spaces.

    A Chinese character is not replaced in text with kana: Japanese keeps its own forms.
    """
    spelling = str.maketrans({c: to for c, to in characters.items() if not _HAN.match(c)})
    simplified = str.maketrans({c: to for c, to in characters.items() if _HAN.match(c)})

    def view(text: str) -> str:
        if text.isascii():
            return " ".join(text.lower().split())
        text = unicodedata.normalize("NFKC", text).lower()
        text = unicodedata.normalize("NFKC", text).translate(spelling)
        text = _OLD_TONE.sub(_new_tone, text)
        if _HAN.search(text) and not _KANA.search(text):
            text = text.translate(simplified)
        return " ".join(text.split())

    return view


def _new_tone(match: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFD", match[0])
    return unicodedata.normalize("NFC", decomposed[0] + decomposed[2] + decomposed[1])
