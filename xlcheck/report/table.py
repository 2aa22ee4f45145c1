"""The findings as rows of a table, for the formats that spreadsheets open."""

from __future__ import annotations

import re

from xlcheck.files.printable import REPLACEMENT, visible
from xlcheck.model import Report
from xlcheck.report.entry import Entry, entries, path, place
from xlcheck.report.region import region

Cell = str | int | float

HEADER = (
    *("severity", "rule", "name", "confidence", "path", "line", "column", "end line", "end column"),
    *("text", "message", "suggestion", "reason", "related", "fingerprint"),
)

_NONCHARACTERS = re.compile("[\ufffe\uffff]")


def rows(report: Report) -> list[tuple[Cell, ...]]:
    """A row a finding under `HEADER`. Lines and columns are in code points from 1, ends exclusive.

    What neither spreadsheets nor terminals take well is written as U+FFFD: controls, and what turns the direction.
    """
    return [tuple(_clean(cell) for cell in _row(entry)) for entry in entries(report)]


def _row(entry: Entry) -> tuple[Cell, ...]:
    finding, at = entry.finding, region(entry.at)
    return (
        *(str(entry.severity), finding.rule, finding.name, entry.confidence),
        *(path(entry.at.document), at.line, at.column, at.end_line, at.end_column),
        *(entry.at.text, finding.message, finding.suggestion, finding.reason),
        "\n".join(f"{place(span)} {span.text}" for span in finding.related),
        finding.fingerprint,
    )


def _clean(cell: Cell) -> Cell:
    return _NONCHARACTERS.sub(REPLACEMENT, visible(cell)) if isinstance(cell, str) else cell
