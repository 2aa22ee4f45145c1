"""Dates and times of day: which answer to one another."""

from __future__ import annotations

from datetime import date

import pytest

from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Pair, Sentence, Span
from xlcheck.model.doubt import Doubt
from xlcheck.rules.date_mismatch import check

FINDER = Finder(Glossary())
TUESDAY = date(2026, 1, 27)


def sentence(entry: str, published: date | None) -> Sentence:
    language, _, text = entry.partition(": ")
    return FINDER.find(Sentence(Span(Document(language, text), 0, len(text)), language), published)


def findings(source: str, target: str, published: date | None = None, *, translation: bool = True) -> list[Finding]:
    one, other = (sentence(entry, published) for entry in (source, target))
    articles = tuple(Article(each.span.document, each.language, (each,)) for each in (one, other))
    return list(check(Event(articles, (Alignment(*articles, (Pair((one,), (other,), 1.0, translation),)),))))


def sure(*given: str, published: date | None = None) -> list[str]:
    return [found.at.text for found in findings(*given, published=published) if not found.doubts]


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("en: on September 29, 2018", "es: el 29 de septiembre de 2018", []),
        ("en: on September 29, 2018", "es: el 28 de septiembre de 2018", ["28 de septiembre de 2018"]),
        ("en: on September 29, 2018", "es: el 29 de octubre de 2018", ["29 de octubre de 2018"]),
        ("en: on September 29, 2018", "es: el 29 de septiembre de 2017", ["29 de septiembre de 2017"]),
        ("en: on September 29, 2018", "es: el 29 de septiembre", []),
        ("en: on September 29", "es: el 29 de septiembre de 2018", []),
        ("en: on September 29", "zh: 9月29日", []),
        ("en: on September 29", "vi: ngày 29/9", []),
        ("en: in November 2018", "es: en noviembre", []),
        ("en: in November", "es: en septiembre", ["septiembre"]),
        ("en: in November", "es: el 3 de noviembre", []),
        ("en: on Sunday", "es: el domingo", []),
        ("en: on Sunday", "es: el sábado", ["sábado"]),
        ("en: at 3 p.m.", "es: a las 15:00", []),
        ("en: at 3 p.m.", "es: a las 3:00", []),  # on twelve hours
        ("en: at 3 p.m.", "es: a las 16:00", ["a las 16:00"]),
        ("en: at 3:30 p.m.", "es: a las 15:30", []),
        ("en: at 3:30 p.m.", "es: a las 15:40", ["a las 15:40"]),
        ("en: at 12 noon", "es: a las 12:00", []),
    ],
)
def test_dates_in_any_writing(source: str, target: str, wrong: list[str]) -> None:
    assert sure(source, target) == wrong


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("en: They met yesterday.", "vi: Họ gặp nhau hôm qua.", []),
        ("en: They met yesterday.", "vi: Họ gặp nhau hôm kia.", ["hôm kia"]),
        ("en: They met on Monday.", "es: Se reunieron el 26 de enero.", []),
        ("en: They met on Monday.", "es: Se reunieron ayer.", []),
        ("vi: Mùng 2 Tết, họ gặp nhau.", "zh: 大年初二，双方会面。", []),
        ("vi: Mùng 2 Tết, họ gặp nhau.", "zh: 大年初三，双方会面。", ["大年初三"]),
    ],
)
def test_days_by_the_articles_date(source: str, target: str, wrong: list[str]) -> None:
    assert sure(source, target, published=TUESDAY) == wrong


def test_what_one_side_has_alone_is_doubtful_and_told_of_translations_only() -> None:
    for source, target in (("en: They met on Sunday.", "es: Se reunieron."), ("en: They met.", "es: El domingo.")):
        (found,) = findings(source, target)
        assert found.doubts == (Doubt.ONE_SIDE,)
        assert findings(source, target, translation=False) == []


def test_one_wrong_of_two_is_told_once() -> None:
    assert sure("en: on May 3 and May 7", "es: el 3 de mayo y el 8 de mayo") == ["8 de mayo"]
