"""SARIF 2.1.0 (OASIS standard with errata 01) for code scanning services, editors and viewers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from xlcheck.evidence.doubts import rate
from xlcheck.files.escaping import json_text
from xlcheck.files.printable import printable
from xlcheck.files.replacement import Replacement, replacements
from xlcheck.model import Document, Report, Rule, Span
from xlcheck.model.fix import Fix
from xlcheck.report.entry import Entry, entries, place
from xlcheck.report.notes import notes
from xlcheck.report.region import Region, region, replaced_region

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_PRECISIONS = ((0.97, "very-high"), (0.9, "high"), (0.7, "medium"), (0.0, "low"))
_LINK = re.compile(r"(?<!\\)((?:\\\\)*)\]\(")
_MARKS = re.compile(r"[*`]")


def render(report: Report) -> str:
    """Return a log of one run. Columns and offsets are in code points, as `columnKind` says.

    `partialFingerprints` has the finding's fingerprint. Paths are relative to the folder xlcheck was run in
    (`%SRCROOT%`). An input that could not be read is an execution notification, and the run is then not successful.
    """
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json_text(log) + "\n"


def _run(report: Report) -> dict[str, Any]:
    numbers = {rule.code: number for number, rule in enumerate(report.rules)}
    driver = {
        "name": "xlcheck",
        **({"version": report.signature["version"]} if "version" in report.signature else {}),
        "rules": [_rule(rule) for rule in report.rules],
    }
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which xlcheck was run."}}},
        "invocations": [_invocation(report.failures, notes(report))],
        "results": [_result(entry, numbers[entry.finding.rule]) for entry in entries(report)],
        "properties": report.signature,
    }


def _rule(rule: Rule[Any]) -> dict[str, Any]:
    page = _literal(rule.page)
    title = " ".join(page.partition("\n\n")[0].split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _literal(rule.summary)},
        "fullDescription": {"text": title},
        "help": {"text": _MARKS.sub("", page), "markdown": page},
        "defaultConfiguration": {"level": str(rule.severity), "rank": _rank(rate(rule.code))},
        "properties": {
            "precision": next(name for least, name in _PRECISIONS if rate(rule.code) >= least),
            "tags": ["translation"],
        },
    }


def _invocation(failures: Iterable[str], noted: Iterable[str]) -> dict[str, Any]:
    errors, remarks = (
        [{"level": level, "message": {"text": _plain(line)}} for line in lines]
        for level, lines in (("error", failures), ("note", noted))
    )
    return {"executionSuccessful": not errors, "toolExecutionNotifications": [*errors, *remarks]}


def _result(entry: Entry, rule: int) -> dict[str, Any]:
    finding = entry.finding
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": str(entry.severity),
        "message": {"text": _message(entry)},
        "locations": [_location(finding.at)],
        "relatedLocations": [{"id": number, **_location(span)} for number, span in enumerate(finding.related, 1)],
        "partialFingerprints": {"xlcheckFinding/v1": finding.fingerprint},
        "rank": _rank(entry.confidence),
        **({"fixes": [_fix(finding.fix, edits)]} if finding.fix and (edits := replacements(finding)) else {}),
    }


def _fix(fix: Fix, edits: Sequence[Replacement]) -> dict[str, Any]:
    """One fix (§3.55): how safe it is, and what is to be written in every place, file by file."""
    by_file: dict[Document, list[Replacement]] = {}
    for edit in edits:
        by_file.setdefault(edit.at.document, []).append(edit)
    return {
        "description": {"text": f"{'Safe' if fix.safe else 'Unsafe'} fix: {fix.evidence}."},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(document),
                "replacements": [
                    {"deletedRegion": _region(replaced_region(edit)), "insertedContent": {"text": edit.text}}
                    for edit in within
                ],
            }
            for document, within in by_file.items()
        ],
    }


def _message(entry: Entry) -> str:
    """Plain text in sentences, the first of which says it all; links lead to the related locations."""
    finding = entry.finding
    parts = [_plain(finding.message)]
    if finding.suggestion:
        parts.append(f"Fix: {_plain(finding.suggestion)}")
    if finding.reason:
        parts.append(f"Why: {_plain(finding.reason)}")
    if finding.related:
        links = (f"[{_link_text(span)}]({number})" for number, span in enumerate(finding.related, 1))
        parts.append(f"See: {', '.join(links)}")
    return ". ".join(parts)


def _location(span: Span) -> dict[str, Any]:
    at = region(span)
    place = {**_region(at), "snippet": {"text": at.text}}
    return {"physicalLocation": {"artifactLocation": _artifact(span.document), "region": place}}


def _region(at: Region) -> dict[str, Any]:
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "charOffset": at.start,
        "charLength": at.end - at.start,
    }


def _artifact(document: Document) -> dict[str, str]:
    """A URI of the path's own bytes."""
    file = PurePath(document.id)
    if file.is_absolute():
        return {"uri": file.as_uri()}
    return {"uri": quote(file.as_posix(), errors="surrogateescape"), "uriBaseId": _ROOT}


def _rank(confidence: float) -> float:
    return round(confidence * 100, 1)


def _plain(text: str) -> str:
    """Text on one line that is no link (§3.11.6), whatever it holds."""
    return _LINK.sub(r"\1\\](", _literal(printable(text)))


def _literal(text: str) -> str:
    """Braces would be placeholders (§3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _link_text(span: Span) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", _literal(printable(place(span))))
