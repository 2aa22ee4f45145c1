"""Aligned tables: a header row of BCP 47 codes, then a pair (or n-tuple) in every row."""

from array import array
from collections import Counter
from itertools import accumulate

from xlcheck.model import Document, NoText, Origin, XlcheckError, well_formed
from xlcheck.read.limits import LIMITS


def table(path: str, raw: str) -> tuple[Document, ...]:
    """One Document a column; its cells, as they stand, are its lines and its `rows`.

    No quoting, no comments. Raises XlcheckError for a header that is not of two or more different
    BCP 47 codes, for a row with another number of cells, and for a table without rows.
    """
    lines = raw.rstrip("\r\n").split("\n")
    codes = _header(path, lines[0].removesuffix("\r"))
    if len(lines) == 1:
        raise NoText(f"{path}:1: no rows below the header; there is nothing to check yet")
    rows = [line.removesuffix("\r").split("\t") for line in lines[1:]]
    for number, cells in enumerate(rows, 2):
        if len(cells) != len(codes):
            raise XlcheckError(
                f"{path}:{number}: {_count(len(cells), 'cell')} but the header has "
                f"{_count(len(codes), 'column')}; separate the cells with tabs"
            )
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[1:-1]
    origin_of_cells = [starts]
    for column in range(len(codes) - 1):
        before = origin_of_cells[-1]
        origin_of_cells.append([start + len(cells[column]) + 1 for start, cells in zip(before, rows, strict=True)])
    return tuple(
        _column(path, raw, code, [cells[column] for cells in rows], origin_of_cells[column])
        for column, code in enumerate(codes)
    )


def _header(path: str, line: str) -> list[str]:
    codes = line.split("\t")
    if len(codes) > LIMITS.columns:
        raise XlcheckError(f"{path}:1: more than {LIMITS.columns} columns; split the table")
    for code in codes:
        if not well_formed(code):
            raise XlcheckError(
                f"{path}:1: '{code}' in the header is not a BCP 47 language tag; use tags such as 'en' or 'zh-Hant'"
            )
    if len(codes) < 2:
        raise XlcheckError(f"{path}:1: only one column; a table needs a source and a target")
    times = Counter(map(str.lower, codes))
    for code in codes:
        if times[code.lower()] > 1:
            raise XlcheckError(f"{path}:1: two columns have the header '{code}'; keep one")
    return codes


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _column(path: str, raw: str, code: str, cells: list[str], starts: list[int]) -> Document:
    """A column as a document: the line feed after a cell was the cell's end in the file."""
    offsets = array("I")
    for cell, start in zip(cells, starts, strict=True):
        offsets.extend(range(start, start + len(cell) + 1))
    begins = accumulate((len(cell) + 1 for cell in cells[:-1]), initial=0)
    return Document(
        id=path,
        text="\n".join(cells),
        language=code,
        rows=tuple((begin, begin + len(cell)) for begin, cell in zip(begins, cells, strict=True)),
        origin=Origin(raw, offsets),
    )
