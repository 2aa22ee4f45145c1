"""Formats a report. Each format is a module whose `render` gives the text, or the bytes; the command line writes it."""

from collections.abc import Callable, Mapping
from importlib import import_module

from xlcheck.model import Report

Render = Callable[[Report], str | bytes]

FILES: Mapping[str, str] = {
    "terminal": "report.txt",
    "json": "report.json",
    "html": "index.html",
    "sarif": "report.sarif",
    "junit": "report.xml",
    "github": "report.github",
    "markdown": "report.md",
    "gitlab": "report.gitlab.json",
    "rdjson": "report.rdjson",
    "csv": "report.csv",
    "xlsx": "report.xlsx",
}
"""What a format's file is called in a folder: all differ."""


def _render(form: str) -> Render:
    """A format's `render`, whose module is imported when first used: most runs write one format of the many."""

    def render(report: Report) -> str | bytes:
        content: str | bytes = import_module(f"xlcheck.report.{form}").render(report)
        return content

    return render


FORMATS: Mapping[str, Render] = {form: _render(form) for form in FILES}
"""Every format by the name that the user gives it; `terminal.render` takes `colour` and `width` too."""

__all__ = ["FILES", "FORMATS"]
