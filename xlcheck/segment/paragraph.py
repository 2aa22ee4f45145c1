"""Paragraphs: blank lines part them, and single line breaks too unless the text is hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from xlcheck.segment.limits import LIMITS

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BLANK = re.compile(r"\s*\Z")
_BULLET = re.compile(r"\s*(?:[-*•‣▪●○◦–—·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_FINISHED = re.compile(r"[.!?…。！？｡؟۔।:：][\"'”’»›)\]」』》）]*\s*\Z")


Range = tuple[int, int]


def paragraphs(text: str, start: int, end: int) -> Iterator[Range]:
    """Ranges of the paragraphs of `text[start:end]`, in order, blank ones left out."""
    for block in _blocks(text, start, end):
        yield from _joined(text, block) if _wrapped(text, block) else block


def _blocks(text: str, start: int, end: int) -> Iterator[list[Range]]:
    """Runs of lines without a blank line between them."""
    block: list[Range] = []
    for match in _LINE.finditer(text, start, end):
        first, last = match.span()
        if block and text.count("\n", block[-1][1], first) > 1:
            yield block
            block = []
        if not _BLANK.match(match.group()):
            block.append((first, last))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _wrapped(text: str, block: list[Range]) -> bool:
    """Whether line breaks fall where the line was full, not where a thought ended.

    In hard-wrapped text most lines have no room for the next line's first word, and what follows an unfinished line
    goes on in lower case.
    """
    widths = [end - start for start, end in block]
    width = max(widths)
    if len(block) < 2 or not LIMITS.wrap_least <= width <= LIMITS.wrap_most:
        return False
    full = sum(
        size + 1 + _first_word(text, follower) > width - 3 or text[line[1] - 1] in "-\u00ad"
        for size, (line, follower) in zip(widths, pairwise(block), strict=False)
    )
    unfinished = [follower for line, follower in pairwise(block) if not _FINISHED.search(text, *line)]
    fresh = sum(_first_letter(text, line).isupper() for line in unfinished)
    return full >= 0.7 * (len(block) - 1) and 2 * len(unfinished) >= len(block) - 1 and 2 * fresh <= len(unfinished)


def _first_letter(text: str, line: Range) -> str:
    return text[line[0] : line[1]].lstrip()[:1]


def _first_word(text: str, line: Range) -> int:
    start, end = line
    words = text[start:end].split(None, 1)
    return len(words[0]) if words else 0


def _joined(text: str, block: list[Range]) -> Iterator[Range]:
    """Wrapped lines as one paragraph; a bullet opens a new one."""
    start, end = block[0]
    for line in block[1:]:
        if _BULLET.match(text, *line):
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end
