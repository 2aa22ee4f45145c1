"""Text for a terminal, to be read by an editor and to be clicked."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from xlcheck.model import Report, Severity, Span
from xlcheck.report.entry import Entry, entries, place
from xlcheck.report.excerpt import excerpt, printable, shorten
from xlcheck.report.summary import summary

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_INDENT = 4
_NARROWEST = 40
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """Return the findings and a summary line, in lines of at most `width` cells.

    Only a place (`path:line:column`) may be longer: it is never broken, so that it can be clicked.
    `colour` adds ANSI escape codes.
    """
    from rich.console import Console
    from rich.text import Text

    stream = StringIO()
    console = Console(
        file=stream,
        width=max(width, _NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        _environ={},
    )
    for entry in entries(report):
        for line in _lines(console, entry):
            console.print(line, soft_wrap=True)
        console.print()
    for line in _hang(console, Text(), Text(summary(report), style="bold")):
        console.print(line, soft_wrap=True)
    return stream.getvalue()


def _lines(console: Console, entry: Entry) -> Iterator[Text]:
    finding = entry.finding
    yield from _headline(console, entry)
    yield from _excerpt(console, entry)
    if finding.suggestion:
        yield from _labelled(console, "fix", finding.suggestion, "green")
    if finding.reason:
        yield from _labelled(console, "why", finding.reason)
    for span in finding.related:
        yield from _related(console, span)


def _headline(console: Console, entry: Entry) -> Iterator[Text]:
    from rich.text import Text

    finding = entry.finding
    where = Text(printable(place(finding.at)) + ":", style="bold")
    what = Text.assemble(
        f"{finding.rule} ",
        (str(entry.severity), _STYLES[entry.severity]),
        f" ({entry.doubt})" if entry.doubt else "",
        f": {printable(finding.message)}",
    )
    if where.cell_len > console.width // 2:
        yield where
        yield from _hang(console, Text(" " * _INDENT), what)
    else:
        yield from _hang(console, Text(), where + Text(" ") + what)


def _excerpt(console: Console, entry: Entry) -> Iterator[Text]:
    """The text in its line, underlined where the line has more than the finding."""
    from rich.cells import cell_len
    from rich.text import Text

    style = _STYLES[entry.severity]
    part = excerpt(entry.at, console.width - _INDENT)
    if not (part.before or part.text or part.after):
        return
    yield Text.assemble(" " * _INDENT, part.before, (part.text, style), part.after)
    if part.before or part.after:
        margin = _INDENT + cell_len(part.before)
        yield Text.assemble(" " * margin, ("^" * max(1, cell_len(part.text)), style))


def _labelled(console: Console, label: str, text: str, style: str = "") -> Iterator[Text]:
    from rich.text import Text

    first = Text.assemble(" " * _INDENT, (f"{label}: ", "dim"))
    yield from _hang(console, first, Text(printable(text), style=style))


def _related(console: Console, span: Span) -> Iterator[Text]:
    from rich.text import Text

    line = Text.assemble(" " * _INDENT, ("see: ", "dim"), printable(place(span)))
    margin = line.cell_len + 1
    if console.width - margin < _NARROWEST // 2:
        yield line
        margin = _INDENT * 2
        line = Text(" " * (margin - 1))
    yield line + Text(f" “{shorten(printable(span.text), console.width - margin - 2)}”")


def _hang(console: Console, first: Text, text: Text) -> Iterator[Text]:
    """Wrap with a hanging indent."""
    from rich.text import Text

    margin = max(first.cell_len, _INDENT)
    for index, line in enumerate(text.wrap(console, console.width - margin)):
        line.rstrip()
        yield (Text(" " * margin) if index else first) + line
