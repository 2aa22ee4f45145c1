"""A format of files: how they are recognised, read and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from xlcheck.model.document import Document
from xlcheck.model.syntax import Syntax


class Sign(IntEnum):
    """What the content of a file says about its format."""

    NONE = 0
    LIKELY = 1
    """Enough where the file's name says nothing."""
    CERTAIN = 2
    """Enough against the file's name."""


def says_nothing(_raw: str) -> Sign:
    """For a format whose files open like those of others."""
    return Sign.NONE


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Format(Syntax):
    """A syntax with the suffixes of its files, the first of them the usual one, and what reads them.

    `sniff` is asked about the decoded content, `read` about the path and the decoded content: it gives the documents of
    the file, without their syntax, and raises XlcheckError where the file is broken. With `lenient`, broken UTF-8 is
    read as browsers do.
    """

    suffixes: tuple[str, ...]
    read: Callable[[str, str], tuple[Document, ...]]
    sniff: Callable[[str], Sign] = says_nothing
    lenient: bool = False
