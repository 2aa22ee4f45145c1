"""The encoder's view of a text: one spelling for what readers take as the same writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlcheck.lang.folding import CLUSTER, new_tone, replaced
from xlcheck.lang.scripts import HAN, HIRAGANA, KATAKANA

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}]")
_OLD_TONE = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")
"""Inside words too, as the encoder was trained."""
_CLUSTER = re.compile(f"{CLUSTER}|.", re.DOTALL)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class View:
    """NFKC, lower case, characters spelt alike, tones as in hoà, single spaces.

    `spelling` and `simplified` (of Chinese characters) are tables as `str.translate` takes them. A Chinese character
    is not replaced in text with kana: Japanese keeps its own forms.
    """

    spelling: Mapping[int, str]
    simplified: Mapping[int, str]

    def __call__(self, text: str) -> str:
        if text.isascii():
            return " ".join(text.lower().split())
        return " ".join(self._alike(self._plain(text)).split())

    def located(self, text: str) -> tuple[str, NDArray[np.intp]]:
        """The view, and for each of its characters the range in `text`, (n, 2), that it was made of."""
        characters, ranges = self._characters(text)
        alike = self._alike(characters)
        words = [match.span() for match in _WORD.finditer(alike)]
        kept = [at for start, end in words for at in range(start, end + 1)][:-1]
        return " ".join(alike.split()), np.array([*ranges, (0, 0)], dtype=np.intp)[kept]

    def _characters(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        plain = self._plain(text)
        if len(plain) == len(text) and unicodedata.is_normalized("NFKC", text) and len(text.lower()) == len(text):
            return plain, [(at, at + 1) for at in range(len(text))]
        plain, starts, ends = replaced(text, _CLUSTER, lambda cluster: self._plain(cluster[0]))
        return plain, list(zip(starts, ends, strict=True))

    def _plain(self, text: str) -> str:
        text = unicodedata.normalize("NFKC", text).lower()
        return unicodedata.normalize("NFKC", text).translate(self.spelling)

    def _alike(self, text: str) -> str:
        """What depends on neighbouring characters; each stays in its place."""
        text = _OLD_TONE.sub(new_tone, text)
        return text.translate(self.simplified) if _HAN.search(text) and not _KANA.search(text) else text


def viewer(characters: Mapping[str, str]) -> View:
    """The view that reads `characters` as others."""
    return View(
        str.maketrans({c: to for c, to in characters.items() if not _HAN.match(c)}),
        str.maketrans({c: to for c, to in characters.items() if _HAN.match(c)}),
    )
