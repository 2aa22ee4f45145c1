"""A weekday does not match the date next to it.

**What it does.** Where a weekday is directly next to a date, in one text, reports it if the date falls on another day
of the week: “Tuesday, 26 January 2026” was a Monday. If the text gives no year, the one nearest to the article's date
is assumed.

**Why it matters.** One of the two is wrong, and a reader who plans by either may come on the wrong day.

**What it does not do.** It does not know which of the two is wrong; the reason says what day of the week the date was.
Without a year in the text or a date of the article there is nothing to compare.
"""

import re
import unicodedata
from collections.abc import Iterator

from xlcheck.evidence.facts import weekday_of
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.wording import WEEKDAYS, said
from xlcheck.model import Finding, Rule, Sentence, Severity
from xlcheck.model.facts import Day, Weekday

BAD = (
    ("en: The talks were held on Tuesday, January 26, 2026, in Hanoi.",),
    ("zh: 会谈于2026年1月26日（星期三）在河内举行。",),
    ("vi: Cuộc hội đàm diễn ra hôm thứ Ba, ngày 26/1/2026 tại Hà Nội.",),
)
GOOD = (
    ("en: The talks were held on Monday, January 26, 2026, in Hanoi.",),
    ("zh: 会谈于2026年1月26日（星期一）在河内举行。",),
    ("vi: Cuộc hội đàm diễn ra hôm thứ Hai, ngày 26/1/2026 tại Hà Nội.",),
)

_BESIDE = re.compile(r"[\s,(（.]*(?:the|el|le|der|den|dem|ngày|в|dia|tanggal|يوم)?\s*", re.IGNORECASE)


def check(sentence: Sentence) -> Iterator[Finding]:
    for weekday in sentence.facts.of(Weekday):
        for day in sentence.facts.of(Day):
            told = weekday_of(day)
            if told is not None and told != weekday.weekday and _is_beside(weekday, day):
                yield Finding(
                    f"“{weekday.span.text}” does not match the date “{day.span.text}”",
                    weekday.span,
                    related=(day.span,),
                    reason=f"{said(day)} is a {WEEKDAYS[told]}",
                )


def _is_beside(weekday: Weekday, day: Day) -> bool:
    first, second = sorted((weekday.span, day.span), key=lambda span: span.start)
    between = unicodedata.normalize("NFC", first.document.text[first.end : second.start])
    return (
        first.end <= second.start and len(between) <= THRESHOLDS.weekday_gap and _BESIDE.fullmatch(between) is not None
    )


RULE = Rule(
    "XL205",
    "weekday-mismatch",
    "A weekday does not match the date next to it.",
    Sentence,
    check,
    Severity.ERROR,
)
