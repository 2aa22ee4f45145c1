"""The findings as every format lists them: numbered, in the order of the documents and their text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from xlcheck.evidence.doubts import measured, sureness
from xlcheck.files.printable import printable
from xlcheck.model import Document, Finding, Report, Severity, Span
from xlcheck.model.limits import LIMITS


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with its number, from 1, and the severity and confidence (0 to 1) that hold for it."""

    number: int
    finding: Finding
    severity: Severity
    confidence: float

    @property
    def at(self) -> Span:
        return self.finding.at

    @property
    def doubt(self) -> str:
        """Why a finding that is less than sure may be wrong, and how many such findings were right; else nothing."""
        if self.confidence >= LIMITS.sure:
            return ""
        share = measured(self.finding.rule, self.finding.doubts)
        doubts = ", ".join(self.finding.doubts)
        return "; ".join(filter(None, (doubts, f"right in {share}" if share else ""))) or "seldom seen so far"

    @property
    def reservations(self) -> tuple[str, ...]:
        """What the doubts of a finding that is less than sure mean."""
        return tuple(doubt.means for doubt in self.finding.doubts) if self.confidence < LIMITS.sure else ()


def entries(report: Report) -> tuple[Entry, ...]:
    """Number the findings: by document as the report lists them, by place, the longer one first."""
    order = {document: index for index, document in enumerate(documents(report))}
    rules = {rule.code: rule for rule in report.rules}
    findings = sorted(
        report.findings,
        key=lambda f: (order[f.at.document], f.at.start, -f.at.end, f.rule, f.message),
    )
    return tuple(
        Entry(
            number,
            finding,
            finding.severity or rules[finding.rule].severity,
            sureness(finding),
        )
        for number, finding in enumerate(findings, start=1)
    )


def documents(report: Report) -> list[Document]:
    """Every document of the report, in the order of its events; then what else findings lie in (ignore files)."""
    read = [article.document for event in report.events for article in event.articles]
    return list(dict.fromkeys((*read, *(finding.at.document for finding in report.findings))))


def path(document: Document) -> str:
    """The document's path, with bytes that are no valid name replaced so that it can be written."""
    return document.id.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def tidy_path(document: Document) -> str:
    """The path with `/` between its parts and no `./`, as services match it with a repository's files."""
    return PurePath(path(document)).as_posix()


def place(span: Span) -> str:
    """`path:line:column` of the span's start."""
    line, column = span.document.position(span.start)
    return f"{path(span.document)}:{line}:{column}"


def told(entry: Entry) -> Iterator[str]:
    """What the finding says, a line each, without control characters: the message, what to write, why, what to see."""
    finding = entry.finding
    doubt = f" ({entry.doubt})" if entry.doubt else ""
    yield printable(finding.message) + doubt
    if finding.suggestion:
        yield f"fix: {printable(finding.suggestion)}"
    if finding.reason:
        yield f"why: {printable(finding.reason)}"
    for reservation in entry.reservations:
        yield f"but: {reservation}"
    for span in finding.related:
        yield f"see: {printable(place(span))}"
