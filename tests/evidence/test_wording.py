"""Values said in plain English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xlcheck.evidence.wording import said
from xlcheck.model import Document, Fact, Span
from xlcheck.model.facts import Clock, Code, Day, LunarDay, Month, Number, RelativeDay, Weekday


@pytest.mark.parametrize(
    ("kind", "parts", "english"),
    [
        (Number, (Decimal(2017),), "2017"),
        (Number, (Decimal("3.6E+9"),), "3,600,000,000"),
        (Number, (Decimal("0.5"),), "0.5"),
        (Day, (2026, 1, 26), "26 January 2026"),
        (Day, (None, 6, 20), "20 June"),
        (Month, (None, 11), "November"),
        (Month, (2026, 11), "November 2026"),
        (Weekday, (0,), "Monday"),
        (Weekday, (6,), "Sunday"),
        (Clock, (15, 5), "15:05"),
        (RelativeDay, (-1,), "yesterday"),
        (RelativeDay, (2,), "the day after tomorrow"),
        (RelativeDay, (-3,), "3 days ago"),
        (RelativeDay, (3,), "in 3 days"),
        (LunarDay, (0,), "the eve of the lunar new year"),
        (LunarDay, (2,), "day 2 of the lunar year"),
        (Code, ("5G",), "“mạng 5G”"),
    ],
)
def test_what_was_understood(kind: type[Fact], parts: tuple[object, ...], english: str) -> None:
    assert said(kind(Span(Document("a", "mạng 5G"), 0, 7), *parts)) == english
