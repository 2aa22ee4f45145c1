"""What was understood of a number, a day or a time, said in plain English for messages."""

from __future__ import annotations

from decimal import Decimal

from xlcheck.model.text import Fact

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""English names of the days of the week, from 0."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = {
    -2: "the day before yesterday",
    -1: "yesterday",
    0: "today",
    1: "tomorrow",
    2: "the day after tomorrow",
}
_GROUPED = 10_000
"""From which whole numbers are parted by thousands: smaller ones may be years."""


def said(fact: Fact) -> str:
    """A number, date, month, weekday, `day`, `lunar` or time: 3,600,000,000; 26 January 2026; Monday; 15:00.

    Of other facts, the text as it stands, in quotes.
    """
    value = fact.value
    if isinstance(value, Decimal):
        return said_number(value)
    if fact.kind == "weekday" and isinstance(value, int):
        return WEEKDAYS[value]
    if fact.kind == "day" and isinstance(value, int):
        return _DAYS.get(value) or f"{'in ' if value > 0 else ''}{abs(value)} days{' ago' if value < 0 else ''}"
    if fact.kind == "lunar" and isinstance(value, int):
        return f"day {value} of the lunar year" if value else "the eve of the lunar new year"
    parts = value if isinstance(value, tuple) else ()
    if fact.kind == "time":
        return ":".join(f"{part:02}" for part in parts)
    if fact.kind in ("date", "month"):
        year, month, *day = parts
        return " ".join(filter(None, (*map(str, day), _MONTHS[month - 1], str(year or ""))))
    return f"“{fact.span.text}”"


def said_number(value: Decimal) -> str:
    """A number in plain figures, its thousands parted where it is no year: 2017; 3,600,000,000; 0.5."""
    return f"{value:,f}" if abs(value) >= _GROUPED else f"{value:f}"
