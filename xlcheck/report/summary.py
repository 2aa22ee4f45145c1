"""The report in one line."""

from collections import Counter

from xlcheck.model import Report, Severity
from xlcheck.report.entry import entries, path


def summary(report: Report) -> str:
    """`3 findings (2 errors, 1 warning) in 1 of 5 documents; 1 of 4 events in several documents`."""
    parts = [_findings(report)]
    shared = sum(len(event.articles) > 1 for event in report.events)
    if shared and len(report.events) > 1:
        parts.append(f"{shared} of {count(len(report.events), 'event')} in several documents")
    if report.silenced:
        parts.append(f"{count(len(report.silenced), 'finding')} ignored")
    if report.notes:
        parts.append(f"{count(len(report.notes), 'input')} with nothing to check")
    if report.failures:
        parts.append(f"{count(len(report.failures), 'input')} could not be read or checked")
    return "; ".join(parts)


def _findings(report: Report) -> str:
    read = [article.document for event in report.events for article in event.articles]
    found = entries(report)
    if not found:
        return f"no findings in {count(len(read), 'document')}"
    severities = Counter(entry.severity for entry in found)
    kinds = ", ".join(count(severities[s], str(s)) for s in reversed(Severity) if severities[s])
    places = {entry.at.document for entry in found}
    names = {path(document) for document in places.difference(read)}  # a comment lies in the page's file
    affected = sum(document in places or path(document) in names for document in read)
    return f"{count(len(found), 'finding')} ({kinds}) in {affected} of {count(len(read), 'document')}"


def count(number: int, noun: str) -> str:
    """`1 finding`, `1,024 findings`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
