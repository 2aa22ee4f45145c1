"""The Reviewdog Diagnostic Format (rdjson): reviewdog comments with it on any code host."""

from __future__ import annotations

from typing import Any

from xlcheck.files.escaping import json_text
from xlcheck.files.replacement import replacements
from xlcheck.model import Document, Report, Severity
from xlcheck.report.entry import Entry, entries, tidy_path, told
from xlcheck.report.region import Region, region, replaced_region

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report) -> str:
    """Return a DiagnosticResult. As the format asks, columns are bytes of UTF-8, from 1, ends exclusive.

    A suggestion, which reviewdog offers to write, is what mends the finding in one place; advice, and what has to be
    written in several places at once, stands in the message alone.
    """
    result = {"source": {"name": "xlcheck"}, "diagnostics": [_diagnostic(entry) for entry in entries(report)]}
    return json_text(result) + "\n"


def _diagnostic(entry: Entry) -> dict[str, Any]:
    edits = replacements(entry.finding)
    suggestions = [{"range": _range(each.at.document, replaced_region(each)), "text": each.text} for each in edits]
    return {
        "message": "\n".join(told(entry)),
        "location": {"path": tidy_path(entry.at.document), "range": _range(entry.at.document, region(entry.at))},
        "severity": _SEVERITIES[entry.severity],
        "code": {"value": entry.finding.rule},
        **({"suggestions": suggestions} if len(suggestions) == 1 else {}),
    }


def _range(document: Document, at: Region) -> dict[str, dict[str, int]]:
    file = document.file

    def position(line: int, column: int, offset: int) -> dict[str, int]:
        before = file[offset - column + 1 : offset]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    return {"start": position(at.line, at.column, at.start), "end": position(at.end_line, at.end_column, at.end)}
