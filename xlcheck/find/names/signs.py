"""What the words next to a name tell of its bearer: Ms, President, “, a student”."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from xlcheck.find.readings import rows

_NEAR = 3
"""Words away from the name that an office may stand."""

_BEFORE = re.compile(rf"(?:[^\s,;:.]+\.?\s+){{1,{_NEAR}}}$")
_AFTER = re.compile(rf",\s+(?:[^\s,;:.]+[\s,.;]*){{1,{_NEAR}}}")
_AGE = re.compile(r"\s*[,(]\s*\d{1,3}\s*[,)]")
_NEVER = re.compile(r"(?!)")


@cache
def _words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Language -> sign -> words, in lower case and NFC."""
    table: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for language, sign, words in rows("name_signs.tsv"):
        table[language][sign] = tuple(words.split("|"))
    for language in {language for language, *_ in rows("offices.tsv")}:
        table[language]["office"] = titles(language)
    return table


def titles(language: str) -> tuple[str, ...]:
    """The words for offices that stand in front of a name, in lower case and NFC."""
    listed = (row for row in rows("offices.tsv") if row[0] == language and row[3] == "yes")
    return tuple(dict.fromkeys(word for *_, words in listed for word in words.split("|")))


@cache
def honorifics(language: str) -> frozenset[str]:
    """The words in front of a name that are no part of it: ông, Ms."""
    words = _words().get(language, {})
    return frozenset((*words.get("feminine", ()), *words.get("masculine", ())))


@cache
def _pattern(language: str, sign: str) -> re.Pattern[str]:
    words = _words().get(language, {}).get(sign)
    if not words:
        return _NEVER
    choice = "|".join(map(re.escape, words))
    if language == "zh":  # follows the name, and no blank parts words
        return re.compile(f"(?:{choice})")
    shapes = {
        "office": rf"(?<!\w)(?:{choice})(?!\w)",
        "article": rf"\s*,\s*(?:{choice})\s",
    }
    return re.compile(shapes.get(sign, rf"(?<!\w)(?:{choice})\.?\s+$"))


def signs(language: str, text: str, start: int, end: int) -> frozenset[str]:
    """The signs about the name at `start` to `end` of a sentence; see `NameForm`."""
    before = unicodedata.normalize("NFC", text[max(0, start - 40) : start]).lower()
    after = unicodedata.normalize("NFC", text[end : end + 40]).lower()
    found = set()
    for gender in ("feminine", "masculine"):
        pattern = _pattern(language, gender)
        if pattern.match(after) if language == "zh" else pattern.search(before):
            found.add(gender)
    near = (_BEFORE.search(before), _AFTER.match(after))
    if any(part and _pattern(language, "office").search(part.group()) for part in near):
        found.add("office")
    if _AGE.match(after) or _pattern(language, "article").match(after):
        found.add("introduced")
    return frozenset(found)
