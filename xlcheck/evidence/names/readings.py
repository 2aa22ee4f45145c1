"""How Chinese characters are read in the languages that have them, and what a Latin word may be a reading of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain, product

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.folding import toned, unmarked
from xlcheck.lang.systems import JOINED, MANDARIN, VIETNAMESE, WADE_GILES

Lattice = tuple[str, ...]
"""For each syllable the simplified characters that read so, commonest first."""

_PINYIN_MARKS = "\u0300\u0301\u0304\u0308\u030c"
_JOINTS = re.compile(r"[-‐'’]")
_APOSTROPHES = re.compile("['’]")
_I_FOR_Y = re.compile(r"^([hklmst]|qu)i")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one of this room's tables, but for the header."""
    lines = _lines(name)
    next(lines)
    return lines


def _lines(name: str) -> Iterator[list[str]]:
    text = (files("xlcheck.evidence") / "data" / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines())


@cache
def _simplified() -> dict[int, int]:
    (_, traditional), (_, simplified) = _lines("simplified.tsv")
    return str.maketrans(traditional, simplified)


def simplify(characters: str) -> str:
    """The text with traditional characters in their simplified form, one for one."""
    return characters.translate(_simplified())


def _bare(word: str) -> str:
    """Lower case without any mark: the ASCII letters of a romanised name."""
    return "".join(filter(str.isalpha, unmarked(word.lower())))


def _spelling(syllable: str) -> str:
    """A Vietnamese syllable with its tone at the end and y for i: one key for hoà and hòa, lí and lý."""
    letters, tone = toned(syllable.lower())
    return _I_FOR_Y.sub(r"\1y", letters) + tone


@cache
def _index() -> Mapping[str, Mapping[str, str]]:
    """System -> spelling -> characters; `bare` is Vietnamese without any mark."""
    index: defaultdict[str, defaultdict[str, str]] = defaultdict(lambda: defaultdict(str))
    for system, spellings, characters in rows("readings.tsv"):
        for spelling in spellings.split("|"):
            if system == VIETNAMESE:
                index["bare"][_bare(spelling)] += characters
                index[VIETNAMESE][_spelling(spelling)] += characters
            else:
                index[system][spelling] = characters
    return index


@cache
def spellings(system: str, character: str) -> tuple[str, ...]:
    """How a simplified character is read in a system: in ASCII, or in Hangul for `ko-Hang`."""
    index = _index()["bare" if system == VIETNAMESE else system]
    return tuple(spelling for spelling, characters in index.items() if character in characters)


@cache
def _usual() -> Mapping[str, Mapping[str, str]]:
    return {
        system: dict(zip(characters, readings.split(), strict=True))
        for system, characters, readings in rows("usual_readings.tsv")
    }


def usual_reading(system: str, characters: str) -> tuple[str, ...]:
    """The likeliest reading of each simplified character of a name; nothing where one has none."""
    table = _usual().get(system, {})
    families = _usual().get(f"{system}-family", {})
    found = [table.get(character, "") for character in characters]
    found[:1] = [families.get(characters[0], found[0])] if found else []
    return tuple(reading.capitalize() for reading in found)


@cache
def lattices(system: str, word: str) -> tuple[Lattice, ...]:
    """The ways to read a Latin word as characters; none if it is not made of the system's syllables.

    Joined pinyin is taken apart every way it can be (`Xian` is 西安 or 先), parts joined by a hyphen
    or an apostrophe each on their own. A Vietnamese word with marks stands for its own reading only,
    one without any for all that lose their marks so.
    """
    names = _JOINTS.split(_APOSTROPHES.sub("", word) if system == WADE_GILES else word)
    if len(names) > THRESHOLDS.read_syllables:
        return ()
    parts = [tuple(_ways(system, part)) for part in names]
    joined = (tuple(chain.from_iterable(choice)) for choice in product(*parts))
    return tuple(lattice for lattice in joined if len(lattice) <= THRESHOLDS.read_syllables)


def _ways(system: str, part: str) -> Iterator[Lattice]:
    marks = {letter for letter in unicodedata.normalize("NFD", part.lower()) if not letter.isascii()}
    if system == VIETNAMESE and marks:
        found = _index()[VIETNAMESE].get(_spelling(part))
    elif marks - {"\u0308"} and (system != MANDARIN or marks - set(_PINYIN_MARKS) or any(_ways(VIETNAMESE, part))):
        found = None
    elif system in JOINED:
        yield from _joined(system, _bare(part), THRESHOLDS.read_syllables)
        return
    else:
        found = _index()["bare" if system == VIETNAMESE else system].get(_bare(part))
    if found:
        yield (found,)


def _joined(system: str, letters: str, most: int) -> Iterator[Lattice]:
    if len(letters) > most * THRESHOLDS.syllable:
        return
    for length in range(1, min(len(letters), THRESHOLDS.syllable) + 1):
        if characters := _index()[system].get(letters[:length]):
            if length == len(letters):
                yield (characters,)
            else:
                yield from ((characters, *rest) for rest in _joined(system, letters[length:], most - 1))


@cache
def homophones(system: str, character: str) -> str:
    """The simplified characters that share a reading with one: tones count in Vietnamese only."""
    readings = _index()[system].values()
    return "".join(characters for characters in readings if character in characters)
