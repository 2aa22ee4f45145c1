"""GitHub's workflow commands: annotations on the lines of a pull request, printed by a step of a workflow."""

from __future__ import annotations

from collections.abc import Iterator

from xlcheck.files.printable import harmless, inert, printable
from xlcheck.model import Report, Severity
from xlcheck.report.entry import Entry, entries, tidy_path, told
from xlcheck.report.region import region
from xlcheck.report.summary import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """Return a command a line for every finding and every input that could not be read, and a summary line.

    Columns are in code points and given where a finding ends on the line it begins on: GitHub takes no others.
    """
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for entry in entries(report):
        yield _command(_COMMANDS[entry.severity], _properties(entry), "\n".join(told(entry)))
    for failure in report.failures:
        yield _command("error", {"title": "xlcheck could not read an input"}, printable(failure))
    yield summary(report)


def _properties(entry: Entry) -> dict[str, str | int]:
    at = region(entry.at)
    columns = {"col": at.column, "endColumn": at.end_column} if at.line == at.end_line else {}
    title = f"{entry.finding.rule} {entry.finding.name}"
    return {
        "file": harmless(tidy_path(entry.at.document)),
        "line": at.line,
        "endLine": at.end_line,
        **columns,
        "title": title,
    }


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    told_properties = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told_properties}::{_data(inert(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
