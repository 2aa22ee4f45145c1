"""Aligned rows as a table that `check` reads again: a column a language, a row for what is said alike."""

from __future__ import annotations

from collections.abc import Sequence

from xlcheck.model import Event
from xlcheck.report.bitext.cells import cells, headers


def render(events: Sequence[Event]) -> str:
    """Return a table with one header line of BCP 47 tags; a cell is empty where an article is silent."""
    columns = tuple(dict.fromkeys(tag for event in events for tag in headers(event)))
    lines = ["\t".join(columns)]
    for event in events:
        tags = headers(event)
        for row in event.rows:
            texts = dict(zip(tags, cells(event, row), strict=True))
            lines.append("\t".join(texts.get(column, "") for column in columns))
    return "\n".join(lines) + "\n"
