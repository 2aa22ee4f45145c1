"""Glossaries as the first sheet of a spreadsheet; `table.py` says what the columns mean."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlcheck.model import Concept, Glossary, XlcheckError
from xlcheck.model.archive import undated
from xlcheck.model.reading import readable
from xlcheck.terms import table, table_text

_MOST_BYTES = 256 << 20
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of a file's first sheet, its lines being the rows.

    Raises XlcheckError with a line `path:line: what, and what to do` for each thing wrong.
    """
    openpyxl = _openpyxl(f"{path}:1")
    try:
        with readable(path):
            content = io.BytesIO(Path(path).read_bytes())
        with zipfile.ZipFile(content) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                raise XlcheckError(f"{path}:1: unpacks to more than 256 MiB; save the glossary as CSV")
        book = openpyxl.load_workbook(content, read_only=True, data_only=True)
        rows = [
            (line, tuple(_text(cell) for cell in cells))
            for line, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1)
        ]
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, SyntaxError) as error:
        raise XlcheckError(f"{path}:1: not a spreadsheet ({error}); save it as .xlsx or .csv") from None
    return table.concepts(rows, path)


def _openpyxl(asked: str) -> Any:
    try:
        import openpyxl
    except ImportError:
        raise XlcheckError(
            f"{asked}: spreadsheets need the extra 'xlsx'; pip install 'xlcheck[xlsx]', or save the glossary as CSV"
        ) from None
    return openpyxl


def _text(cell: Any) -> str:
    if cell is None:
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
