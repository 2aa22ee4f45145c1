"""Where the paragraphs of a text begin and end, looked up for any number of places in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_GAP = re.compile(r"\n[^\S\n]*+\n")
_END = re.compile(r"\n(?=[^\S\n]*+\n)")
_EMPTY_LINE = re.compile(r"\n(?=\n)")
_WRITTEN = re.compile(r"\S++")


class Paragraphs:
    """The paragraphs of a text: what stands between empty lines, blanks or none in them."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._gap_ends = [found.end() for found in _GAP.finditer(text)]
        self._ends = [found.start() for found in _END.finditer(text)]
        self._empty_lines = [found.start() for found in _EMPTY_LINE.finditer(text)]
        runs = [found.span() for found in _WRITTEN.finditer(text)]
        self._run_starts = [start for start, _ in runs]
        self._run_ends = [end for _, end in runs]

    def start(self, place: int) -> int:
        """Where the gap before a place ends, whatever blanks its line has; 0 for none."""
        number = bisect_right(self._gap_ends, place)
        return self._gap_ends[number - 1] if number else 0

    def start_behind_empty_line(self, place: int) -> int:
        """The same, for a gap without blanks."""
        number = bisect_right(self._empty_lines, place - 2)
        return self._empty_lines[number - 1] + 2 if number else 0

    def end(self, place: int) -> int:
        """Where the first gap from a place on begins, or the text ends."""
        number = bisect_left(self._ends, place)
        return self._ends[number] if number < len(self._ends) else self._length

    def written_before(self, place: int) -> int:
        """Where what stands before a place ends, less the white space behind it; 0 for nothing."""
        number = bisect_left(self._run_starts, place)
        return min(place, self._run_ends[number - 1]) if number else 0

    def written_from(self, place: int) -> int:
        """Where the first thing that is no white space stands from a place on, or the text ends."""
        number = bisect_right(self._run_ends, place)
        return max(place, self._run_starts[number]) if number < len(self._run_starts) else self._length
