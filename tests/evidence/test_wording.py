"""Values said in plain English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xlcheck.evidence.wording import said
from xlcheck.model import Document, Fact, Span


@pytest.mark.parametrize(
    ("kind", "value", "english"),
    [
        ("number", Decimal(2017), "2017"),
        ("number", Decimal("3.6E+9"), "3,600,000,000"),
        ("number", Decimal("0.5"), "0.5"),
        ("date", (2026, 1, 26), "26 January 2026"),
        ("date", (None, 6, 20), "20 June"),
        ("month", (None, 11), "November"),
        ("month", (2026, 11), "November 2026"),
        ("weekday", 0, "Monday"),
        ("weekday", 6, "Sunday"),
        ("time", (15, 5), "15:05"),
        ("day", -1, "yesterday"),
        ("day", 2, "the day after tomorrow"),
        ("day", -3, "3 days ago"),
        ("day", 3, "in 3 days"),
        ("lunar", 0, "the eve of the lunar new year"),
        ("lunar", 2, "day 2 of the lunar year"),
        ("code", "5G", "“mạng 5G”"),
    ],
)
def test_what_was_understood(kind: str, value: object, english: str) -> None:
    assert said(Fact(kind, value, Span(Document("a", "mạng 5G"), 0, 7))) == english
