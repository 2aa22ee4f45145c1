"""What is shown of the line around a finding."""

from __future__ import annotations

import pytest

from xlcheck.files.printable import printable
from xlcheck.model import Document, Span
from xlcheck.report.excerpt import brief, excerpt, shorten


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


@pytest.mark.parametrize("word", ["word ", "báo\tcáo\n", "会谈", "مرحبا ", "e\u0301\u0301\u0301 "])
def test_what_is_found_may_be_a_book_of_which_both_ends_are_looked_at(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Document("a.txt", f"The beginning. {word * 50_000} The end.", "en")
    span = Span(whole, 0, len(whole.text))
    expected = shorten(printable(whole.text), 60)
    read: list[str] = []
    monkeypatch.setattr("xlcheck.report.excerpt.printable", lambda text: read.append(text) or printable(text))
    assert excerpt(span, 60).text == brief(span, 60) == expected
    assert excerpt(span, 60).before == excerpt(span, 60).after == ""
    assert max(map(len, read)) < 5_000


def test_a_book_without_width_is_not_shown_as_if_it_were_whole() -> None:
    document = Document("a.txt", "ab" + "\u200b" * 9_000 + "yz", "en")
    assert " … " in brief(Span(document, 0, len(document.text)), 60)


@pytest.mark.parametrize(
    "text", ["one line", "two  blanks", "a\u00a0b", "a\u2028b", "a\x1b[31mb", "a\u202eb", "\ue000", ""]
)
def test_one_line_that_steers_nothing(text: str) -> None:
    shown = printable(text)
    assert "  " not in shown and not set(shown) & set("\u00a0\u2028\x1b\u202e")
    assert len(shown) <= len(text)
