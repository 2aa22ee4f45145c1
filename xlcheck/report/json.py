"""JSON for programs. The keys and their meaning are stable."""

from __future__ import annotations

from typing import Any

from xlcheck.evidence.doubts import measured
from xlcheck.files.escaping import json_text
from xlcheck.files.replacement import Replacement, replacements
from xlcheck.model import Article, Event, Report, Span
from xlcheck.report.entry import Entry, entries, path
from xlcheck.report.notes import notes
from xlcheck.report.region import region


def render(report: Report) -> str:
    """Return the report as a JSON object; places are offsets into the file, in code points."""
    articles = [article for event in report.events for article in event.articles]
    contract = {
        "signature": report.signature,
        "documents": [_document(article) for article in articles],
        "events": [_event(event) for event in report.events],
        "findings": [_finding(entry) for entry in entries(report)],
        "notes": list(notes(report)),
    }
    return json_text(contract) + "\n"


def _document(article: Article) -> dict[str, str | None]:
    day = article.document.date
    return {
        "path": path(article.document),
        "language": article.language,
        "date": day.isoformat() if day else None,
    }


def _event(event: Event) -> list[str]:
    return list(dict.fromkeys(path(article.document) for article in event.articles))


def _finding(entry: Entry) -> dict[str, Any]:
    finding = entry.finding
    line, column = finding.at.document.position(finding.at.start)
    place, edits = _place(finding.at), replacements(finding)
    share = measured(finding.rule, finding.doubts)
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": str(entry.severity),
        "message": finding.message,
        "path": place.pop("path"),
        "line": line,
        "column": column,
        **place,
        "suggestion": finding.suggestion,
        "reason": finding.reason,
        "related": [_place(span) for span in finding.related],
        "confidence": entry.confidence,
        "doubts": [{"name": doubt.value, "means": doubt.means} for doubt in finding.doubts],
        "measured": {"right": share.right, "of": share.of} if share else None,
        "edits": [_edit(each) for each in edits],
        "fix": ("safe" if finding.fix.safe else "unsafe") if finding.fix and edits else None,
    }


def _edit(replacement: Replacement) -> dict[str, Any]:
    """What to write instead, as the file needs it: in a page, escaped."""
    at = replacement.at.document
    return {"path": path(at), "start": replacement.start, "end": replacement.end, "text": replacement.text}


def _place(span: Span) -> dict[str, Any]:
    place = region(span)
    return {"path": path(span.document), "start": place.start, "end": place.end, "text": span.text}
