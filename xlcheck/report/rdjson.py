"""The Reviewdog Diagnostic Format (rdjson): reviewdog comments with it on any code host."""

from __future__ import annotations

import json
from typing import Any

from xlcheck.model import Report, Severity, Span
from xlcheck.report.entry import Entry, entries, tidy_path, told
from xlcheck.report.region import file_text, region

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report) -> str:
    """Return a DiagnosticResult. As the format asks, columns are bytes of UTF-8, from 1, ends exclusive.

    What to write stands in the message: as a suggestion reviewdog would offer to write it, and it may be advice.
    """
    result = {"source": {"name": "xlcheck"}, "diagnostics": [_diagnostic(entry) for entry in entries(report)]}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(entry: Entry) -> dict[str, Any]:
    return {
        "message": "\n".join(told(entry)),
        "location": {"path": tidy_path(entry.at.document), "range": _range(entry.at)},
        "severity": _SEVERITIES[entry.severity],
        "code": {"value": entry.finding.rule},
    }


def _range(span: Span) -> dict[str, dict[str, int]]:
    at, file = region(span), file_text(span.document)

    def position(line: int, column: int, offset: int) -> dict[str, int]:
        before = file[offset - column + 1 : offset]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    return {"start": position(at.line, at.column, at.start), "end": position(at.end_line, at.end_column, at.end)}
