"""Which characters a script has, and what makes a word: one truth for all rooms.

Constants are parts of a regular expression: those named after scripts and kinds of characters go between brackets
(`re.compile(f"[{HAN}]+")`), `LETTER` and `WORD` are patterns. Ranges are the letters of Unicode's scripts
(https://www.unicode.org/Public/16.0.0/ucd/Scripts.txt), of living languages: no historic letters.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Script = Literal["", "Latn", "Cyrl", "Grek"]

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
"""With the schwa of Azerbaijani and the hooked letters of Hausa; without the signs of multiplication and division."""
GREEK = "\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u03e1\u03f0-\u03f5\u03f7-\u03ff\u1f00-\u1fbc"
GREEK += "\u1fc2-\u1fcc\u1fd0-\u1fdb\u1fe0-\u1fec\u1ff2-\u1ffc"
CYRILLIC = "\u0400-\u0481\u048a-\u052f"
ARABIC = "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
"""With the letters of Persian, Urdu, Kurdish and others, and the bar that stretches a word."""
ARABIC_MARKS = "\u064b-\u065f\u0670"
"""Signs for vowels and doubled letters, which most texts leave out."""

HEBREW = "\u0590-\u05ff"
DEVANAGARI, BENGALI, GURMUKHI, GUJARATI = "\u0900-\u097f", "\u0980-\u09ff", "\u0a00-\u0a7f", "\u0a80-\u0aff"
TAMIL, TELUGU, KANNADA, MALAYALAM = "\u0b80-\u0bff", "\u0c00-\u0c7f", "\u0c80-\u0cff", "\u0d00-\u0d7f"
THAI, LAO, TIBETAN, BURMESE, KHMER = "\u0e00-\u0e7f", "\u0e80-\u0eff", "\u0f00-\u0fff", "\u1000-\u109f", "\u1780-\u17ff"
"""These, from Hebrew on, are whole blocks: letters, marks, digits and the script's own punctuation."""

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, with the sign that repeats one (佐々木), the mark 〆 and the nought 〇."""
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
"""With the bar that lengthens a vowel (ー), without the point between words (・)."""
KANA = "\u3040-\u30ff\u31f0-\u31ff"
"""Both, with their marks, and with the point between words in katakana."""
HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
HANGUL_SYLLABLES = "\uac00-\ud7a3"
"""The composed ones, as Korean text has them."""

UNSPACED_LETTERS = f"{THAI}{LAO}{TIBETAN}{BURMESE}{KHMER}"
"""Letters of the scripts that put no blank between words: an alphabet, whose single letters mean nothing."""
UNSPACED = f"{UNSPACED_LETTERS}{KANA}{HAN}"
"""What stands in text without blanks between words."""
UNBOUNDED = f"{UNSPACED}{HANGUL_SYLLABLES}"
"""What a word may end or begin next to without a blank: unspaced text, and Korean, whose particles follow a word."""
WIDE = f"{KANA}{HAN}"
"""Characters that each say about as much as three letters of Latin (see `xlcheck.align.sides.letters`)."""
BEYOND_LATIN = f"\u0370-\u1dff\u1f00-\u1fff\u3100-\u318f\ua000-\uabff{KANA}{HAN}{HANGUL}"
"""Letters of all scripts but Latin, whole blocks."""
CASELESS = f"\u0590-\u1dff\u3100-\u318f\ua000-\uabff{KANA}{HAN}{HANGUL}"
"""The same of the scripts that have no capitals."""
FULL_WIDTH = "\uff00-\uffef"
"""Full-width and half-width forms of letters, figures and punctuation."""

LATIN_MARKS = "\u0300-\u036f"
"""Accents that follow a decomposed letter of Latin, Greek or Cyrillic."""
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u07a6-\u07b0\u0900-\u0903\u093a-\u093c\u093e-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09c4\u09c7\u09c8\u09cb-\u09cd\u09d7\u09e2\u09e3\u09fe"
    "\u0a01-\u0a03\u0a3c\u0a3e-\u0a42\u0a47\u0a48\u0a4b-\u0a4d\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc"
    "\u0abe-\u0ac5\u0ac7-\u0ac9\u0acb-\u0acd\u0ae2\u0ae3\u0afa-\u0aff\u0b01-\u0b03\u0b3c\u0b3e-\u0b44\u0b47\u0b48"
    "\u0b4b-\u0b4d\u0b55-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bc2\u0bc6-\u0bc8\u0bca-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c"
    "\u0c3e-\u0c44\u0c46-\u0c48\u0c4a-\u0c4d\u0c55\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cc4\u0cc6-\u0cc8"
    "\u0cca-\u0ccd\u0cd5\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d44\u0d46-\u0d48\u0d4a-\u0d4d\u0d57"
    "\u0d62\u0d63\u0d81-\u0d83\u0dca\u0dcf-\u0dd4\u0dd6\u0dd8-\u0ddf\u0df2\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86\u0f87"
    "\u0f8d-\u0f97\u0f99-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d"
    "\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u17b4-\u17d3\u17dd\u3099\u309a"
)
"""Signs that belong to the letter before them in all these scripts: accents, vowels, tones."""
JOINING = f"{MARKS}\u1160-\u11ff\uff9e\uff9f"
"""What normal forms may join to the letter before it: marks, vowels and finals of Hangul, half-width marks of kana."""

LETTER = rf"[^\W\d_][{MARKS}]*"
"""A letter of any script with its marks."""
WORD = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
"""Letters of any script in a row, with their marks."""
FIGURED = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
"""Letters and figures in a row, with their marks."""
TOKEN = rf"[^\W\d_][\w{MARKS}]*"
"""A letter and what follows it without a blank: letters with their marks, figures, low lines (H5N1, file_name)."""


def script(letter: str) -> Script:
    """The script of a letter of Latin, Cyrillic or Greek; nothing for others."""
    found = _script().fullmatch(letter)
    return found.lastgroup if found else ""  # type: ignore[return-value] # the groups are named after scripts


def ranges(characters: str) -> tuple[tuple[int, int], ...]:
    """The code points of one of the classes above, first and last of each range: ((0x41, 0x5A), …) for `LATIN`."""
    found = re.findall("(?s)(.)(?:-(.))?", characters)
    return tuple((ord(first), ord(last or first)) for first, last in found)


@cache
def _script() -> re.Pattern[str]:
    return re.compile(f"(?P<Latn>[{LATIN}])|(?P<Cyrl>[{CYRILLIC}])|(?P<Grek>[{GREEK}])")
