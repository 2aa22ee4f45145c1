"""The findings as rows of a table, for the formats that spreadsheets open."""

from __future__ import annotations

import re

from xlcheck.model import Report
from xlcheck.report.entry import Entry, entries, path, place
from xlcheck.report.region import region

Cell = str | int | float

HEADER = (
    *("severity", "rule", "name", "confidence", "path", "line", "column", "end line", "end column"),
    *("text", "message", "suggestion", "reason", "related", "fingerprint"),
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def rows(report: Report) -> list[tuple[Cell, ...]]:
    """A row a finding under `HEADER`. Lines and columns are in code points from 1, ends exclusive.

    Control characters, which neither spreadsheets nor terminals take well, are written as U+FFFD.
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
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", cell) if isinstance(cell, str) else cell
