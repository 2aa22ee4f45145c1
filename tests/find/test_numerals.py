"""What figures and words come to together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xlcheck.find.numbers import find_numbers
from xlcheck.find.numerals import figure
from xlcheck.lang import Language
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import Number


def values(text: str, language: str) -> list[str]:
    found = find_numbers(Sentence(Span(Document("t", text), 0, len(text)), language))
    return [f"{fact.value:f}" for fact in found if isinstance(fact, Number)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "twenty people", ["20"]),
        ("en", "twenty-one people", ["21"]),
        ("en", "one hundred and five", ["105"]),
        ("en", "a hundred thousand", ["100000"]),
        ("en", "two hundred thousand and six", ["200006"]),
        ("en", "3 million 200 thousand people", ["3200000"]),
        ("en", "1.7 million four years ago", ["1700000", "4"]),
        ("en", "six seven", ["6", "7"]),
        ("de", "siebenundvierzig", ["47"]),
        ("es", "trescientos veinte mil", ["320000"]),
        ("es", "mil millones", ["1000000000"]),
        ("es", "mil doscientos", ["1200"]),
        ("id", "seratus dua puluh", ["120"]),
        ("id", "dua ratus lima puluh ribu", ["250000"]),
        ("vi", "hai mươi mốt người", ["21"]),
        ("vi", "một trăm linh sáu", ["106"]),
        ("vi", "hai nghìn tỷ đồng", ["2000000000000"]),
        ("vi", "3 triệu 200 nghìn", ["3200000"]),
        ("ar", "سبعة وأربعون", ["47"]),
        ("zh", "三千零五人", ["3005"]),
        ("zh", "二十一万三千人", ["213000"]),
        ("zh", "一亿二千万人", ["120000000"]),
        ("zh", "二〇二六年", ["2026"]),
        ("ja", "1万5000人", ["15000"]),
        ("ja", "百二十三人", ["123"]),
        ("ru", "двадцать одна тысяча", ["21000"]),
        ("pt", "cento e cinco mil", ["105000"]),
        ("fr", "quatre-vingt-dix-sept", ["97"]),
        ("fr", "deux cent mille", ["200000"]),
        ("en", "twenty-one hundred people", ["2100"]),
        ("en", "ninety-nine hundred people", ["9900"]),
        ("en", "a few hundred people", []),
        ("vi", "vài trăm hai mươi người", ["20"]),
        ("fr", "mille milliards d'euros", ["1000000000000"]),
        ("id", "tiga ribu empat ratus lima puluh enam", ["3456"]),
    ],
)
def test_words_and_figures_together(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "written", "scaled", "expected"),
    [
        ("en", "26,750", False, "26750"),
        ("vi", "26,750", False, "26750"),
        ("vi", "2,125", True, "2.125"),
        ("vi", "2,12", False, "2.12"),
        ("en", "2.125", False, "2.125"),
        ("en", "0.125", False, "0.125"),
        ("de", "0,125", False, "0.125"),
        ("de", "2.125", False, "2125"),
        ("de", "2125,750", False, "2125.750"),
        ("en", "1,234,567", False, "1234567"),
        ("en", "1,234.5", False, "1234.5"),
        ("de", "1.234,5", False, "1234.5"),
        ("en", "12,34.5", False, None),
        ("en", "1.234.5", False, None),
        ("en", "1,234.567,8", False, None),
        ("en", ".5", False, "0.5"),
        ("fr", "1\u202f234", False, "1234"),
        ("en", "2" * 28, False, "2" * 28),
        ("en", "2" * 30, False, None),
    ],
)
def test_figures_with_separators(language: str, written: str, scaled: bool, expected: str | None) -> None:
    value = figure(written, Language.of(language), scaled)
    assert value == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "5G networks", []),
        ("en", "the G7 and the G-20", []),
        ("en", "COVID-19 cases", []),
        ("en", "a 3-D film", []),
        ("en", "the 14th congress", ["14"]),
        ("en", "10km away", ["10"]),
        ("en", "mid-2026 talks", ["2026"]),
        ("en", "post-90 births", ["90"]),
        ("en", "Agenda-2030 goals", ["2030"]),
        ("vi", "đường Hai Bà Trưng", []),
        ("de", "Zwei Millionen Menschen", ["2000000"]),
    ],
)
def test_letters_that_make_a_figure_a_name(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "two hundred hundred people", ["200"]),
        ("en", "two million million people", ["2000000"]),
        ("de", "zwei Millionen Millionen", ["2000000"]),
        ("ru", "двести тысяч тысяч", ["200000"]),
        ("zh", "五百万万人", ["5000000"]),
        ("es", "mil mil personas", ["1000", "1000"]),
        ("fr", "deux mille mille", ["2000", "1000"]),
    ],
)
def test_a_word_written_twice_multiplies_once(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected
