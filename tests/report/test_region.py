"""Places in the file, in code points."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.model import Document, Origin, Span
from xlcheck.report.region import region

TEXT = "𝄞 Chủ tịch\n" + unicodedata.normalize("NFD", "Tô Lâm phát biểu.") + "\r\nXin chào 😀!\n"


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("Chủ tịch", (1, 3, 1, 11)),
        (unicodedata.normalize("NFD", "Tô Lâm"), (2, 1, 2, 9)),
        ("😀!", (3, 10, 3, 12)),
        ("tịch\nT", (1, 7, 2, 2)),
        ("chào 😀!\n", (3, 5, 4, 1)),
    ],
)
def test_lines_and_columns(part: str, place: tuple[int, int, int, int]) -> None:
    document = Document("a.txt", TEXT)
    start = TEXT.index(part)
    found = region(Span(document, start, start + len(part)))
    assert (found.line, found.column, found.end_line, found.end_column) == place
    assert TEXT[found.start : found.end] == found.text == part


def test_an_empty_span_has_a_place() -> None:
    found = region(Span(Document("a.txt", TEXT), len(TEXT), len(TEXT)))
    assert (found.line, found.column, found.end_line, found.end_column, found.text) == (4, 1, 4, 1, "")


def test_a_page_is_counted_with_its_tags() -> None:
    file = "<p>Comrade\n<b>Su</b> <i>Lin</i></p>"
    starts = [file.index("Su"), file.index("Su") + 1, file.index(" <i>"), *range(file.index("Lin"), file.index("</i>"))]
    document = Document("a.html", "Su Lin", origin=Origin(file, [*starts, len(file)]))
    found = region(Span(document, 0, 6))
    assert found.text == "Su</b> <i>Lin"
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 4, 2, 17)
