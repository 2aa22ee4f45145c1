"""A TOML text: its values, and on which lines they stand, which tomllib does not tell."""

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from xlcheck.files.limits import LIMITS
from xlcheck.model.errors import XlcheckError

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\''  # strings over several lines hide what is in them
    r"|\#[^\n]*"
    r"|^[ \t]*\[\[?(?P<header>[^\]\n]*)\]"
    r'|(?P<word>[\w-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')[ \t]*(?P<sets>[=.])?',
    re.DOTALL | re.MULTILINE,
)
_NAME = re.compile(r'[\w-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')
_LONG_KEY = re.compile(rf"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{LIMITS.key_parts}}}""")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A key (`sets`) or a value as it is written, without its quotes."""

    text: str
    line: int
    sets: bool


@dataclass(frozen=True)
class Block:
    """A table of an array, as `[[concept]]`: the line of its header, and its keys and values in reading order."""

    line: int
    words: list[Word]

    def place(self, *path: str, value: str | None = None) -> int:
        """The line of a key, given with the keys that it is inside of, or of a value after it; else that of the last
        of these that is there."""
        line, at = self.line, 0
        for name in path:
            found = self._first(name, True, at)
            if found is None:
                return line
            line, at = self.words[found].line, found + 1
        found = None if value is None else self._first(value, False, at)
        return line if found is None else self.words[found].line

    def nth(self, number: int, *names: str) -> int:
        """The line of the key `names[-1]` that comes after the others for the (number + 1)th time."""
        *outer, last = names
        start = self.place(*outer)
        places = self._places.get((last, True), [])
        number += bisect_left(places, start, key=lambda place: self.words[place].line)
        return self.words[places[number]].line if number < len(places) else start

    def _first(self, text: str, sets: bool, at: int) -> int | None:
        """The first word from `at` on that is this key, or this value."""
        places = self._places.get((text, sets), [])
        number = bisect_left(places, at)
        return places[number] if number < len(places) else None

    @cached_property
    def _places(self) -> Mapping[tuple[str, bool], list[int]]:
        """Where each key (True) and each value (False) is among the words, which are complete by now."""
        places: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            places[word.text, word.sets].append(place)
        return dict(places)


def loads(text: str, path: str) -> dict[str, Any]:
    """The values of a TOML text; `path` names it in the XlcheckError that is raised where it is no TOML."""
    if too_long := _long_key(text):
        raise XlcheckError(f"{path}:{too_long}: a dotted key of more than {LIMITS.key_parts} parts; shorten it")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = place[1] if place and place[1] else text.count("\n") + 1
        what = _PLACE.sub("", str(error))
        if what == r"Illegal character '\n'":
            what = "the line ends inside quotation marks; close them"
        raise XlcheckError(f"{path}:{line}: not valid TOML: {what[:1].lower()}{what[1:]}") from None
    except (RecursionError, ValueError):
        raise XlcheckError(f"{path}:1: a number is too long, or brackets are nested too deeply; remove them") from None


def _long_key(text: str) -> int | None:
    """The line of a key that has too many names."""
    if not _LONG_KEY.search(text):
        return None
    line, at, dots = 1, 0, 0
    for token in _TOKEN.finditer(text):  # what looks like one may be inside a string or a comment
        line, at = line + text.count("\n", at, token.end()), token.end()
        if token["header"] is not None:
            dots = len(_NAME.findall(token["header"])) - 1
        else:
            dots = dots + 1 if token["sets"] == "." else 0
        if dots >= LIMITS.key_parts:
            return line
    return None


def blocks(text: str, array: str | None) -> list[Block]:
    """The tables of an array (`[[array]]`, dotted) in a TOML text; the first, nameless block holds what is before them.

    With no array the one block holds all.
    """
    found = [Block(1, [])]
    line, at = 1, 0
    for token in _TOKEN.finditer(text):
        line, at = line + text.count("\n", at, token.end()), token.end()
        if token["header"] is not None:
            names = [_bare(name) for name in _NAME.findall(token["header"])]
            if ".".join(names) == array and token[0].lstrip().startswith("[["):
                found.append(Block(line, []))
            else:
                found[-1].words.extend(Word(name, line, True) for name in names)
        elif token["word"]:
            found[-1].words.append(Word(_bare(token["word"]), line, bool(token["sets"])))
    return found


def _bare(name: str) -> str:
    return name[1:-1] if name[0] in "\"'" else name
