"""Lines of styled text for a terminal, broken between words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Run = tuple[str, str]
"""Text, and the parameters of the ANSI code for its style (SGR: `1;31` is bold red); none for plain text."""

_WORD = re.compile(r"\s*\S+\s*")


def text_of(line: Iterable[Run]) -> str:
    return "".join(text for text, _ in line)


def width_of(text: str) -> int:
    """In cells."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(line: Sequence[Run], cells: int) -> Iterator[list[Run]]:
    """The line in lines of at most so many cells, at least 2; a word is broken only where it is wider.

    Its only white space is blanks.
    """
    whole = text_of(line)
    for start, end in pairwise((0, *_breaks(whole, cells), len(whole))):
        yield _cut(line, start, start + len(whole[start:end].rstrip()))


def _breaks(text: str, cells: int) -> Iterator[int]:
    """Where lines begin, but for the first."""
    from rich.cells import chop_cells

    if width_of(text) <= cells:
        return
    used = 0
    for found in _WORD.finditer(text):
        word, at = found[0], found.start()
        bare = word.rstrip()
        blanks, wide = len(word) - len(bare), width_of(bare)
        if wide <= cells - used:
            used += wide + blanks
        elif wide <= cells:
            yield at
            used = wide + blanks
        else:
            for part in chop_cells(word, cells):
                if at:
                    yield at
                at, used = at + len(part), width_of(part)


def _cut(line: Sequence[Run], start: int, end: int) -> list[Run]:
    parts, at = [], 0
    for text, style in line:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            parts.append((part, style))
        at += len(text)
    return parts
