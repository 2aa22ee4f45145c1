"""Markdown (GitHub Flavored) for a step summary, a comment or a chat: a table of findings for every file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from xlcheck.files.printable import printable
from xlcheck.model import Report
from xlcheck.report.entry import Entry, entries, tidy_path, told
from xlcheck.report.excerpt import shorten
from xlcheck.report.limits import LIMITS
from xlcheck.report.notes import notes
from xlcheck.report.summary import count, summary

_PUNCTUATION = re.compile(r"([][!#$&*+.:<>@\\_`{|}~-])")


def render(report: Report) -> str:
    """Return a summary, a table for every file with findings, and what could not be read.

    At most one megabyte, as GitHub refuses a longer step summary; how many findings are left out is said. Text from
    the articles is escaped to the character: it makes no link, no image, no HTML, no other table.
    """
    lines = [f"**{_escaped(summary(report))}**", *_unread((*report.failures, *notes(report)))]
    room = LIMITS.markdown_bytes - sum(map(_bytes, lines))
    found = entries(report)
    shown = 0
    for file, group in groupby(found, key=lambda entry: tidy_path(entry.at.document)):
        for number, entry in enumerate(group):
            rows = [*(_head(file) if number == 0 else ()), _row(entry)]
            room -= sum(map(_bytes, rows))
            if room < 0:
                return _text([*lines, "", f"{count(len(found) - shown, 'more finding')} left out"])
            lines += rows
            shown += 1
    return _text(lines)


def _unread(failures: Sequence[str]) -> Iterator[str]:
    if failures:
        yield ""
    for failure in failures[: LIMITS.unread]:
        yield f"- {_escaped(failure)}"
    if len(failures) > LIMITS.unread:
        yield f"- {len(failures) - LIMITS.unread:,} more"


def _head(file: str) -> Iterator[str]:
    yield from ("", f"### {_escaped(file)}", "")
    yield from ("| place | rule | finding |", "| --- | --- | --- |")


def _row(entry: Entry) -> str:
    line, column = entry.at.document.position(entry.at.start)
    what = "<br>".join(
        _escaped(shorten(line, LIMITS.markdown_cells) if number else line) for number, line in enumerate(told(entry))
    )
    return f"| {line}:{column} | {entry.severity} {entry.finding.rule} | {what} |"


def _escaped(text: str) -> str:
    """Backslashes in front of all punctuation that means anything in a line (CommonMark 2.4)."""
    return _PUNCTUATION.sub(r"\\\1", printable(text))


def _bytes(line: str) -> int:
    return len(line.encode("utf-8", "replace")) + 1


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
