"""On which line of a TOML glossary a concept and its keys stand, which tomllib does not tell."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\''  # strings over several lines hide what is in them
    r"|\#[^\n]*"
    r"|^[ \t]*\[\[?(?P<header>[^\]\n]*)\]"
    r'|(?P<key>[\w-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')[ \t]*(?P<sets>[=.])?',
    re.DOTALL | re.MULTILINE,
)
_NAME = re.compile(r'[\w-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')


@dataclass(frozen=True, slots=True)
class Block:
    """A `[[concept]]`: the line of its header, and its keys with their lines in reading order."""

    line: int
    keys: list[tuple[str, int]]

    def place(self, *path: str) -> int:
        """The line of a key, given with the keys that it is inside of; else that of the header."""
        line, at = self.line, 0
        for name in path:
            found = next((i for i, (key, _) in enumerate(self.keys[at:], at) if key == name), None)
            if found is None:
                break
            line, at = self.keys[found][1], found + 1
        return line


def blocks(text: str) -> list[Block]:
    """The `[[concept]]` blocks of a TOML text; the first, nameless one holds what is before them."""
    found = [Block(1, [])]
    line, at = 1, 0
    for token in _TOKEN.finditer(text):
        line, at = line + text.count("\n", at, token.end()), token.end()
        if token["header"] is not None:
            names = [_bare(name) for name in _NAME.findall(token["header"])]
            if names == ["concept"] and token[0].lstrip().startswith("[["):
                found.append(Block(line, []))
            else:
                found[-1].keys.extend((name, line) for name in names)
        elif token["key"] and token["sets"]:
            found[-1].keys.append((_bare(token["key"]), line))
    return found


def _bare(name: str) -> str:
    return name[1:-1] if name[0] in "\"'" else name
