"""Formats a report. Each format is a module whose `render` gives the text, or the bytes; the command line writes it."""

from collections.abc import Callable, Mapping

from xlcheck.model import Report
from xlcheck.report import csv, github, gitlab, html, json, junit, markdown, rdjson, sarif, terminal, xlsx

FORMATS: Mapping[str, Callable[[Report], str | bytes]] = {
    "terminal": terminal.render,
    "json": json.render,
    "html": html.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "markdown": markdown.render,
    "gitlab": gitlab.render,
    "rdjson": rdjson.render,
    "csv": csv.render,
    "xlsx": xlsx.render,
}
"""Every format by the name that the user gives it; `terminal.render` takes `colour` and `width` too."""

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

__all__ = ["FILES", "FORMATS", "html", "json", "terminal"]
