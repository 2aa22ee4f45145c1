"""Numbers by value, on sentences as newspapers print them."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

from xlcheck.find.numbers import find_numbers
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import Hint, Number
from xlcheck.model.unit import Exactness


def sentence(text: str, language: str) -> Sentence:
    document = Document("page.txt", text, language)
    return Sentence(Span(document, 0, len(text)), language)


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Spans and values, as text."""
    return [(fact.span.text, f"{fact.value:f}") for fact in numbers(text, language)]


def numbers(text: str, language: str) -> list[Number]:
    return [fact for fact in find_numbers(sentence(text, language)) if isinstance(fact, Number)]


def values(text: str, language: str) -> list[str]:
    return [value for _, value in found(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The storm killed 1,586 people.", ["1586"]),
        ("en", "Thieves take $26,750 during ATM refill at Newport on the Levee", ["26750"]),
        ("en", "Prime-time ratings rose to 1.05 million at CNN and 1.6 million at MSNBC.", ["1050000", "1600000"]),
        ("en", "viewers, up from 1.7 million four years ago", ["1700000", "4"]),
        ("en", "two hundred and fifty thousand people in twenty-one provinces", ["250000", "21"]),
        ("en", "A $2bn deal for a million homes", ["2000000000", "1000000"]),
        ("en", "the 14th National Party Congress", ["14"]),
        ("en", "has a 2.125 average", ["2.125"]),
        ("vi", "Bão làm 1.586 người chết.", ["1586"]),
        ("vi", "Fox News hiện có 2,4 triệu người xem", ["2400000"]),
        ("vi", "khoản đầu tư 250 tỷ đồng, 2 nghìn tỷ đồng", ["250000000000", "2000000000000"]),
        ("vi", "hơn 3 triệu 200 nghìn lượt khách", ["3200000"]),
        ("vi", "những tên cướp đã lấy đi 26,750 đô la", ["26750"]),
        ("vi", "doanh thu đạt 2,125 tỷ đồng", ["2125000000"]),
        ("vi", "mười bốn tỉnh, hai mươi mốt huyện và năm mươi lăm xã", ["14", "21", "55"]),
        ("vi", "Đại hội lần thứ 14", ["14"]),
        ("es", "una inversión de 2000 millones de USD y 1,05 millones de euros", ["2000000000", "1050000"]),
        ("es", "se llevan 26 750 USD y 15.000 dólares", ["26750", "15000"]),
        ("es", "tres mil doscientos millones de treinta y cinco países", ["3200000000", "35"]),
        ("es", "Sólo el 10 por ciento dijo que sí en el 14.º Congreso", ["10", "14"]),
        ("zh", "死亡1,586人，投资20 亿美元", ["1586", "2000000000"]),
        ("zh", "收视率达到105万，2 500 亿元", ["1050000", "250000000000"]),
        ("zh", "第十四次全国代表大会", ["14"]),
        ("zh", "五年来，四十个国家的三千万人", ["5", "40", "30000000"]),
        ("zh", "增长百分之三十，达到一百零五家", ["30", "105"]),
        ("zh", "１，５８６人", ["1586"]),
        ("zh", "二零二六年，二〇三五年", ["2026", "2035"]),
        ("en", "1,25,00,000 rupees, or 1,586,000.50", ["12500000", "1586000.5"]),
        ("ja", "1 万 5 千ドル、350 万人", ["15000", "3500000"]),
        ("ko", "시청자가 105만 명, 20억 달러, 제14차", ["1050000", "2000000000", "14"]),
        ("fr", "26 750 $ et 1,5 milliard, quatre-vingt-dix-sept élus", ["26750", "1500000000", "97"]),
        ("de", "26.750 US-Dollar, 1,05 Millionen, vierundzwanzig", ["26750", "1050000", "24"]),
        ("ru", "26 750 долларов, 1,6 миллиона, двадцать пять", ["26750", "1600000", "25"]),
        ("pt", "vinte e um países, 1,5 milhão", ["21", "1500000"]),
        ("id", "seratus dua puluh orang, 1,5 juta, ke-14", ["120", "1500000", "14"]),
        ("ar", "١٬٥٨٦ شخصًا و 1.05 مليون", ["1586", "1050000"]),
        ("und", "12.345 / 1,5", ["12345", "1.5"]),
        ("de-CH", "1’586 Tote", ["1586"]),
        ("en", "Do 4 x 10-15 lunges on boards of 7 x 10-20 cm.", ["4", "10", "15", "7", "10", "20"]),
        ("es", "4 * 10-15 zancadas con 2 x 10-3 g de sal", ["4", "10", "15", "0.002"]),
        ("en", "some 4,271 × 10^3 cells of 4.271 × 10^3", ["4271000", "4271"]),
        ("es", "unas 4.271 × 10^3 células de 4,271 × 10^3", ["4271000", "4271"]),
        ("vi", "4.271 × 10⁻³ g và 4,271 × 10-13 g", ["0.004271", "0.0000000000004271"]),
    ],
)
def test_value(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "contact Newport police at 859-292-3680 or +84 24 3933 2316"),
        ("en", "technologies such as 5G, the G7, COVID-19, a B-52 and MH370"),
        ("en", "one of the leaders said that I, not she, had no one to call; hundreds came"),
        ("en", "The meeting begins at 8:44, ends at 3 p.m. (GMT+7)."),
        ("en", "President XI JINPING met Premier LI Qiang"),
        ("en", "version 2.0.1 of the F-16"),
        ("en", "The Four Seasons, see www.example.com/2024/15"),
        ("vi", "Năm nay, một số người ở Ba Lan và ông Đầu Tư"),
        ("vi", "vào sáng thứ Hai, lúc 8h44"),
        ("es", "una de las partes y un pueblo"),
        ("zh", "一带一路、一些人、四川、九江、十分重要、几十年、三分之二、万一"),
        ("zh", "下午3点20分"),
    ],
)
def test_what_is_no_number(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "el exitoso XIV Congreso del Partido Comunista en el siglo XXI", [("XIV", "14"), ("XXI", "21")]),
        ("vi", "Đại hội XIV của Đảng, khóa X", [("XIV", "14"), ("X", "10")]),
        ("vi", "ĐẠI HỘI XIV CỦA ĐẢNG", [("XIV", "14")]),
        ("vi", "Đại hội XI của Đảng", [("XI", "11")]),
        ("fr", "au XXe siècle", [("XX", "20")]),
        ("en", "World War II and Part I", [("II", "2"), ("I", "1")]),
    ],
)
def test_roman_numerals(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "units", "exactness"),
    [
        ("en", "more than $2.5 million", {"USD", "CAD"}, Exactness.MORE),
        ("vi", "gần 300 triệu đô la Mỹ", {"USD"}, Exactness.LESS),
        ("es", "unos 15.000 euros", {"EUR"}, Exactness.ABOUT),
        ("zh", "50多人", set(), Exactness.MORE),
        ("zh", "10万美元以下", {"USD"}, Exactness.LESS),
        ("en", "at least 10 miles", {"mile"}, Exactness.LEAST),
        ("ja", "時速85マイル", {"mph"}, Exactness.EXACT),
        ("zh", "增长百分之三十", {"percent"}, Exactness.EXACT),
        ("zh", "2018年", set(), Exactness.EXACT),
        ("zh", "五年", {"year"}, Exactness.EXACT),
    ],
)
def test_units_and_exactness(language: str, text: str, units: set[str], exactness: Exactness) -> None:
    (fact,) = numbers(text, language)
    assert units <= {unit.code for unit in fact.units}
    assert bool(fact.units) is bool(units)
    assert fact.exactness is exactness


def test_ranges_share_scale_and_unit() -> None:
    facts = numbers("from 3 to 5 million dollars", "en")
    assert [fact.value for fact in facts] == [3_000_000, 5_000_000]
    assert facts[0].units == facts[1].units != ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "both sides, half a dozen, 5G and ½", {2, Decimal("0.5"), 12, 5}),
        ("zh", "中美两国，三分之二", {2, 3, Decimal(2) / 3}),
        ("en", "70m passengers", {70_000_000}),
    ],
)
def test_hints(language: str, text: str, expected: set[Decimal]) -> None:
    assert expected <= {fact.value for fact in find_numbers(sentence(text, language)) if isinstance(fact, Hint)}


def test_terms_and_scores() -> None:
    assert found("General Secretary for the 2026-31 term", "en") == [("2026", "2026"), ("31", "2031")]
    assert values("nhiệm kỳ 2026–2031", "vi") == ["2026", "2031"]
    assert values("a 5-2 win over the Nationals", "en") == ["5", "2"]
    assert values("洛基山队以 5:2 战胜国民队", "zh") == ["5", "2"]


def test_years_and_numbered_phrases_of_the_seeds() -> None:
    assert values("including the 1982 United Nations Convention on the Law of the Sea", "en") == ["1982"]
    assert values("following the 'six mores' orientation", "en") == values("theo định hướng “6 hơn”", "vi")
    assert values("adhere to the '16-character' guideline", "en") == ["16"]


def test_digits_of_dates_are_no_numbers() -> None:
    assert found("El 26 de enero de 2026, en la sede", "es") == []
    assert found("Sáng 26/1, ngày 29 tháng 9 năm 2018 và 27/01/2026", "vi") == []
    assert found("新华社北京1月26日电", "zh") == []
    assert found("in July 2017", "en") == [("2017", "2017")]
    assert found("2017 年 7 月", "zh") == found("vào tháng 7, 2017", "vi") == [("2017", "2017")]


def test_equal_values_are_equal_facts_in_every_writing() -> None:
    written = {
        "en": "250,000,000,000", "vi": "250 tỷ", "es": "250.000 millones", "zh": "2500亿", "fr": "250 milliards"
    }  # fmt: skip
    facts = [numbers(text, language) for language, text in written.items()]
    assert {fact.value for (fact,) in facts} == {Decimal(250_000_000_000)}
    assert {str(fact.value) for (fact,) in facts} == {"250000000000"}


def test_spans_are_exact_inside_a_document_and_in_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Tổng Bí thư. Hơn hai mươi mốt triệu người Việt ở 5 nước.")
    document = Document("page.txt", text, "vi")
    start = text.index("H")
    found = find_numbers(Sentence(Span(document, start, len(text)), "vi"))
    facts = [fact for fact in found if isinstance(fact, Number)]
    assert [unicodedata.normalize("NFC", fact.span.text) for fact in facts] == ["hai mươi mốt triệu", "5"]
    assert [fact.value for fact in facts] == [21_000_000, 5]
    assert all(text[fact.span.start : fact.span.end] == fact.span.text for fact in facts)
    korean = unicodedata.normalize("NFD", "105만 명")
    assert [fact.value for fact in numbers(korean, "ko")] == [1_050_000]


def test_empty_text() -> None:
    assert find_numbers(sentence("", "en")) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 2026-31 plan", ["2026", "2031"]),
        ("the 2026/31 plan", ["2026", "2031"]),
        ("the 2026~31 plan", ["2026", "2031"]),
        ("the 2026+31 plan", ["2026", "31"]),
        ("the 2026-21 plan", ["2026", "21"]),
        ("the 126-31 plan", ["126", "31"]),
    ],
)
def test_the_end_of_a_span_of_years_may_be_short(text: str, expected: list[str]) -> None:
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "2/3 of them", Decimal(2) / 3),
        ("en", "1/2 of them", Decimal("0.5")),
        ("en", "½ of them", Decimal("0.5")),
        ("zh", "三分之二", Decimal(2) / 3),
        ("en", "0/3 of them", None),
        ("en", "on 2/3/2026", None),
    ],
)
def test_fractions_are_hints_of_their_value(language: str, text: str, expected: Decimal | None) -> None:
    hints = [fact.value for fact in find_numbers(sentence(text, language)) if isinstance(fact, Hint)]
    assert (expected in hints) if expected else (not any(0 < hint < 1 for hint in hints))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "прибули 1 586 осіб", ["1586"]),
        ("cs", "přijelo 12 400 lidí", ["12400"]),
        ("sv", "det kom 1 586 personer", ["1586"]),
        ("pl", "przyjechało 1 586 osób", ["1586"]),
        ("id", "hal 1 586 orang", ["1", "586"]),
        ("en", "page 1 586 people", ["1", "586"]),
    ],
)
def test_thousands_are_grouped_by_spaces_where_the_language_does(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一年", []),
        ("第一次", []),
        ("百分之一", []),
        ("五年", ["5"]),
        ("第五章", ["5"]),
        ("第五", ["5"]),
        ("百分之五", ["5"]),
        *((f"{some}十年", []) for some in "几幾数數"),
        ("三分之二", []),
        ("三分之二人", []),
        ("四川", []),
        ("三亚", []),
        ("五国", ["5"]),
    ],
)
def test_a_lone_chinese_numeral_counts_before_a_measure_or_in_an_order(text: str, expected: list[str]) -> None:
    assert values(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1998-99", ["1998", "1999"]),
        ("1998/99", ["1998", "1999"]),
        ("1998~99", ["1998", "1999"]),
        ("2026-31", ["2026", "2031"]),
        ("1998 99", ["1998", "99"]),
        ("1998-97", ["1998", "97"]),
        ("1998-98", ["1998", "98"]),
        ("1998-9", ["1998", "9"]),
        ("199-99", ["199", "99"]),
    ],
)
def test_a_year_in_two_figures_follows_one_in_four_that_is_earlier(text: str, expected: list[str]) -> None:
    assert values(text, "en") == expected
