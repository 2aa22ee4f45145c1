"""The encoder's view of a text: one spelling for what readers take as the same writing."""

import re
import unicodedata
from collections.abc import Callable

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff]")
_OLD_TONE = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")


def _new_tone(match: re.Match[str]) -> str:
    vowel, mark = unicodedata.normalize("NFD", match[0][0])
    return vowel + unicodedata.normalize("NFC", match[0][1] + mark)


def viewer(traditional: str, simplified: str) -> Callable[[str], str]:
    """Return the view: NFKC, lower case, new tone placement (hoà), simplified characters.

    `traditional[i]` becomes `simplified[i]`, except in text with kana: Japanese keeps its own forms.
    """
    table = str.maketrans(traditional, simplified)

    def view(text: str) -> str:
        if text.isascii():
            return text.lower()
        text = _OLD_TONE.sub(_new_tone, unicodedata.normalize("NFKC", text).lower())
        if _HAN.search(text) and not _KANA.search(text):
            text = text.translate(table)
        return text

    return view
