"""What stands in quotation marks, over sentences too: someone's words, kept as they were said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from xlcheck.segment.limits import LIMITS

_QUOTATION = re.compile(
    '“[^“”]*”|"[^"]*"|«[^«»]*»|»[^«»]*«|„[^„“”"]*[“”"]|‚[^‚‘’]*[‘’]|「[^「」]*」|『[^『』]*』|《[^《》]*》|＂[^＂]*＂'
    # the marks stand first, so that the search runs over ordinary text at full speed
    "|‘(?<!\\w‘)[^‘’]*’(?!\\w)|'(?<!\\w')[^']*'(?!\\w)"
)


@dataclass(frozen=True, slots=True)
class Quotations:
    """Where the quotations of a paragraph begin and end, marks included, in order, none inside another."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quotations:
        """The quotations of `text[start:end]`."""
        found = [match.span() for match in _QUOTATION.finditer(text, start, end)]
        return cls(tuple(start for start, _ in found), tuple(end for _, end in found))

    def hold(self, start: int, end: int) -> bool:
        """Whether most of a sentence stands in quotation marks."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        if first >= last:
            return False
        inside = sum(self.ends[first:last]) - sum(self.starts[first:last])
        inside -= max(start - self.starts[first], 0) + max(self.ends[last - 1] - end, 0)
        return inside >= LIMITS.quoted_share * (end - start)
