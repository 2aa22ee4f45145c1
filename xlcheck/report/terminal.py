"""Text for a terminal, to be read by an editor and to be clicked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from xlcheck.files.printable import inert, printable
from xlcheck.model import Report, Severity, Span
from xlcheck.report.entry import Entry, entries, place
from xlcheck.report.excerpt import brief, excerpt
from xlcheck.report.limits import LIMITS
from xlcheck.report.notes import limits
from xlcheck.report.summary import summary
from xlcheck.report.wrap import Run, text_of, wrap

_BOLD, _DIM, _GREEN = "1", "2", "32"
_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;34"}


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """Return the findings and a summary line, in lines of at most `width` cells.

    Only a place (`path:line:column`) may be longer: it is never broken, so that it can be clicked.
    `colour` adds ANSI escape codes. No line is a command to the CI service that runs the check.
    """
    return "".join(f"{_painted(_harmless(line), colour)}\n" for line in _lines(report, max(width, LIMITS.narrowest)))


def _lines(report: Report, width: int) -> Iterator[Sequence[Run]]:
    for entry in entries(report):
        yield from _headline(entry, width)
        yield from _excerpt(entry, width)
        yield from _remarks(entry, width)
        yield ()
    for limit in limits(report):
        yield from _hang([("note: ", _DIM)], [(printable(limit), "")], width)
    yield from _hang([], [(summary(report), _BOLD)], width)


def _headline(entry: Entry, width: int) -> Iterator[Sequence[Run]]:
    from rich.cells import cell_len

    finding = entry.finding
    where = printable(place(finding.at)) + ":"
    doubt = f" ({entry.doubt})" if entry.doubt else ""
    severity = (str(entry.severity), _STYLES[entry.severity])
    what = [(f"{finding.rule} ", ""), severity, (f"{doubt}: {printable(finding.message)}", "")]
    if cell_len(where) > width // 2:
        yield [(where, _BOLD)]
        yield from _hang([(" " * LIMITS.indent, "")], what, width)
    else:
        yield from _hang([], [(f"{where} ", _BOLD), *((text, style or _BOLD) for text, style in what)], width)


def _excerpt(entry: Entry, width: int) -> Iterator[Sequence[Run]]:
    """The text in its line, underlined where the line has more than the finding."""
    from rich.cells import cell_len

    style = _STYLES[entry.severity]
    part = excerpt(entry.at, width - LIMITS.indent)
    if not (part.before or part.text or part.after):
        return
    yield [(" " * LIMITS.indent + part.before, ""), (part.text, style), (part.after, "")]
    if part.before or part.after:
        margin = LIMITS.indent + cell_len(part.before)
        yield [(" " * margin, ""), ("^" * max(1, cell_len(part.text)), style)]


def _remarks(entry: Entry, width: int) -> Iterator[Sequence[Run]]:
    finding = entry.finding
    but = (("but", reservation, "") for reservation in entry.reservations)
    for label, text, style in (("fix", finding.suggestion, _GREEN), ("why", finding.reason, ""), *but):
        if text:
            yield from _hang([(" " * LIMITS.indent, ""), (f"{label}: ", _DIM)], [(printable(text), style)], width)
    for span in finding.related:
        yield from _related(span, width)


def _related(span: Span, width: int) -> Iterator[Sequence[Run]]:
    from rich.cells import cell_len

    line = [(" " * LIMITS.indent, ""), ("see: ", _DIM), (printable(place(span)), "")]
    margin = cell_len(text_of(line)) + 1
    if width - margin < LIMITS.narrowest // 2:
        yield line
        margin = LIMITS.indent * 2
        line = [(" " * (margin - 1), "")]
    yield [*line, (f" “{brief(span, width - margin - 2)}”", "")]


def _hang(first: list[Run], runs: list[Run], width: int) -> Iterator[Sequence[Run]]:
    """Wrap with a hanging indent."""
    from rich.cells import cell_len

    margin = max(cell_len(text_of(first)), LIMITS.indent)
    for index, line in enumerate(wrap(runs, width - margin)):
        yield [(" " * margin, ""), *line] if index else [*first, *line]


def _harmless(line: Sequence[Run]) -> Sequence[Run]:
    """The line, with one character replaced where it would be a command."""
    whole = text_of(line)
    safe = inert(whole)
    if safe == whole:
        return line
    parts, at = [], 0
    for text, style in line:
        parts.append((safe[at : at + len(text)], style))
        at += len(text)
    return parts


def _painted(line: Sequence[Run], colour: bool) -> str:
    if not colour:
        return text_of(line)
    parts = []
    for style, runs in groupby(line, key=lambda run: run[1]):
        text = text_of(runs)
        parts.append(f"\x1b[{style}m{text}\x1b[0m" if style and text else text)
    return "".join(parts)
