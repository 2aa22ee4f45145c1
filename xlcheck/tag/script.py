"""What a text's script says before any statistics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from xlcheck.tag.points import Flags, Integers, Points

LATIN, CAPITAL, DIGIT, JOINER, OTHER = 2, 4, 8, 16, 32
"""What a code point is: bits of its class. `CAPITAL` and `JOINER` (hyphen, apostrophe, mark) are Latin's only; `OTHER`
is a letter of another script."""

_SCRIPT = 8
"""Bits from here on count the script in `_SCRIPTS`."""

_LATIN = ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF))
_DIGITS = ((0x30, 0x39),)
_JOINERS = ((0x27, 0x27), (0x2D, 0x2D), (0x2019, 0x2019), (0x300, 0x36F))
_OTHERS = ((0x370, 0x1DFF), (0x3040, 0x318F), (0x3400, 0xD7A3), (0xF900, 0xFAFF))
_SCRIPTS = (
    (("ja",), ((0x3040, 0x30FF),)),
    (("ko",), ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3))),
    (("hi", "mr", "ne"), ((0x900, 0x97F),)),
    (("th",), ((0xE00, 0xE7F),)),
    (("el",), ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    (("he",), ((0x590, 0x5FF),)),
    (("bn",), ((0x980, 0x9FF),)),
    (("pa",), ((0xA00, 0xA7F),)),
    (("gu",), ((0xA80, 0xAFF),)),
    (("ta",), ((0xB80, 0xBFF),)),
    (("te",), ((0xC00, 0xC7F),)),
    (("kn",), ((0xC80, 0xCFF),)),
    (("ml",), ((0xD00, 0xD7F),)),
    (("zh", "ja"), ((0x3400, 0x9FFF), (0xF900, 0xFAFF))),
)
"""Scripts of few languages, with their ranges of code points. The first that stands in a text decides."""


def classes(points: Integers) -> Integers:
    """The class of each code point, as bits."""
    return _classes().take(points)


def possible(texts: Points, languages: Sequence[str]) -> Flags:
    """Which of `languages` the script of each text leaves possible, shape (texts, languages).

    All of them where the script is one of many languages, or of none of these.
    """
    allowed = np.array([[language in written for language in languages] for written, _ in (*_SCRIPTS, ((), ()))])
    allowed[~allowed.any(axis=1)] = True
    flags: Flags = allowed[_scripts(texts)]
    return flags


def languages_of_script(texts: Points) -> Iterator[tuple[str, ...]]:
    """For each text the languages that its script leaves possible, none for a script of many languages."""
    for script in _scripts(texts).tolist():
        yield _SCRIPTS[script][0] if script < len(_SCRIPTS) else ()


def _scripts(texts: Points) -> Integers:
    """The place in `_SCRIPTS` of the script of each text, their count where it is in none of them."""
    scripts = classes(texts.points) >> _SCRIPT
    scripts[scripts == 0] = len(_SCRIPTS) + 1
    return np.minimum.reduceat(scripts, texts.starts) - 1 if len(texts.starts) else scripts


@cache
def _classes() -> Integers:
    """The class of every code point."""
    table = np.zeros(0x110000, np.int64)
    scripts = [(place << _SCRIPT, ranges) for place, (_, ranges) in enumerate(_SCRIPTS, 1)]
    for bits, ranges in ((LATIN, _LATIN), (DIGIT, _DIGITS), (JOINER, _JOINERS), (OTHER, _OTHERS), *scripts):
        for first, last in ranges:
            table[first : last + 1] |= bits
    table[[point for point in np.flatnonzero(table == LATIN).tolist() if chr(point) != chr(point).lower()]] |= CAPITAL
    return table
