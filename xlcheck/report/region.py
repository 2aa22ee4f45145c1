"""Where a span lies in its file: offsets, lines and columns."""

from dataclasses import dataclass

from xlcheck.files.replacement import Replacement
from xlcheck.model import Span


@dataclass(frozen=True, slots=True)
class Region:
    """A span's place in its file, in code points; offsets from 0, lines and columns from 1, ends exclusive.

    `text` is what the file has there: in a page, with the tags inside.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def region(span: Span) -> Region:
    """The span's place in the file, without the tags that follow its last code point."""
    return _region(span, *_range(span))


def replaced_region(replacement: Replacement) -> Region:
    """The place in the file that is written anew."""
    return _region(replacement.at, replacement.start, replacement.end)


def _region(span: Span, start: int, end: int) -> Region:
    file = span.document.file
    line, column = span.document.position(span.start)
    return Region(
        start,
        end,
        line,
        column,
        end_line=line + file.count("\n", start, end),
        end_column=end - file.rfind("\n", 0, end),
        text=file[start:end],
    )


def _range(span: Span) -> tuple[int, int]:
    """The place of `span.end` is that of the next code point of the text, behind any tag in between."""
    document = span.document
    start, end = document.offset_in_file(span.start), document.offset_in_file(span.end)
    if document.origin and span.text:
        last = document.offset_in_file(span.end - 1)
        tag = document.origin.text.find("<", last + 1, end)
        end = tag if tag >= 0 else end
    return start, end
