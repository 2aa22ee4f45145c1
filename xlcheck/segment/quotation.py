"""What stands in quotation marks, over sentences too: someone's words, kept as they were said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

_QUOTATION = re.compile(
    '“[^“”]*”|"[^"]*"|«[^«»]*»|»[^«»]*«|„[^“”"]*[“”"]|‚[^‘’]*[‘’]|「[^」]*」|『[^』]*』|《[^》]*》|＂[^＂]*＂'
    "|(?<!\\w)‘[^‘’]*’(?!\\w)|(?<!\\w)'[^']*'(?!\\w)"
)

QUOTED_SHARE = 0.6
"""A sentence is quoted when so much of it stands in quotation marks (“He said: …” may stand before them)."""

Range = tuple[int, int]


def find_quotations(text: str, start: int, end: int) -> Iterator[Range]:
    """Ranges of a paragraph's quotations, marks included, in order."""
    for match in _QUOTATION.finditer(text, start, end):
        yield match.span()


def is_quoted(start: int, end: int, quotations: Sequence[Range]) -> bool:
    """Whether most of a sentence stands in quotation marks; `quotations` in order, none inside another."""
    first = bisect_right(quotations, start, key=lambda quotation: quotation[1])
    last = bisect_left(quotations, end, key=lambda quotation: quotation[0])
    inside = sum(min(end, to) - max(start, since) for since, to in quotations[first:last])
    return inside > 0 and inside >= QUOTED_SHARE * (end - start)
