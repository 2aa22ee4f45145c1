"""What the words next to a name tell of its bearer: Ms, President, “, a student”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from xlcheck.find.limits import LIMITS
from xlcheck.lang import Language

_BEFORE = re.compile(rf"(?:[^\s,;:.]+\.?\s+){{1,{LIMITS.sign_words}}}$")
_AFTER = re.compile(rf",\s+(?:[^\s,;:.]+[\s,.;]*){{1,{LIMITS.sign_words}}}")
_AGE = re.compile(r"\s*[,(]\s*\d{1,3}\s*[,)]")
_NEVER = re.compile(r"(?!)")


@cache
def _words(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Sign -> words, in lower case and NFC."""
    table = {sign: tuple(words.split("|")) for sign, words in language.rows("signs")}
    return table | {"office": titles(language)}


def titles(language: Language) -> tuple[str, ...]:
    """The words for offices that stand in front of a name, in lower case and NFC."""
    listed = (words for _, _, title, words in language.rows("offices") if title == "yes")
    return tuple(dict.fromkeys(word for words in listed for word in words.split("|")))


@cache
def honorifics(language: Language) -> frozenset[str]:
    """The words in front of a name that are not part of it: ông, Ms."""
    words = _words(language)
    return frozenset((*words.get("feminine", ()), *words.get("masculine", ())))


@cache
def _pattern(language: Language, sign: str) -> re.Pattern[str]:
    words = _words(language).get(sign)
    if not words:
        return _NEVER
    choice = "|".join(map(re.escape, words))
    if language.traits.all_han:  # follows the name, and no blank parts words
        return re.compile(f"(?:{choice})")
    shapes = {
        "office": rf"(?<!\w)(?:{choice})(?!\w)",
        "article": rf"\s*,\s*(?:{choice})\s",
    }
    return re.compile(shapes.get(sign, rf"(?<!\w)(?:{choice})\.?\s+$"))


def signs(language: Language, text: str, start: int, end: int) -> frozenset[str]:
    """The signs about the name at `start` to `end` of a sentence; see `Name`."""
    before = unicodedata.normalize("NFC", text[max(0, start - 40) : start]).lower()
    after = unicodedata.normalize("NFC", text[end : end + 40]).lower()
    found = set()
    for gender in ("feminine", "masculine"):
        pattern = _pattern(language, gender)
        if pattern.match(after) if language.traits.all_han else pattern.search(before):
            found.add(gender)
    near = (_BEFORE.search(before), _AFTER.match(after))
    if any(part and _pattern(language, "office").search(part.group()) for part in near):
        found.add("office")
    if _AGE.match(after) or _pattern(language, "article").match(after):
        found.add("introduced")
    return frozenset(found)
