"""What is shown of the line around a finding."""

from __future__ import annotations

import pytest

from xlcheck.model import Document, Span
from xlcheck.report.excerpt import excerpt


def around(words: int, between: str = " ") -> tuple[str, str, str]:
    side = between.join(["word"] * words)
    text = f"Above.\n{side}{between}HERE{between}{side}\nBelow."
    start = text.index("HERE")
    shown = excerpt(Span(Document("a.txt", text, "en"), start, start + 4), 60)
    return shown.before, shown.text, shown.after


@pytest.mark.parametrize("between", [" ", "   \t ", "\u200b "])
def test_a_line_as_long_as_a_book_is_shown_as_a_shorter_one(between: str) -> None:
    assert around(50, between) == around(20_000, between)
    assert around(50, between)[1] == "HERE"


def test_a_short_line_is_shown_whole() -> None:
    assert around(2) == ("word word ", "HERE", " word word")
