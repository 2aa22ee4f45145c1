"""Dates, written out and by weekday."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from xlcheck.find.dates import find_dates
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import Day, Hint, LunarDay, Month, RelativeDay, Value, Weekday

MONDAY = date(2026, 1, 26)


def found(text: str, language: str, published: date | None = None) -> list[tuple[str, object]]:
    document = Document("page.txt", text, language)
    facts = find_dates(Sentence(Span(document, 0, len(text)), language), published)
    return [(fact.span.text, fact.content) for fact in facts if isinstance(fact, Day)]


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "arrives in Birmingham, Britain, September 29, 2018.", "September 29, 2018"),
        ("en", "on the 29th of September 2018", "29th of September 2018"),
        ("en", "on 29 Sept. 2018", "29 Sept. 2018"),
        ("vi", "tại Birmingham, Anh, ngày 29 tháng 9 năm 2018.", "29 tháng 9 năm 2018"),
        ("vi", "vào ngày 29/9/2018", "29/9/2018"),
        ("es", "(Gran Bretaña) el 29 de septiembre de 2018.", "29 de septiembre de 2018"),
        ("zh", "于 2018 年 9月 29 日抵达英国", "2018 年 9月 29 日"),
        ("zh", "二〇一八年九月二十九日", "二〇一八年九月二十九日"),
        ("ja", "2018年9月29日、イギリスの", "2018年9月29日"),
        ("ko", "메이는 2018년 9월 29일 보수당", "2018년 9월 29일"),
        ("ar", "ببريطانيا، في 29 سبتمبر 2018.", "29 سبتمبر 2018"),
        ("de", "trifft am 29. September 2018 ein", "29. September 2018"),
        ("fr", "à Birmingham, le 29 septembre 2018.", "29 septembre 2018"),
        ("ru", "в Бирмингеме 29 сентября 2018 г.", "29 сентября 2018"),
        ("pt", "em 29 de setembro de 2018", "29 de setembro de 2018"),
        ("id", "pada 29 September 2018", "29 September 2018"),
        ("und", "Birmingham 2018-09-29 08:44", "2018-09-29"),
    ],
)
def test_full_date(language: str, text: str, span: str) -> None:
    assert found(text, language) == [(span, (2018, 9, 29))]


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "January 26 in Hà Nội", "January 26"),
        ("es", "El 26 de enero, en la sede del Comité Central", "26 de enero"),
        ("vi", "Ngày 26/1, tại trụ sở Trung ương Đảng", "26/1"),
        ("vi", "(26/1)", "26/1"),
        ("zh", "新华社北京1月26日电", "1月26日"),
    ],
)
def test_without_a_year(language: str, text: str, span: str) -> None:
    assert found(text, language) == [(span, (None, 1, 26))]
    assert found(text, language, date(2026, 1, 27)) == [(span, (2026, 1, 26))]


def test_the_nearest_year_is_meant() -> None:
    assert found("on December 30", "en", date(2026, 1, 2)) == [("December 30", (2025, 12, 30))]
    assert found("el 2 de enero", "es", date(2025, 12, 30)) == [("2 de enero", (2026, 1, 2))]
    assert found("February 29", "en", date(2026, 1, 2)) == []


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "held telephone talks on Monday with Xi Jinping", "Monday"),
        ("vi", "điện đàm vào thứ Hai", "thứ Hai"),
        ("es", "el lunes por la mañana", "lunes"),
        ("zh", "习近平周一同苏林通电话", "周一"),
        ("ja", "月曜日に電話会談", "月曜日"),
        ("ru", "в понедельник", "понедельник"),
    ],
)
def test_weekday_is_the_latest_up_to_the_article(language: str, text: str, span: str) -> None:
    assert found(text, language, MONDAY) == [(span, (2026, 1, 26))]
    assert found(text, language, date(2026, 1, 28)) == [(span, (2026, 1, 26))]
    assert found(text, language) == []


def test_weekday_to_come() -> None:
    assert found("will meet next Friday", "en", MONDAY) == [("Friday", (2026, 1, 30))]
    assert found("下周五", "zh", MONDAY) == [("周五", (2026, 1, 30))]
    assert found("Chủ nhật tới", "vi", MONDAY) == [("Chủ nhật", (2026, 2, 1))]


def test_a_weekday_beside_its_date_says_nothing_more() -> None:
    assert found("on Monday, January 26,", "en", MONDAY) == [("January 26", (2026, 1, 26))]
    assert found("1月26日（周一）", "zh", MONDAY) == [("1月26日", (2026, 1, 26))]


def test_days_of_a_range() -> None:
    both = [(2025, 4, 14), (2025, 4, 15)]
    for language, text in (
        ("en", "on April 14-15, 2025"),
        ("en", "14 to 15 April 2025"),
        ("vi", "từ ngày 14 đến 15 tháng 4 năm 2025"),
        ("es", "del 14 al 15 de abril de 2025"),
        ("zh", "2025年4月14日至15日"),
    ):
        assert [value for _, value in found(text, language)] == both


def test_day_before_or_after_month() -> None:
    assert found("04/05/2026", "en", date(2026, 4, 6)) == [("04/05/2026", (2026, 4, 5))]
    assert found("04/05/2026", "en", date(2026, 5, 5)) == [("04/05/2026", (2026, 5, 4))]
    assert found("04/05/2026", "vi", date(2026, 4, 6)) == [("04/05/2026", (2026, 5, 4))]
    assert found("01/27/2026", "en") == [("01/27/2026", (2026, 1, 27))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "for the 2026-31 term, call 859-292-3680, up 1.5.2 and 31 February"),
        ("en", "Theresa May said in July 2017 that March would"),
        ("vi", "lần thứ hai, 2/3 số phiếu, tháng 11"),
        ("zh", "3个月，每周一，一周一次，第26日报"),
        ("ja", "3日間"),
    ],
)
def test_what_is_no_date(language: str, text: str) -> None:
    assert found(text, language, MONDAY) == []


def of_kind(kind: type[Value], text: str, language: str) -> list[tuple[str, object]]:
    document = Document("page.txt", text, language)
    facts = find_dates(Sentence(Span(document, 0, len(text)), language))
    return [(fact.span.text, fact.content) for fact in facts if isinstance(fact, kind)]


def test_months_and_weekdays_are_facts_without_the_articles_date() -> None:
    assert of_kind(Month, "in July 2017, by May, March would", "en") == [("July", (2017, 7)), ("May", (None, 5))]
    assert of_kind(Month, "vào tháng 7, 2017", "vi") == [("tháng 7", (2017, 7))]
    assert of_kind(Month, "elecciones en noviembre", "es") == [("noviembre", (None, 11))]
    assert of_kind(Weekday, "on Friday", "en") == [("Friday", 4)]
    assert of_kind(Weekday, "周五", "zh") == [("周五", 4)]
    assert of_kind(Hint, "November elections", "en") == [("November", 11)]


def test_a_long_row_of_dates_takes_linear_time() -> None:
    text = "on Monday, January 26, " * 4000
    assert len(found(text, "en", MONDAY)) == 4000


def test_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Đại hội họp ngày 29 tháng 9 năm 2018, thứ Bảy")
    ((span, value),) = found(text, "vi", MONDAY)
    assert unicodedata.normalize("NFC", span) == "29 tháng 9 năm 2018"
    assert value == (2018, 9, 29)


@pytest.mark.parametrize(
    ("language", "text", "span", "offset"),
    [
        ("en", "She left yesterday.", "yesterday", -1),
        ("en", "and returns the day after tomorrow", "the day after tomorrow", 2),
        ("vi", "hôm qua tại Hà Nội", "hôm qua", -1),
        ("es", "ayer por la mañana", "ayer", -1),
        ("es", "pasado mañana", "pasado mañana", 2),
        ("zh", "昨天在河内", "昨天", -1),
        ("fr", "avant-hier", "avant-hier", -2),
        ("de", "übermorgen in Berlin", "übermorgen", 2),
        ("pt", "depois de amanhã", "depois de amanhã", 2),
        ("ru", "вчера в Москве", "вчера", -1),
        ("ja", "一昨日の会談", "一昨日", -2),
        ("ko", "어제 서울에서", "어제", -1),
        ("id", "besok di Jakarta", "besok", 1),
        ("ar", "بعد غد في هانوي", "بعد غد", 2),
    ],
)
def test_days_about_the_articles_date(language: str, text: str, span: str, offset: int) -> None:
    assert of_kind(RelativeDay, text, language) == [(span, offset)]
    assert (span, (2026, 1, 26 + offset)) in found(text, language, MONDAY)


@pytest.mark.parametrize(("language", "text"), [("es", "hoy en día"), ("de", "der Morgen"), ("ko", "오늘날")])
def test_nowadays_and_the_morning_are_no_days(language: str, text: str) -> None:
    assert of_kind(RelativeDay, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("vi", "mùng 2 Tết", 2),
        ("vi", "mồng Hai Tết", 2),
        ("en", "on the second day of Tet", 2),
        ("en", "on Lunar New Year's Eve", 0),
        ("es", "el segundo día del Tet", 2),
        ("fr", "le deuxième jour du Têt", 2),
        ("ru", "второй день Тета", 2),
        ("zh", "大年初一", 1),
        ("zh", "除夕之夜", 0),
        ("ko", "설날 연휴", 1),
    ],
)
def test_days_of_the_lunar_new_year(language: str, text: str, day: int) -> None:
    assert [value for _, value in of_kind(LunarDay, text, language)] == [day]
    assert (2026, 2, 16 + day) in [value for _, value in found(text, language, MONDAY)]


def test_tet_and_the_chinese_new_year_may_be_two_days() -> None:
    in_2007 = date(2007, 2, 20)
    assert [value for _, value in found("mùng 1 Tết", "vi", in_2007)] == [(2007, 2, 17)]
    assert [value for _, value in found("大年初一", "zh", in_2007)] == [(2007, 2, 18)]
