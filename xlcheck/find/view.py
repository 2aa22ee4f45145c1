"""The view in which terms are found: one spelling for what readers take as the same writing.

Alike become composed and decomposed characters, old and new tone placement in Vietnamese (hòa,
hoà), ё and е, all quotation marks and apostrophes, all dashes, all spaces, full-width and half-width
forms, ligatures; invisible characters vanish. Diacritics stay: Tô Lâm is not To Lam. Its tokens are
words, and single characters in scripts that write words without space or with particles attached;
space is no token, so that its width, its line breaks and space around dashes do not count.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

from xlcheck.lang.scripts import HANGUL, MARKS, UNSPACED

_SPACES = "\t\n\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DASHES = "\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63"
_QUOTES = '"`´ʹʻʼˈ\u2018-\u201f\u2032-\u2037\u2039\u203a«»\u300c-\u300f\u301d-\u301f\ufe41-\ufe44'
_WIDE = "\uff01-\uff5e"
_MARKS = "\u0300-\u036f\u0653-\u0655\u093c\u1161-\u1175\u11a8-\u11c2\u3099\u309a\uff9e\uff9f"
_COMPATIBLE = "\u0130\u2026\u2126\u212a\u212b\uf900-\ufaff\ufb00-\ufb06\uff61-\uffdc"
_INVISIBLE = "\xad\u200b-\u200f\u2060-\u2064\ufeff"
_BOPOMOFO = "\u3100-\u312f\u31a0-\u33ff"
"""With the letters and characters in circles and squares that follow it."""
_SINGLE = f"{UNSPACED}{HANGUL}{_BOPOMOFO}"

_ONE_FOR_ONE = re.compile(f"[{_SPACES}{_DASHES}{_QUOTES}{_WIDE}ёЁ]")
_SIGN = re.compile(f"[{_MARKS}{_COMPATIBLE}{_INVISIBLE}]")
_ODD = re.compile(rf"(?P<gone>[{_INVISIBLE}])|\S[{_MARKS}]+|[{_COMPATIBLE}]")
_OLD_TONE = re.compile(r"[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])(?!\w)")
_HANGUL = re.compile(f"[{HANGUL}]")
_TOKEN = re.compile(rf"[^\W_{_SINGLE}](?:[^\W_{_SINGLE}]|[{MARKS}])* *|[^ ] *")


@dataclass(frozen=True, slots=True)
class View:
    """A text as it is matched; character i stands for `starts[i]` to `ends[i]` of the text viewed.

    `cased` is the same with its capitals, character for character.
    """

    text: str
    cased: str
    starts: Sequence[int]
    ends: Sequence[int]


def view(text: str) -> View:
    """The view of a text, with the way back to it."""
    plain = _ONE_FOR_ONE.sub(lambda found: _simple(found[0]), text)
    if plain.isascii() or not _SIGN.search(plain):
        length = len(plain)
        return _viewed(plain, range(length), range(1, length + 1))
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
    return _viewed("".join(pieces), [*chain(*starts)], [*chain(*ends)])


def tokens(text: str) -> list[str]:
    """The tokens of a view's text, each with the space behind it."""
    return _TOKEN.findall(text)


def token_starts(text: str, found: Sequence[str]) -> list[int]:
    """Where the tokens of a view's text start, and where the last of them ends."""
    return list(accumulate(map(len, found), initial=len(text) - len(text.lstrip(" "))))


def is_hangul(token: str) -> bool:
    return _HANGUL.match(token) is not None


def _viewed(plain: str, starts: Sequence[int], ends: Sequence[int]) -> View:
    cased = plain if plain.isascii() else _OLD_TONE.sub(_new_tone, plain)
    return View(cased.lower().replace("ς", "σ"), cased, starts, ends)


def _evened(odd: re.Match[str]) -> str:
    if odd.lastgroup == "gone":
        return ""
    return unicodedata.normalize("NFKC", odd[0]).replace("\u0130", "i\u0307").replace("ё", "е").replace("Ё", "Е")


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
    if character in "ёЁ":
        return "е" if character == "ё" else "Е"
    wide = chr(ord(character) - 0xFEE0) if re.match(f"[{_WIDE}]", character) else character
    return "'" if re.match(f"[{_QUOTES}]", wide) else wide
