"""The tags of a page and the text between them, with exact places in the source.

The source is read as browsers read it (the tokenizer of the HTML standard, less its rare states):
tags that are never closed, unknown character references and stray angle brackets are valid input.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape as _unescape
from html.entities import html5

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*>?"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)"
    r"""(?P<attributes>(?:=\s*+(?:"[^"]*"|'[^']*')|[^>])*+)(?:>|\Z)""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
RAW_TEXT = {"script", "style", "noscript", "textarea", "title", "iframe", "noframes", "xmp"}
_LONG_NUMBER = re.compile(r"&#(?=[0-9])0*+([0-9]{0,8})[0-9]*+(;?)")
"""Eight figures, the first of them not 0, are more than any character has: Python refuses to read thousands."""
_LONGEST_NAME = max(map(len, html5))
_PIECE = re.compile(r"[ \t\n\r\f]+|&#[0-9]+;?|&#[xX][0-9a-fA-F]+;?|&[a-zA-Z][a-zA-Z0-9]*;?|[^ \t\n\r\f&]+|&")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag. `content_end` is where the raw text ends in a script and the like."""

    name: str
    closing: bool
    empty: bool
    attributes: dict[str, str]
    start: int
    end: int
    content_end: int


def pieces(source: str) -> Iterator[tuple[int, int, Tag | None]]:
    """Start and end of each text, and the tag behind it; None for comments and at the very end.

    What stands inside a script, a style, a title and the like belongs to its tag and is not text.
    """
    at = 0
    while found := _MARKUP.search(source, at):
        tag = _tag(source, found) if found["name"] else None
        yield at, found.start(), tag
        at = tag.content_end if tag else found.end()
    yield at, len(source), None


def _tag(source: str, found: re.Match[str]) -> Tag:
    name, closing = found["name"].lower(), bool(found["close"])
    empty = found["attributes"].endswith("/")
    content_end = found.end()
    if name in RAW_TEXT and not closing and not empty:
        end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, content_end)
        content_end = end.start() if end else len(source)
    attributes = _attributes(found["attributes"])
    return Tag(name, closing, empty, attributes, found.start(), found.end(), content_end)


def _attributes(text: str) -> dict[str, str]:
    found = [
        (name.lower(), unescape(double or single or bare)) for name, double, single, bare in _ATTRIBUTE.findall(text)
    ]
    return dict(reversed(found))  # of two equal names the first counts


def characters(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Runs of text with their start and end in the source; a character reference is a run.

    A run of white space is one run. Runs that were not written as a reference have one code point
    of text for each of the source.
    """
    for found in _PIECE.finditer(source, start, end):
        piece, at = found[0], found.start()
        if piece[0] != "&" or len(piece) == 1:
            yield piece, at, found.end()
            continue
        length = _reference_length(piece)
        if length and (text := unescape(piece[:length])):
            yield text, at, at + length
        if length < len(piece):
            yield piece[length:], at + length, found.end()


def unescape(text: str) -> str:
    """The text with its character references replaced, as browsers read them."""
    return _unescape(_LONG_NUMBER.sub(r"&#0\1\2", text))


def _reference_length(piece: str) -> int:
    """How much of `&copy;`, `&copyright` or `&nothing` is a character reference (6, 5 and 0)."""
    if piece[1] == "#":
        return len(piece)
    longest = min(len(piece), 1 + _LONGEST_NAME)
    names = (length for length in range(longest, 2, -1) if piece[1:length] in html5)
    return next(names, 0)
