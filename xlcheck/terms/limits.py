"""What a glossary's file may hold, and how often something must recur to be proposed as a term."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on spreadsheets keep a file of 1 KB from asking for all the memory there is.

    What is asked of a proposed term is measured by `lab/bench/suggest.py`.
    """

    sheet_bytes: int = 64 << 20
    """Bytes of a spreadsheet as it is, packed."""
    unpacked_bytes: int = 256 << 20
    """Bytes of all its parts, unpacked."""
    rows: int = 1_048_576
    """Rows that the format has room for (ECMA-376, as Excel applies it)."""
    columns: int = 16_384
    """Columns that it has room for."""
    cells: int = 2_000_000
    """Cells with something in them: ten columns of 200,000 concepts."""
    cell: int = 100_000
    """Characters of a cell; Excel has room for 32,767, Google Sheets for 50,000."""
    elements: int = 8_000_000
    """Elements in the XML of a part: those cells, and as many that have a format only."""
    styles: int = 250_000
    """Elements of what is neither a sheet nor its strings; Excel has room for 65,490 cell formats."""
    piece: int = 1 << 20
    """Bytes that are unpacked at a time."""
    phrase_words: int = 5
    """Words of a proposed phrase, at most."""
    name_share: float = 0.8
    """Share of the places of a word inside sentences that have a capital, from which on it is a name."""
    part_share: float = 0.8
    """Of the places of a phrase, those in a longer one from which on it is merely a part of that."""
    common_share: float = 0.15
    """Share of the texts that a word is in, from which on it is too common to begin or end a phrase."""
    common_texts: int = 4
    """Texts that such a word is in, at least."""
    least_beads: int = 2
    """Beads that a term must recur in."""
    least_share: float = 1 / 2500
    """Share of all beads that it must recur in."""
    together: float = 0.5
    """Share of the places of one rendering at which the other must be found too."""
    other_share: float = 0.2
    """Share of the places of a term from which on a second rendering is worth naming."""
    surprise: float = 10.83
    """G² that chance exceeds in one case of a thousand (chi-square distribution, one degree of freedom)."""


LIMITS = Limits()
