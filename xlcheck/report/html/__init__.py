"""Self-contained pages for editors: the articles of an event side by side, findings in place, verdicts on them."""

from collections.abc import Mapping
from typing import Any

from xlcheck.model import Report
from xlcheck.report.entry import entries
from xlcheck.report.html.folder import INDEX, parts, row
from xlcheck.report.html.frame import filled
from xlcheck.report.html.page import Page
from xlcheck.report.html.served import Filed

__all__ = ["Filed", "pages", "render"]


def render(report: Report, served: Filed | None = None) -> str:
    """Return the report as one HTML page that needs no network, and all of which reads without its script.

    Verdicts are kept in the browser; a page that is `served` sends them where it came from, and nowhere else.
    """
    return _page(report, Page(report), served=served)


def pages(report: Report) -> Mapping[str, str]:
    """Return the pages of a folder by their files' names: one for each event, and an index of them.

    The page of a single event is the index itself.
    """
    if len(report.events) < 2:
        return {INDEX: render(report)}
    made, left = parts(report)
    texts, rows = {}, []
    for part, after in zip(made, (*(part.file for part in made[1:]), ""), strict=True):
        page = Page(part.report)
        texts[part.file] = _page(part.report, page, up=INDEX, after=after)
        rows.append(row(part.file, page))
    loose = [entry for entry in entries(report) if entry.finding in left]
    return {INDEX: filled("index.html.jinja", ("index.js",), report, served=None, rows=rows, loose=loose), **texts}


def _page(report: Report, page: Page, served: Filed | None = None, up: str = "", after: str = "") -> str:
    values: dict[str, Any] = {"page": page, "served": served, "up": up, "after": after}
    found = {finding.rule for finding in report.findings}
    rules = {rule.code: rule for rule in report.rules if rule.code in found}
    return filled("page.html.jinja", ("verdicts.js", "script.js", "pointer.js"), report, rules=rules, **values)
