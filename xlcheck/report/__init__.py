"""Formats a report. Each format is a module whose `render` gives a string; the command line writes it."""

from collections.abc import Callable, Mapping

from xlcheck.model import Report
from xlcheck.report import html, json, terminal

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "terminal": terminal.render,
    "json": json.render,
    "html": html.render,
}
"""Every format by the name that the user gives it; `terminal.render` takes `colour` and `width` too."""

__all__ = ["FORMATS", "html", "json", "terminal"]
