"""Keeps spreadsheets within bounds before they are opened: a file of 1 KB can ask for all the memory there is.

Every part is read through once, piece by piece, as XML without a document type.
"""

from __future__ import annotations

import re
import zipfile
from xml.parsers import expat

from xlcheck.model import XlcheckError
from xlcheck.terms.limits import LIMITS

_SHEET, _STRINGS = re.compile(r"/worksheets/"), re.compile(r"sharedStrings", re.IGNORECASE)


def keep(archive: zipfile.ZipFile, path: str) -> None:
    """Raise XlcheckError for a spreadsheet that is beyond a limit, or has a document type; `path` names it."""
    if sum(entry.file_size for entry in archive.infolist()) > LIMITS.unpacked_bytes:
        raise _beyond(path, f"unpacks to more than {LIMITS.unpacked_bytes >> 20} MiB")
    for entry in archive.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as stream:
                reading = _Part(path, entry.filename)
                while piece := stream.read(LIMITS.piece):
                    reading.read(piece)


class _Part:
    """A part while it is read, and what has been seen of it."""

    def __init__(self, path: str, name: str) -> None:
        self._path = path
        self._sheet = bool(_SHEET.search(name))
        self._most = LIMITS.elements if self._sheet or _STRINGS.search(name) else LIMITS.styles
        self._elements = self._row = self._filled = self._in_row = self._length = 0
        self._counted = False
        parser = self._parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype

    def read(self, piece: bytes) -> None:
        self._parser.Parse(piece, False)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > self._most:
            raise _beyond(self._path, f"a part of more than {self._most:,} elements")
        kind = name.rpartition(" ")[2]
        if kind == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._in_row = 0
            if self._row > LIMITS.rows:
                raise _beyond(self._path, f"a row beyond {LIMITS.rows:,}")
        elif kind in ("c", "si"):
            self._in_row += kind == "c"
            self._length, self._counted = 0, False
            if self._in_row > LIMITS.columns:
                raise _beyond(self._path, f"a row of more than {LIMITS.columns:,} cells")

    def _text(self, text: str) -> None:
        self._length += len(text)
        if self._length > LIMITS.cell:
            raise _beyond(self._path, f"a cell of more than {LIMITS.cell:,} characters")
        if not self._counted and not text.isspace():
            self._counted = True
            self._filled += 1
            if self._filled > LIMITS.cells:
                raise _beyond(self._path, f"more than {LIMITS.cells:,} cells")

    def _doctype(self, *_of: object) -> None:
        raise XlcheckError(f"{self._path}:1: declares a document type, which spreadsheets do not have; save it as CSV")


def _number(given: str | None, next_one: int) -> int:
    """The number that a row is given, or the next one. Raises ValueError for what is no number."""
    return next_one if given is None else int(given)


def _beyond(path: str, what: str) -> XlcheckError:
    return XlcheckError(f"{path}:1: {what}; save the glossary as CSV, or split it")
