"""What a report says of events whose documents were not all compared with one another."""

from __future__ import annotations

import json
from itertools import combinations, pairwise

import pytest

from xlcheck.model import Alignment, Article, Document, Event, Report, Sentence, Span
from xlcheck.report import FORMATS
from xlcheck.report.notes import notes

LINE = (
    "a0.txt and 4 other documents cover one event; each is compared only with its 1 to 2 nearest, not with all of them"
)


def event(every: bool) -> Event:
    """Five articles, aligned each with each or each with the next."""
    articles = []
    for number in range(5):
        document = Document(f"a{number}.txt", "Talks ended.")
        articles.append(Article(document, "en", (Sentence(Span(document, 0, 12), "en"),)))
    pairs = combinations(articles, 2) if every else pairwise(articles)
    return Event(tuple(articles), tuple(Alignment(one, other, ()) for one, other in pairs))


def test_only_of_events_that_were_compared_in_part() -> None:
    assert notes(Report((event(every=True), event(every=False)), (), notes=("another",))) == ("another", LINE)


@pytest.mark.parametrize("form", ["terminal", "json", "html", "markdown", "sarif"])
def test_the_formats_say_so(form: str) -> None:
    told = str(FORMATS[form](Report((event(every=False),), ())))
    assert "not with all" in " ".join(told.split())
    assert "not with all" not in str(FORMATS[form](Report((event(every=True),), ())))


def test_json_has_the_lines() -> None:
    assert json.loads(FORMATS["json"](Report((event(every=False),), ())))["notes"] == [LINE]
    assert json.loads(FORMATS["json"](Report((), ())))["notes"] == []


def test_sarif_is_no_failure() -> None:
    (invocation,) = json.loads(FORMATS["sarif"](Report((event(every=False),), ())))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"]
    assert [each["level"] for each in invocation["toolExecutionNotifications"]] == ["note"]
