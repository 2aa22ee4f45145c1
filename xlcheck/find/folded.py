"""The view in which numbers, dates and words are found: composed letters, ASCII figures and hyphens, no capitals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from xlcheck.lang import Language
from xlcheck.lang.casing import lower
from xlcheck.lang.folding import CLUSTER, Folded, normal, replaced, straight

_ZEROS = "٠۰०๐０"
_SAME = str.maketrans(
    {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
    | dict(zip("．：／－–‑‒−～〜’ʼ％٪٫٬", ".:/-----~~''%%.,", strict=True))
)
# between full-width figures, and the Arabic one before three
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９])|(?<=[0-9٠-٩])،(?=[0-9٠-٩]{3}(?![0-9٠-٩]))")
_MIDDLE_POINT = re.compile("(?<=[0-9])·(?=[0-9])")
_CLUSTER = re.compile(CLUSTER, re.DOTALL)


@lru_cache(maxsize=8)  # one sentence is asked for by one finder after another
def fold(text: str, language: Language) -> Folded:
    """The text in NFC with ASCII figures and plain hyphens, and the same in small letters."""
    starts, ends = straight(text)
    if not unicodedata.is_normalized("NFC", text):
        text, starts, ends = replaced(text, _CLUSTER, lambda cluster: normal(cluster[0], "NFC"))
    cased = _MIDDLE_POINT.sub(".", _WIDE_COMMA.sub(",", text)).translate(_SAME)
    return Folded(lower(cased, language), cased, starts, ends)
