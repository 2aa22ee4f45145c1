"""How Chinese characters are read in Mandarin, Vietnamese and Korean, and what a Latin word may be a reading of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain, product

SYSTEMS = ("zh", "vi", "ko")
"""BCP 47 languages whose readings are known."""

Lattice = tuple[str, ...]
"""For each syllable the simplified characters that read so, commonest first."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LONGEST_SYLLABLE = 6  # zhuang
_MOST_SYLLABLES = 4
_JOINTS = re.compile(r"[-‐'’]")
_I_FOR_Y = re.compile(r"^([hklmst]|qu)i")


def _tables(name: str) -> Iterator[list[str]]:
    text = (files("xlcheck.find") / "data" / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines())


@cache
def _simplified() -> dict[int, int]:
    rows = dict(_tables("simplified.tsv"))
    return str.maketrans(rows["traditional"], rows["simplified"])


def simplify(characters: str) -> str:
    """The text with traditional characters in their simplified form, one for one."""
    return characters.translate(_simplified())


def _bare(word: str) -> str:
    """Lower case without any mark: the ASCII letters of a romanised name."""
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalpha())


def _spelling(syllable: str) -> str:
    """A Vietnamese syllable with its tone at the end and y for i: one key for hoà and hòa, lí and lý."""
    letters = unicodedata.normalize("NFD", syllable.lower())
    tone = "".join(letter for letter in letters if letter in _TONES)
    return _I_FOR_Y.sub(r"\1y", "".join(x for x in letters if x not in _TONES)) + tone


@cache
def _index() -> Mapping[str, Mapping[str, str]]:
    """System -> spelling -> characters; `bare` is Vietnamese without any mark."""
    index: dict[str, defaultdict[str, str]] = {s: defaultdict(str) for s in (*SYSTEMS, "bare")}
    rows = _tables("readings.tsv")
    next(rows)
    for system, reading, characters in rows:
        if system == "vi":
            index["bare"][_bare(reading)] += characters
            index["vi"][_spelling(reading)] += characters
        else:
            index[system][reading] = characters
    return index


@cache
def lattices(system: str, word: str) -> tuple[Lattice, ...]:
    """The ways to read a Latin word as characters; none if it is not made of the system's syllables.

    Joined pinyin is taken apart every way it can be (`Xian` is 西安 or 先), parts joined by a hyphen
    or an apostrophe each on their own. A Vietnamese word with marks stands for its own reading only,
    one without any for all that lose their marks so.
    """
    names = _JOINTS.split(word)
    if len(names) > _MOST_SYLLABLES:
        return ()
    parts = [tuple(_ways(system, part)) for part in names]
    joined = (tuple(chain.from_iterable(choice)) for choice in product(*parts))
    return tuple(lattice for lattice in joined if len(lattice) <= _MOST_SYLLABLES)


def _ways(system: str, part: str) -> Iterator[Lattice]:
    marked = not unicodedata.normalize("NFC", part.lower()).replace("ü", "u").isascii()
    if system == "vi" and marked:
        found = _index()["vi"].get(_spelling(part))
    elif marked:
        found = None
    elif system == "zh":
        yield from _pinyin(_bare(part), _MOST_SYLLABLES)
        return
    else:
        found = _index()["bare" if system == "vi" else system].get(_bare(part))
    if found:
        yield (found,)


def _pinyin(letters: str, most: int) -> Iterator[Lattice]:
    if len(letters) > most * _LONGEST_SYLLABLE:
        return
    for length in range(1, min(len(letters), _LONGEST_SYLLABLE) + 1):
        if characters := _index()["zh"].get(letters[:length]):
            if length == len(letters):
                yield (characters,)
            else:
                yield from ((characters, *rest) for rest in _pinyin(letters[length:], most - 1))


@cache
def homophones(system: str, character: str) -> str:
    """The simplified characters that share a reading with one: tones count in Vietnamese only."""
    readings = _index()[system].values()
    return "".join(characters for characters in readings if character in characters)
