"""CSV after RFC 4180, in UTF-8: a row a finding."""

from __future__ import annotations

import csv
import io

from xlcheck.files.printable import inert
from xlcheck.model import Report
from xlcheck.report.table import HEADER, Cell, rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(report: Report) -> str:
    """Return a header and the rows, lines ended by CR LF.

    A spreadsheet takes a cell for a formula by its first character: an apostrophe is put in front of such text. No
    line of a cell is a command to a CI service.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(tuple(map(_harmless, row)) for row in rows(report))
    return stream.getvalue()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return inert(f"'{cell}" if cell.startswith(_FORMULA) else cell)
