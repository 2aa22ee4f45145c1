"""Days by the article's date."""

from __future__ import annotations

from datetime import date

import pytest

from xlcheck.find import Finder
from xlcheck.model import Document, Glossary, Sentence, Span
from xlcheck.model.facts import Day

FINDER = Finder(Glossary())
TUESDAY = date(2026, 1, 27)


def dates(text: str, language: str, published: date | None = TUESDAY) -> list[object]:
    found = FINDER.find(Sentence(Span(Document("t", text), 0, len(text)), language), published)
    return [fact.content for fact in found.facts.of(Day)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met on Tuesday.", [(2026, 1, 27)]),
        ("en", "They met on Monday.", [(2026, 1, 26)]),
        ("en", "They met on Wednesday.", [(2026, 1, 21)]),
        ("en", "They meet next Wednesday.", [(2026, 1, 28)]),
        ("en", "They meet next Tuesday.", [(2026, 2, 3)]),
        ("es", "Se reunirán el próximo lunes.", [(2026, 2, 2)]),
        ("es", "Se reunirán el lunes próximo.", [(2026, 2, 2)]),
        ("en", "They met on Monday, January 5.", [(2026, 1, 5)]),
        ("en", "They met on January 5, Monday.", [(2026, 1, 5)]),
        ("en", "They met on Monday and again in the town on January 5.", [(2026, 1, 26), (2026, 1, 5)]),
        ("en", "They met yesterday.", [(2026, 1, 26)]),
        ("en", "They meet tomorrow.", [(2026, 1, 28)]),
        ("en", "Today is fine.", []),
        ("vi", "Họ gặp nhau hôm qua.", [(2026, 1, 26)]),
        ("vi", "Họ gặp nhau hôm thứ Hai.", [(2026, 1, 26)]),
        ("zh", "双方昨天会面。", [(2026, 1, 26)]),
        ("zh", "双方周一会面。", [(2026, 1, 26)]),
        ("zh", "他一周一次去那里。", []),
        ("de", "Sie kommen morgen.", [(2026, 1, 28)]),
        ("de", "Sie kamen am Morgen.", []),
        ("vi", "Mùng 2 Tết, họ gặp nhau.", [(2026, 2, 18)]),
        ("zh", "大年初一，双方会面。", [(2026, 2, 17)]),
        ("zh", "除夕，双方会面。", [(2026, 2, 16)]),
    ],
)
def test_days_that_are_told_by_the_articles(language: str, text: str, expected: list[object]) -> None:
    assert dates(text, language) == expected


def test_without_a_date_of_the_article_nothing_is_told() -> None:
    assert dates("They met on Monday and yesterday.", "en", None) == []


def test_the_calendar_ends() -> None:
    assert dates("They met on Wednesday.", "en", date(1, 1, 1)) == []
    assert dates("They meet tomorrow.", "en", date(9999, 12, 31)) == []


def test_the_new_year_that_is_nearest() -> None:
    assert dates("Mùng 1 Tết vui.", "vi", date(2025, 12, 1)) == [(2026, 2, 17)]
    assert dates("Mùng 1 Tết vui.", "vi", date(2025, 4, 1)) == [(2025, 1, 29)]
    assert dates("Mùng 1 Tết vui.", "vi", date(1200, 4, 1)) == []
