"""Formats a report. Each format is a module whose `render` gives the text, or the bytes; the command line writes it.

One that fills a folder with several files has `pages` too.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

from xlcheck.model import Report

Render = Callable[[Report], str | bytes]
Pages = Callable[[Report], Mapping[str, str]]

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


_OF_PAGES = ("html",)


def _render(form: str) -> Render:
    """A format's `render`, whose module is imported when first used: most runs write one format of the many."""

    def render(report: Report) -> str | bytes:
        content: str | bytes = import_module(f"xlcheck.report.{form}").render(report)
        return content

    return render


FORMATS: Mapping[str, Render] = {form: _render(form) for form in FILES}
"""Every format by the name that the user gives it; `terminal.render` takes `colour` and `width` too."""


def _pages(form: str) -> Pages:
    def pages(report: Report) -> Mapping[str, str]:
        texts: Mapping[str, str] = import_module(f"xlcheck.report.{form}").pages(report)
        return texts

    return pages


PAGES: Mapping[str, Pages] = {form: _pages(form) for form in _OF_PAGES}
"""The formats that are several files in a folder, by name; the first of them is that of `FILES`."""

__all__ = ["FILES", "FORMATS", "PAGES"]
