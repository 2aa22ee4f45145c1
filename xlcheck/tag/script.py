"""What a text's script says before any statistics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from xlcheck.lang import scripts
from xlcheck.lang.traits import written_in
from xlcheck.tag.points import Flags, Integers, Points

LATIN, CAPITAL, DIGIT, JOINER, OTHER = 2, 4, 8, 16, 32
"""What a code point is: bits of its class. `CAPITAL` and `JOINER` (hyphen, apostrophe, mark) are Latin's only; `OTHER`
is a letter of another script."""

_SCRIPT = 8
"""Bits from here on count the script in `_SCRIPTS`."""

_CLASSES = (
    (LATIN, scripts.LATIN),
    (DIGIT, "0-9"),
    (JOINER, f"-'\u2019{scripts.LATIN_MARKS}"),
    (OTHER, scripts.BEYOND_LATIN),
)
_SCRIPTS = (
    ("Kana", scripts.KANA),
    ("Hang", scripts.HANGUL),
    ("Deva", scripts.DEVANAGARI),
    ("Thai", scripts.THAI),
    ("Grek", scripts.GREEK),
    ("Hebr", scripts.HEBREW),
    ("Beng", scripts.BENGALI),
    ("Guru", scripts.GURMUKHI),
    ("Gujr", scripts.GUJARATI),
    ("Taml", scripts.TAMIL),
    ("Telu", scripts.TELUGU),
    ("Knda", scripts.KANNADA),
    ("Mlym", scripts.MALAYALAM),
    ("Hani", scripts.HAN),
)
"""Scripts of few languages, with their letters. The first that stands in a text decides."""


def classes(points: Integers) -> Integers:
    """The class of each code point, as bits."""
    return _classes().take(points)


def possible(texts: Points, languages: Sequence[str]) -> Flags:
    """Which of `languages` the script of each text leaves possible, shape (texts, languages).

    All of them where the script is one of many languages, or of none of these.
    """
    allowed = np.array([[language in written for language in languages] for written in (*_languages(), ())])
    allowed[~allowed.any(axis=1)] = True
    flags: Flags = allowed[_scripts(texts)]
    return flags


def languages_of_script(texts: Points) -> Iterator[tuple[str, ...]]:
    """For each text the languages that its script leaves possible, none for a script of many languages."""
    for script in _scripts(texts).tolist():
        yield _languages()[script] if script < len(_SCRIPTS) else ()


def _scripts(texts: Points) -> Integers:
    """The place in `_SCRIPTS` of the script of each text, their count where it is in none of them."""
    found = classes(texts.points) >> _SCRIPT
    found[found == 0] = len(_SCRIPTS) + 1
    return np.minimum.reduceat(found, texts.starts) - 1 if len(texts.starts) else found


@cache
def _languages() -> tuple[tuple[str, ...], ...]:
    """The languages of each of `_SCRIPTS`."""
    return tuple(written_in(name) for name, _ in _SCRIPTS)


@cache
def _classes() -> Integers:
    """The class of every code point."""
    table = np.zeros(0x110000, np.int64)
    own = [(place << _SCRIPT, characters) for place, (_, characters) in enumerate(_SCRIPTS, 1)]
    for bits, characters in (*_CLASSES, *own):
        for first, last in scripts.ranges(characters):
            table[first : last + 1] |= bits
    table[[point for point in np.flatnonzero(table == LATIN).tolist() if chr(point) != chr(point).lower()]] |= CAPITAL
    return table
