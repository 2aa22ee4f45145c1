"""Times of day in twelve languages."""

from __future__ import annotations

import pytest

from xlcheck.find.times import find_times
from xlcheck.model import Document, Sentence, Span


def found(text: str, language: str) -> list[tuple[str, object]]:
    sentence = Sentence(Span(Document("page.txt", text), 0, len(text)), language)
    return [(fact.span.text, fact.value) for fact in find_times(sentence)]


@pytest.mark.parametrize(
    ("language", "text", "span", "value"),
    [
        ("en", "It begins at 8:44.", "8:44", (8, 44)),
        ("en", "It ends at 3 p.m. (GMT+7).", "3 p.m.", (15, 0)),
        ("en", "at about 1020 BST", "1020", (10, 20)),
        ("en", "at 12 am", "12 am", (0, 0)),
        ("vi", "bắt đầu lúc 15 giờ 30", "lúc 15 giờ 30", (15, 30)),
        ("vi", "từ 8h44", "từ 8h44", (8, 44)),
        ("es", "a las 3 de la tarde", "a las 3 de la tarde", (15, 0)),
        ("zh", "下午3点20分开始", "下午3点20分", (15, 20)),
        ("fr", "à 15 h 30", "à 15 h 30", (15, 30)),
        ("de", "um 15 Uhr", "um 15 Uhr", (15, 0)),
        ("pt", "às 15h", "às 15h", (15, 0)),
        ("ru", "в 3 часа дня", "в 3 часа дня", (15, 0)),
        ("ja", "午後3時半", "午後3時半", (15, 30)),
        ("ko", "오후 3시 30분", "오후 3시 30분", (15, 30)),
        ("id", "pukul 15.00", "pukul 15.00", (15, 0)),
        ("ar", "الساعة 3 مساءً", "الساعة 3 مساءً", (15, 0)),
    ],
)
def test_time(language: str, text: str, span: str, value: tuple[int, int]) -> None:
    assert found(text, language) == [(span, value)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "for 5 hours, at 3, a 5-2 win, 16:75"),
        ("vi", "trong 5 giờ"),
        ("es", "durante 5 horas"),
        ("zh", "3个小时"),
        ("ja", "3時間"),
        ("ko", "24시간"),
        ("ru", "5 часов"),
    ],
)
def test_durations_are_no_times(language: str, text: str) -> None:
    assert found(text, language) == []
