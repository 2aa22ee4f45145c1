"""Times of day in twelve languages."""

from __future__ import annotations

import pytest

from xlcheck.find.times import find_times
from xlcheck.model import Document, Sentence, Span


def found(text: str, language: str) -> list[tuple[str, object]]:
    sentence = Sentence(Span(Document("page.txt", text), 0, len(text)), language)
    return [(fact.span.text, fact.content) for fact in find_times(sentence)]


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


@pytest.mark.parametrize(
    ("language", "text", "span", "value"),
    [
        ("en", "at a quarter to two in the afternoon", "quarter to two in the afternoon", (13, 45)),
        ("en", "at half past eight", "half past eight", (8, 30)),
        ("en", "at ten past two", "ten past two", (2, 10)),
        ("vi", "lúc hai giờ kém mười lăm phút chiều", "hai giờ kém mười lăm phút chiều", (13, 45)),
        ("vi", "hai giờ rưỡi", "hai giờ rưỡi", (2, 30)),
        ("es", "a las dos menos cuarto de la tarde", "las dos menos cuarto de la tarde", (13, 45)),
        ("es", "a las 3 menos cuarto", "las 3 menos cuarto", (2, 45)),
        ("es", "a la una y media", "la una y media", (1, 30)),
        ("zh", "下午两点一刻", "下午两点一刻", (14, 15)),
        ("zh", "差一刻两点", "差一刻两点", (1, 45)),
        ("fr", "à deux heures moins le quart", "deux heures moins le quart", (1, 45)),
        ("de", "um Viertel vor zwei", "Viertel vor zwei", (1, 45)),
        ("de", "um halb drei", "halb drei", (2, 30)),
        ("pt", "quinze para as duas", "quinze para as duas", (1, 45)),
        ("ru", "в половине третьего", "в половине третьего", (2, 30)),
        ("ru", "без четверти два", "без четверти два", (1, 45)),
        ("ja", "午後二時半に", "午後二時半", (14, 30)),
        ("ja", "2時15分前", "2時15分前", (1, 45)),
        ("ko", "오후 두 시 반에", "오후 두 시 반", (14, 30)),
        ("id", "pukul setengah tiga sore", "pukul setengah tiga sore", (14, 30)),
        ("ar", "الساعة الثانية إلا ربعا", "الساعة الثانية إلا ربعا", (1, 45)),
    ],
)
def test_a_time_in_words(language: str, text: str, span: str, value: tuple[int, int]) -> None:
    assert value in [clock for _, clock in found(text, language)]
    assert span in [said for said, _ in found(text, language)]


@pytest.mark.parametrize(
    ("language", "text"), [("de", "halb so groß"), ("zh", "有一点困难"), ("en", "a quarter of us")]
)
def test_what_only_sounds_like_a_time(language: str, text: str) -> None:
    assert found(text, language) == []
