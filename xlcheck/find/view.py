"""The view in which terms are found: one spelling for what readers take as the same writing.

Alike become composed and decomposed characters, old and new tone placement in Vietnamese (hòa,
hoà), ё and е, all quotation marks and apostrophes, all dashes, all spaces, full-width and half-width
forms, ligatures; invisible characters vanish. Diacritics stay: Tô Lâm is not To Lam. Its tokens are
words, and single characters in scripts that write words without space or with particles attached;
space is no token, so that its width, its line breaks and space around dashes do not count.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from xlcheck.lang import Language
from xlcheck.lang.casing import lower
from xlcheck.lang.folding import Folded, new_tone, normal, replaced, straight
from xlcheck.lang.scripts import HANGUL, JOINING, MARKS, UNSPACED

_SPACES = "\t\n\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DASHES = "\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63"
_QUOTES = '"`´ʹʻʼˈ\u2018-\u201f\u2032-\u2037\u2039\u203a«»\u300c-\u300f\u301d-\u301f\ufe41-\ufe44'
_WIDE = "\uff01-\uff5e"
_COMPATIBLE = "\u0130\u2026\u2126\u212a\u212b\uf900-\ufaff\ufb00-\ufb06\uff61-\uffdc"
_DOTTED = "\u0130"
_INVISIBLE = "\xad\u200b-\u200f\u2060-\u2064\ufeff"
_BOPOMOFO = "\u3100-\u312f\u31a0-\u33ff"
"""With the letters and characters in circles and squares that follow it."""
_SINGLE = f"{UNSPACED}{HANGUL}{_BOPOMOFO}"

_ONE_FOR_ONE = re.compile(f"[{_SPACES}{_DASHES}{_QUOTES}{_WIDE}ёЁ]")
_SIGN = re.compile(f"[{JOINING}{_COMPATIBLE}{_INVISIBLE}]")
_ODD = re.compile(rf"(?P<gone>[{_INVISIBLE}])|\S[{JOINING}]+|[{_COMPATIBLE}]")
_OLD_TONE = re.compile(r"[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])(?!\w)")
_HANGUL = re.compile(f"[{HANGUL}]")
_TOKEN = re.compile(rf"[^\W_{_SINGLE}](?:[^\W_{_SINGLE}]|[{MARKS}])* *|[^ ] *")


def view(text: str, language: Language) -> Folded:
    """The view of a text in a language, with the way back to it."""
    plain = _ONE_FOR_ONE.sub(lambda found: _simple(found[0]), text)
    if plain.isascii() or not _SIGN.search(plain):
        return _viewed(plain, *straight(plain), language)
    return _viewed(*replaced(plain, _ODD, _composed if language.traits.dotted_i else _evened), language)


def tokens(text: str) -> list[str]:
    """The tokens of a view's text, each with the space behind it."""
    return _TOKEN.findall(text)


def token_starts(text: str, found: Sequence[str]) -> list[int]:
    """Where the tokens of a view's text start, and where the last of them ends."""
    return list(accumulate(map(len, found), initial=len(text) - len(text.lstrip(" "))))


def is_hangul(token: str) -> bool:
    return _HANGUL.match(token) is not None


def _viewed(plain: str, starts: Sequence[int], ends: Sequence[int], language: Language) -> Folded:
    cased = plain if plain.isascii() else _OLD_TONE.sub(new_tone, plain)
    return Folded(lower(cased, language).replace("ς", "σ"), cased, starts, ends)


def _evened(odd: re.Match[str]) -> str:
    return _composed(odd).replace(_DOTTED, "i\u0307")


def _composed(odd: re.Match[str]) -> str:
    """What is odd made even, but for İ, which is the capital of i in some languages."""
    if odd.lastgroup == "gone":
        return ""
    return normal(odd[0], "NFKC").replace("ё", "е").replace("Ё", "Е")


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
