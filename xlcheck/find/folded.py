"""A text in one spelling for matching, and the way back to the offsets of the text as written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from xlcheck.model import Sentence, Span

_ZEROS = "٠۰०๐０"
_SAME = str.maketrans(
    {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
    | dict(zip("．：／－–‑‒−～〜’ʼ％٪٫٬", ".:/-----~~''%%.,", strict=True))
)
# between full-width figures, and the Arabic one before three
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９])|(?<=[0-9٠-٩])،(?=[0-9٠-٩]{3}(?![0-9٠-٩]))")
_MIDDLE_POINT = re.compile("(?<=[0-9])·(?=[0-9])")
# A base and what NFC may join to it: Latin and kana marks, Arabic hamza, Hangul vowels and finals.
_CLUSTER = re.compile(".[\u0300-\u036f\u3099\u309a\u0653-\u0655\u1160-\u11ff]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """`cased`: the text in NFC with ASCII digits and plain hyphens; `text`: the same in lower case.

    Both have one length. `starts[i]` is the offset in the original of the code point i, with one
    more for the end; None where offsets are equal.
    """

    text: str
    cased: str
    starts: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that a stretch of the folded text stands for."""
        return (self.starts[start], self.starts[end]) if self.starts else (start, end)

    def span(self, sentence: Sentence, start: int, end: int) -> Span:
        """The place in the document of a stretch of a sentence's folded text."""
        first, last = self.original(start, end)
        return Span(sentence.span.document, sentence.span.start + first, sentence.span.start + last)


@lru_cache(maxsize=8)  # one sentence is asked for by one finder after another
def fold(text: str) -> Folded:
    starts = None
    if not unicodedata.is_normalized("NFC", text):
        clusters = [(m.start(), unicodedata.normalize("NFC", m[0])) for m in _CLUSTER.finditer(text)]
        starts = (*(start for start, joined in clusters for _ in joined), len(text))
        text = "".join(joined for _, joined in clusters)
    cased = _MIDDLE_POINT.sub(".", _WIDE_COMMA.sub(",", text)).translate(_SAME)
    lower = cased.lower()
    if len(lower) != len(cased):  # İ is two code points in lower case
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in cased)
    return Folded(lower, cased, starts)
