"""How a file is written: what a text becomes in it, and where its comments are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Escape = Callable[[str, str, int], str]
"""Makes of a text what the file has to have (its second argument) at a place (its third); empty where it cannot."""

VOID_ELEMENTS = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
"""Elements of HTML that have no end tag (HTML Living Standard, 13.1.2)."""

_BLANKS = re.compile(r"[^\S\n]*+")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Comments:
    """What opens and closes a comment; the end of the line closes one without `closing`.

    A comment is about the text before it if nothing but `behind` stands between them (`behind_block` where the comment
    ends its line), else about the text that follows. What `code` matches is shown, and holds no comments. `front` is
    front matter, in whose group `matter` lines that begin with # are comments on the whole file.
    """

    opening: str
    closing: str = ""
    behind: re.Pattern[str] = _BLANKS
    behind_block: re.Pattern[str] = _BLANKS
    code: re.Pattern[str] | None = None
    front: re.Pattern[str] | None = None


def as_it_is(text: str, _file: str, _place: int) -> str:
    """Plain text needs no escaping."""
    return text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Syntax:
    """How the files of a format are written, under a name of its own.

    With `references`, as in HTML, a character reference stands for what the file's encoding lacks, and a file that
    does not state its encoding is not taken for UTF-8.
    """

    name: str
    escape: Escape = as_it_is
    comments: Comments | None = None
    references: bool = False


PLAIN_TEXT = Syntax(name="plain text")
"""No signs that mean anything, and no comments."""
