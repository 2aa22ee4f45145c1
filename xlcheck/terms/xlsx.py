"""Glossaries as the first sheet of a spreadsheet; `table.py` says what the columns mean."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from xlcheck.files import bounded
from xlcheck.files.archive import undated
from xlcheck.model import Concept, Glossary, XlcheckError
from xlcheck.terms import sheet_limits, table, table_text
from xlcheck.terms.limits import LIMITS

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that Excel has put a password on, and those of before 2007."""


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of a file's first sheet, its lines being the rows.

    The first row with something in it is the header; what is far to the right of it is not read. Raises XlcheckError
    with a line `path:line: what, and what to do` for each thing wrong, and where a limit is passed (`sheet_limits`).
    """
    openpyxl = _openpyxl(f"{path}:1")
    content = bounded.read(path, LIMITS.sheet_bytes)
    if content.startswith(_LOCKED):
        raise XlcheckError(f"{path}:1: an old or encrypted spreadsheet; save it as .xlsx without a password")
    try:
        rows = list(_rows(openpyxl, content, path))
    except (XlcheckError, MemoryError):
        raise
    except Exception as error:  # whatever a broken archive or XML brings about in the libraries that read it
        what = " ".join(str(error).split()) or type(error).__name__
        raise XlcheckError(f"{path}:1: not a readable spreadsheet ({what}); save it as .xlsx or .csv") from None
    return table.concepts(rows, path)


def _rows(openpyxl: Any, content: bytes, path: str) -> Iterator[table.Row]:
    """The rows that have something in them, each with its number, as wide as the first.

    A cell right beside the table is taken for one of it: it may have slipped.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet_limits.keep(archive, path)
    with warnings.catch_warnings(action="ignore"):  # of what it leaves out: pictures, validation of cells
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size, which ends the rows there, may be wrong
        width = _width(sheet.iter_rows(max_col=LIMITS.columns, values_only=True))
        for line, values in enumerate(sheet.iter_rows(max_col=width + 1, values_only=True), 1):
            cells = tuple(map(_text, values)) if any(values) else ()
            if any(cells):
                yield line, cells if cells[width:] != ("",) else cells[:width]


def _width(rows: Iterator[tuple[Any, ...]]) -> int:
    """The columns of the first row that has something in it."""
    for values in rows:
        filled = [column for column, value in enumerate(values, 1) if _text(value)] if any(values) else []
        if filled:
            return filled[-1]
    return 1


def _openpyxl(asked: str) -> Any:
    try:
        import openpyxl
    except ImportError:
        raise XlcheckError(
            f"{asked}: spreadsheets need the extra 'xlsx'; run pip install 'xlcheck[xlsx]', or save the glossary as CSV"
        ) from None
    return openpyxl


def _text(cell: Any) -> str:
    """What a cell says; nothing for blanks alone."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    return str(cell)


def write(glossary: Glossary) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of a file in our own layout, and a line for each thing that it can't hold."""
    openpyxl = _openpyxl("xlsx")
    rows, losses = table_text.rows(glossary)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "glossary"
    for line, cells in enumerate(rows, 1):
        for column, text in enumerate(cells, 1):
            if text:
                cell = sheet.cell(line, column, _CONTROL.sub("\ufffd", text))
                cell.data_type = "s"  # text even where it looks like a formula
        if any(map(_CONTROL.search, cells)):
            losses.append(f"{glossary.concepts[line - 2].place}: a control character is written as U+FFFD")
    sheet.freeze_panes = "B2"
    content = io.BytesIO()
    book.save(content)
    return undated(content.getvalue()), tuple(losses)
