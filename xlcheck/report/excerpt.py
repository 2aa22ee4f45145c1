"""One line of text around a span, cut to a width in terminal cells."""

from __future__ import annotations

from dataclasses import dataclass

from xlcheck.files.printable import printable
from xlcheck.model import Span
from xlcheck.report.limits import LIMITS

_ELLIPSIS = "…"
_GAP = " … "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A span's text and what stands around it on its line, shortened."""

    before: str
    text: str
    after: str


def excerpt(span: Span, cells: int) -> Excerpt:
    """Return the span in its line, at most `cells` wide.

    A span that takes most of the width stands alone, shortened in the middle where it is too long;
    a short one keeps as much of its line as there is room for, on both sides.
    """
    from rich.cells import cell_len

    text = _both_ends(span, cells)
    room = cells - cell_len(text)
    if room < cells // 3:
        return Excerpt("", shorten(text, cells), "")
    whole, near = span.document.text, cells * LIMITS.points_a_cell
    before = printable(whole[max(0, span.start - near) : span.start].rpartition("\n")[2]).lstrip()
    after = printable(whole[span.end : span.end + near].partition("\n")[0]).rstrip()
    wanted, spare = _cells(before, room), _cells(after, room)
    before = _tail(before, max(room // 2, room - spare))
    return Excerpt(before, text, _head(after, max(room - room // 2, room - wanted)))


def brief(span: Span, cells: int) -> str:
    """The span's text on one line, shortened in the middle to at most `cells` (at least 5)."""
    return shorten(_both_ends(span, cells), cells)


def _both_ends(span: Span, cells: int) -> str:
    """The span's text on one line; of a long one both ends, too far apart for `cells` to show what is between."""
    near = cells * LIMITS.points_a_cell
    if span.end - span.start <= 2 * near:
        return printable(span.text)
    whole = span.document.text
    head, tail = whole[span.start : span.start + near], whole[span.end - near : span.end]
    return printable(head) + " " * cells + printable(tail)


def shorten(text: str, cells: int) -> str:
    """Shorten in the middle to at most `cells` (at least 5), where possible between words."""
    from rich.cells import cell_len

    if _cells(text, cells) <= cells:
        return text
    head = _head(text, cells - cells // 2 - 1).removesuffix(_ELLIPSIS)
    room = cells - cell_len(head + _GAP)
    return head + _GAP + _tail(text, room + 1).removeprefix(_ELLIPSIS)


def _head(text: str, cells: int) -> str:
    """The longest start within `cells`, and an ellipsis where something is left out."""
    if _cells(text, cells) <= cells:
        return text
    cut = text[: _fitting(text, cells - 1)]
    word = cut.rfind(" ")
    if word > len(cut) // 2 and not text[len(cut)].isspace():
        cut = cut[:word]
    return cut.rstrip() + _ELLIPSIS if cells > 1 else ""


def _tail(text: str, cells: int) -> str:
    """The longest end within `cells`, and an ellipsis where something is left out."""
    from rich.cells import cell_len

    if _cells(text, cells) <= cells:
        return text
    cut = text[len(text) - _fitting(text[::-1], cells - 1) :]
    word = cut.find(" ")
    if 0 <= word < len(cut) // 2 and not text[-len(cut) - 1].isspace():
        cut = cut[word:]
    while cut and cell_len(cut[0]) == 0:
        cut = cut[1:]
    return _ELLIPSIS + cut.lstrip() if cells > 1 else ""


def _cells(text: str, enough: int) -> int:
    """How wide a text is, or some number above `enough`: most of a long one need not be looked at."""
    from rich.cells import cell_len

    near = cell_len(text[: 2 * enough + 2])
    return near if near > enough else cell_len(text)


def _fitting(text: str, cells: int) -> int:
    """How many code points fit; combining marks go with their base."""
    from rich.cells import cell_len

    for index, character in enumerate(text):
        cells -= cell_len(character)
        if cells < 0:
            return index
    return len(text)
