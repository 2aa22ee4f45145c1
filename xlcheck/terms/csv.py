"""Glossaries as CSV and TSV; `table.py` says what the columns mean."""

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from xlcheck.files import bounded
from xlcheck.model import Concept, Glossary, XlcheckError
from xlcheck.terms import table, table_text

_DELIMITERS = ",;\t"
_SEPARATOR = re.compile("sep=(.)\r?\n")
"""A first line that tells Excel the sign."""


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of a file, separated by commas, semicolons or tabs.

    UTF-8, or UTF-16 with a byte order mark as spreadsheets write it. Raises XlcheckError with a line
    `path:line: what, and what to do` for each thing wrong.
    """
    text = _text(path)
    told = _SEPARATOR.match(text)
    delimiter = told[1] if told else _delimiter(text, path)
    text, above = text[told.end() if told else 0 :], int(bool(told))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[table.Row] = []
    line = above + 1
    try:
        for cells in reader:
            rows.append((line, tuple(cells)))
            line = above + reader.line_num + 1
    except csv.Error as error:
        raise XlcheckError(f"{path}:{line}: not a valid table ({error}); check the quotation marks") from None
    return table.concepts(rows, path)


def _text(path: str) -> str:
    content = bounded.read(path)
    with bounded.as_utf8(path, "save it as UTF-8, in Excel as 'CSV UTF-8'"):
        return content.decode("utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")


def _delimiter(text: str, path: str) -> str:
    """The sign that the first line is parted by, the comma where several would do; in `.tsv` files tabs if any."""
    first = text.lstrip("\n\r ").split("\n", 1)[0]
    return "\t" if path.lower().endswith(".tsv") and "\t" in first else max(_DELIMITERS, key=first.count)


def write(glossary: Glossary, delimiter: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file in our own layout, and a line for each thing that it can't hold."""
    rows, losses = table_text.rows(glossary)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue(), tuple(losses)
