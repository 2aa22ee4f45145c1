"""How wide and how long reports are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader can take in at once, and what the formats and the places that show them have room for."""

    points_a_cell: int = 20
    """Code points a cell that are looked at on each side, and at each end of a finding: blanks and marks take none,
    and a line, or what is found, may be a whole book."""
    page_name: int = 40
    """Characters of a page's name that are taken from its first article's path."""
    page_digits: int = 8
    """Hex digits behind them that keep two such names apart."""
    link_digits: int = 12
    """Digits of a fingerprint that name a finding in links."""
    list_cells: int = 96
    """Cells of an excerpt: about one line of the list."""
    marks: int = 30
    """Marks that are open at one place: nobody tells more apart, and where marks cross, each end closes and opens
    all."""
    markdown_bytes: int = 1_000_000
    """Bytes of a report in Markdown: GitHub takes a step summary of 1 MiB."""
    unread: int = 100
    """Files that could not be read which it names."""
    markdown_cells: int = 120
    """Characters of a line in its tables."""
    match_cells: int = 72
    """Characters of a sentence that ties two articles."""
    indent: int = 4
    """Cells by which what belongs to a finding is indented."""
    narrowest: int = 40
    """Cells of a line at least, however narrow the terminal says that it is."""
    sheet_rows: int = 1_048_576
    """Rows of a sheet (ECMA-376, as Excel applies it)."""
    sheet_cell: int = 32_767
    """Characters of a cell."""
    column: int = 12
    """Characters that a column is wide which is not listed."""


LIMITS = Limits()
