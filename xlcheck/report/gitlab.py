"""GitLab's Code Quality report: findings in the widget and the diff of a merge request."""

from __future__ import annotations

from collections import Counter
from typing import Any

from xlcheck.files.escaping import json_text
from xlcheck.model import Report, Severity
from xlcheck.report.entry import Entry, entries, tidy_path, told
from xlcheck.report.region import region

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """Return a JSON array of issues. GitLab drops all but one of equal fingerprints: equal ones are counted."""
    seen: Counter[str] = Counter()
    issues = []
    for entry in entries(report):
        fingerprint = entry.finding.fingerprint
        seen[fingerprint] += 1
        issues.append(_issue(entry, f"{fingerprint}-{many}" if (many := seen[fingerprint]) > 1 else fingerprint))
    return json_text(issues) + "\n"


def _issue(entry: Entry, fingerprint: str) -> dict[str, Any]:
    finding, at = entry.finding, region(entry.at)
    return {
        "type": "issue",
        "check_name": f"{finding.rule} {finding.name}",
        "description": "; ".join(told(entry)),
        "categories": ["Clarity"],
        "severity": _SEVERITIES[entry.severity],
        "fingerprint": fingerprint,
        "location": {"path": tidy_path(entry.at.document), "lines": {"begin": at.line, "end": at.end_line}},
    }
