"""A TOML text: its values, and on which lines they stand, which tomllib does not tell."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from xlcheck.model.errors import XlcheckError

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\''  # strings over several lines hide what is in them
    r"|\#[^\n]*"
    r"|^[ \t]*\[\[?(?P<header>[^\]\n]*)\]"
    r'|(?P<word>[\w-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')[ \t]*(?P<sets>[=.])?',
    re.DOTALL | re.MULTILINE,
)
_NAME = re.compile(r'[\w-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A key (`sets`) or a value as it is written, without its quotes."""

    text: str
    line: int
    sets: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A table of an array, as `[[concept]]`: the line of its header, and its keys and values in reading order."""

    line: int
    words: list[Word]

    def place(self, *path: str, value: str | None = None) -> int:
        """The line of a key, given with the keys that it is inside of, or of a value after it; else that of the last
        of these that is there."""
        line, at = self.line, 0
        for name in path:
            found = next((i for i, word in enumerate(self.words[at:], at) if word.sets and word.text == name), None)
            if found is None:
                return line
            line, at = self.words[found].line, found + 1
        if value is not None:
            return next((word.line for word in self.words[at:] if not word.sets and word.text == value), line)
        return line

    def nth(self, number: int, *names: str) -> int:
        """The line of the key `names[-1]` that comes after the others for the (number + 1)th time."""
        *outer, last = names
        start = self.place(*outer)
        lines = [word.line for word in self.words if word.sets and word.text == last and word.line >= start]
        return lines[number] if number < len(lines) else start


def loads(text: str, path: str) -> dict[str, Any]:
    """The values of a TOML text; `path` names it in the XlcheckError that is raised where it is no TOML."""
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
        raise XlcheckError(f"{path}:1: a number too long or brackets too deep to be read; take them out") from None


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
