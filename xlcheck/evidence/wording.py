"""What was understood of a number, a day or a time, said in plain English for messages."""

from __future__ import annotations

from decimal import Decimal

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.facts import Amount, Clock, Day, Fact, LunarDay, Month, RelativeDay, Weekday

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


def said(fact: Fact) -> str:
    """An amount, a day or a time of day: 3,600,000,000; 26 January 2026; Monday; 15:00.

    Of other facts, the text as it stands, in quotes.
    """
    match fact:
        case Amount(value=value):
            return said_number(value)
        case Day(year=year, month=month, day=day):
            return " ".join(filter(None, (str(day), _MONTHS[month - 1], str(year or ""))))
        case Month(year=year, month=month):
            return " ".join(filter(None, (_MONTHS[month - 1], str(year or ""))))
        case Weekday(weekday=weekday):
            return WEEKDAYS[weekday]
        case RelativeDay(offset=days):
            return _DAYS.get(days) or f"{'in ' if days > 0 else ''}{abs(days)} days{' ago' if days < 0 else ''}"
        case LunarDay(day=day):
            return f"day {day} of the lunar year" if day else "the eve of the lunar new year"
        case Clock(hour=hour, minute=minute):
            return f"{hour:02}:{minute:02}"
    return f"“{fact.span.text}”"


def said_number(value: Decimal) -> str:
    """A number in plain figures, its thousands parted where it is no year: 2017; 3,600,000,000; 0.5."""
    return f"{value:,f}" if abs(value) >= THRESHOLDS.grouped else f"{value:f}"
