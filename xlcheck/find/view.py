"""The view in which terms are found: one spelling for what readers take as the same writing.

Alike become composed and decomposed characters, old and new tone placement in Vietnamese (hòa,
hoà), upper and lower case, all quotation marks and apostrophes, all dashes with or without space
around them, space of any kind and length, line breaks inside Chinese and Japanese, full-width and
half-width forms, ligatures; invisible characters vanish. Diacritics stay: Tô Lâm is not To Lam.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

_SPACES = "\t\n\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DASHES = "\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63"
_QUOTES = '"`´ʹʻʼˈ\u2018-\u201f\u2032-\u2037\u2039\u203a«»\u300c-\u300f\u301d-\u301f\ufe41-\ufe44'
_WIDE = "\uff01-\uff5e"
_MARKS = "\u0300-\u036f\u0653-\u0655\u093c\u1161-\u1175\u11a8-\u11c2\u3099\u309a\uff9e\uff9f"
_COMPATIBLE = "\u0130\u2026\u2126\u212a\u212b\uf900-\ufaff\ufb00-\ufb06\uff61-\uffdc"
_INVISIBLE = "\xad\u200b-\u200f\u2060-\u2064\ufeff"
_UNSPACED = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"

_ONE_FOR_ONE = re.compile(f"[{_SPACES}{_DASHES}{_QUOTES}{_WIDE}]")
_GAP = re.compile(f"(?<=[{_UNSPACED}]) +(?=[{_UNSPACED}])")
_SIGN = re.compile(f"[{_MARKS}{_COMPATIBLE}{_INVISIBLE}]")
_ODD = re.compile(
    rf"(?P<gone>[{_INVISIBLE}]|{_GAP.pattern})"
    "|(?P<dash> *- +| +-)"
    "|(?P<space>  +)"
    rf"|\S[{_MARKS}]+|[{_COMPATIBLE}]"
)
_OLD_TONE = re.compile("[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])")


@dataclass(frozen=True, slots=True)
class View:
    """A text as it is matched; character i stands for `starts[i]` to `ends[i]` of the text viewed."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def view(text: str, *, keep_case: bool = False) -> View:
    """The view of a text, with the way back to it."""
    plain = _ONE_FOR_ONE.sub(lambda found: _simple(found[0]), text)
    if _is_even(plain):
        length = len(plain)
        return View(_spelt(plain, keep_case), range(length), range(1, length + 1))
    pieces: list[str] = []
    starts: list[Sequence[int]] = []
    ends: list[Sequence[int]] = []
    at = 0
    for odd in chain(_ODD.finditer(plain), [None]):
        start, end = odd.span() if odd else (len(plain), len(plain))
        even = _evened(odd) if odd else ""
        pieces += (plain[at:start], even)
        starts += (range(at, start), [start] * len(even))
        ends += (range(at + 1, start + 1), [end] * len(even))
        at = end
    return View(_spelt("".join(pieces), keep_case), [*chain(*starts)], [*chain(*ends)])


def _is_even(plain: str) -> bool:
    """Whether every character stands for itself: most text, and a quick way past `_ODD`."""
    spaced = any(gap in plain for gap in ("  ", " -", "- "))
    return not (spaced or _SIGN.search(plain) or _GAP.search(plain))


def _evened(odd: re.Match[str]) -> str:
    match odd.lastgroup:
        case "gone":
            return ""
        case "dash":
            return "-"
        case "space":
            return " "
    return unicodedata.normalize("NFKC", odd[0]).replace("\u0130", "i\u0307")


def _spelt(text: str, keep_case: bool) -> str:
    if not keep_case:
        text = text.lower().replace("ς", "σ")
    return text if text.isascii() else _OLD_TONE.sub(_new_tone, text)


def _new_tone(match: re.Match[str]) -> str:
    marked, bare = tuple(match[0])
    vowel, mark = tuple(unicodedata.normalize("NFD", marked))
    return vowel + unicodedata.normalize("NFC", bare + mark)


@cache
def _simple(character: str) -> str:
    if re.match(f"[{_SPACES}]", character):
        return " "
    if re.match(f"[{_DASHES}]", character):
        return "-"
    wide = chr(ord(character) - 0xFEE0) if re.match(f"[{_WIDE}]", character) else character
    return "'" if re.match(f"[{_QUOTES}]", wide) else wide
