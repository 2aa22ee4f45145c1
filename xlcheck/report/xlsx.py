"""A spreadsheet (Office Open XML) to sort and filter, with the extra `xlsx`."""

from __future__ import annotations

import io
from typing import Any

from xlcheck.files.archive import undated
from xlcheck.model import Report, XlcheckError
from xlcheck.report.limits import LIMITS
from xlcheck.report.table import HEADER, Cell, rows

_WIDTHS = {"path": 30, "text": 50, "message": 60, "suggestion": 30, "reason": 40, "related": 50}


def render(report: Report) -> bytes:
    """Return a workbook of one sheet, a row a finding; text is text, even where it looks like a formula.

    Raises XlcheckError where openpyxl is not installed, or there are more findings than a sheet has rows. The same
    report gives the same bytes: no time of writing is in it.
    """
    found = rows(report)
    if len(found) >= LIMITS.sheet_rows:
        raise XlcheckError(f"{len(found):,} findings, but a sheet has only {LIMITS.sheet_rows:,} rows; use csv")
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "findings"
    for number, row in enumerate((HEADER, *found), 1):
        for column, cell in enumerate(row, 1):
            _write(sheet.cell(number, column), cell)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTHS.get(cell.value, LIMITS.column)
    stream = io.BytesIO()
    book.save(stream)
    return undated(stream.getvalue())


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise XlcheckError(
            "--format xlsx needs the extra 'xlsx'; run pip install 'xlcheck[xlsx]', or use csv"
        ) from None
    return openpyxl


def _write(place: Any, cell: Cell) -> None:
    if not isinstance(cell, str):
        place.value = cell
    elif cell:
        place.value = cell if len(cell) <= LIMITS.sheet_cell else cell[: LIMITS.sheet_cell - 1] + "…"
        place.data_type = "s"
