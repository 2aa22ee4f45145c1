"""A text in one spelling for what is taken as the same writing, and the way back to the text as written.

What is the same is told by a view: `find/folded.py` has that of numbers and dates, `find/view.py` that of terms,
`embed/view.py` the encoder's. Composed and decomposed letters are the same in all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from xlcheck.lang.scripts import JOINING
from xlcheck.model.document import Range, Span
from xlcheck.model.text import Sentence

Form = Literal["NFC", "NFKC", "NFD", "NFKD"]

CLUSTER = rf"[^{JOINING}]?[{JOINING}]+"
"""A pattern of a letter and what normal forms may join to it."""

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The marks of the tones of Vietnamese: huyền, sắc, ngã, hỏi, nặng."""

_UNMARKED = str.maketrans("đĐı", "dDi")
_TONE = re.compile(f"[{TONES}]")
_DOT = re.compile("(?<=[ij\u012f])\u0307(?=[\u0300\u0301\u0303])")
"""The dot that Lithuanian keeps over i under an accent; others lose it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is matched; character i stands for `starts[i]` to `ends[i]` of the text as written.

    `cased` is the same with its capitals, character for character.
    """

    text: str
    cased: str
    starts: Sequence[int] = field(compare=False)
    ends: Sequence[int] = field(compare=False)

    @classmethod
    def plain(cls, text: str) -> Folded:
        """A text that is folded already, as its own original."""
        return cls(text, text, *straight(text))

    def original(self, start: int, end: int) -> Range:
        """The stretch of the original text that a stretch of the folded text, one code point or more, stands for."""
        return self.starts[start], self.ends[end - 1]

    def span(self, sentence: Sentence, start: int, end: int) -> Span:
        """The place in the document of a stretch of a sentence's folded text."""
        first, last = self.original(start, end)
        return Span(sentence.span.document, sentence.span.start + first, sentence.span.start + last)


def straight(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Starts and ends of a text in which every character stands for itself."""
    return range(len(text)), range(1, len(text) + 1)


def replaced(
    text: str, odd: re.Pattern[str], even: Callable[[re.Match[str]], str]
) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text with what `odd` matches made `even`, and for each of its characters where its original starts and ends.

    Each character of what is made even stands for the whole of what was odd, if that is of another length.
    """
    pieces: list[str] = []
    starts: list[Sequence[int]] = []
    ends: list[Sequence[int]] = []
    at = 0
    for match in odd.finditer(text):
        start, end = match.span()
        own = even(match)
        alike = len(own) == end - start
        pieces += (text[at:start], own)
        starts += (range(at, start), range(start, end) if alike else [start] * len(own))
        ends += (range(at + 1, start + 1), range(start + 1, end + 1) if alike else [end] * len(own))
        at = end
    if not pieces:
        return text, *straight(text)
    rest = range(at, len(text)), range(at + 1, len(text) + 1)
    return "".join(pieces) + text[at:], [*chain(*starts, rest[0])], [*chain(*ends, rest[1])]


def normal(text: str, form: Form) -> str:
    """A text in a normal form, without the dot that i may keep under an accent: į̇́ is į́."""
    return unicodedata.normalize(form, _DOT.sub("", text) if "\u0307" in text else text)


def unmarked(text: str, form: Literal["NFD", "NFKD"] = "NFD") -> str:
    """The letters of a text without any mark, d for đ and i for ı too: `Nguyen` for Nguyễn, `Yildiz` for Yıldız."""
    letters = unicodedata.normalize(form, text.translate(_UNMARKED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def toned(word: str) -> tuple[str, str]:
    """A word, decomposed, without the marks of its tones, and these: the same for hoà and hòa."""
    letters = unicodedata.normalize("NFD", word)
    return _TONE.sub("", letters), "".join(_TONE.findall(letters))


def new_tone(match: re.Match[str]) -> str:
    """Two vowels of which the first has a tone mark, with the mark on the second: oà for òa."""
    marked, bare = tuple(match[0])
    vowel, mark = toned(marked)
    return unicodedata.normalize("NFC", vowel) + unicodedata.normalize("NFC", bare + mark)
