"""Glossaries as CSV and TSV; `table.py` says what the columns mean."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from xlcheck.model import Concept, Glossary, XlcheckError
from xlcheck.terms import table, table_text

_DELIMITERS = ",;\t"


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of a file, comma- or semicolon-separated, or tab-separated if its name ends in `.tsv`.

    UTF-8, or UTF-16 with a byte order mark as spreadsheets write it. Raises XlcheckError with a line
    `path:line: what, and what to do` for each thing wrong.
    """
    text = _text(path)
    delimiter = "\t" if path.lower().endswith(".tsv") else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[table.Row] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise XlcheckError(f"{path}:{line}: not a table ({error}); check the quotation marks") from None
    return table.concepts(rows, path)


def _text(path: str) -> str:
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise XlcheckError(f"{path}:1: cannot be read ({error.strerror}); check the path") from None
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise XlcheckError(f"{path}:1: not UTF-8; save the glossary as UTF-8") from None


def _delimiter(text: str) -> str:
    """The sign that the first line is parted by, the comma where several would do."""
    first = text.lstrip().split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def write(glossary: Glossary, delimiter: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file in our own layout, and a line for each thing that it can't hold."""
    rows, losses = table_text.rows(glossary)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue(), tuple(losses)
