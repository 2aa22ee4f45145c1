"""Names next to offices, however much stands around them."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.find.offices import find_called
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import SpokenName


def called(text: str, language: str) -> list[str]:
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    return [fact.span.text for fact in find_called(sentence) if isinstance(fact, SpokenName)]


def test_a_name_in_hangul_is_what_stands_in_front_of_its_office() -> None:
    assert called("어제 김정은 총리", "ko") == ["어제 김정은"]
    assert called("오늘 하나 둘 셋 김정은 총리", "ko") == ["둘 셋 김정은"]
    assert called("가나다라마바사아자차카타파하" * 20 + ", 총리", "ko") == []


def test_the_nearest_office_in_front_of_a_name_counts() -> None:
    text = "President Joe Biden met Minister Anna Berg and Carl Cross"
    assert called(text, "en")[-1] == "Carl Cross"


def test_names_in_katakana_need_a_point_between_their_words() -> None:
    assert called("昨日、ウラジーミル・プーチンとドナルド・トランプが", "ja") == [
        "ウラジーミル・プーチン",
        "ドナルド・トランプ",
    ]
    assert called("プーチン" * 2000, "ja") == []


def test_a_country_before_very_many_words_with_several_readings() -> None:
    """Each word doubles the ways to read them all; a name has few."""
    assert called("Trung Quốc " + "Xian " * 60, "vi") == [("Xian " * 60).strip()]


def countries(text: str, language: str) -> list[str]:
    """The runs of capitalised words that are a country and no one's name."""
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    return [fact.span.text for fact in find_called(sentence) if isinstance(fact, SpokenName) and fact.name.country]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He came to Chad.", ["Chad"]),
        ("en", "He met Chad Per in town.", []),  # no ending of Peru
        ("es", "La delegación de Cub Mal habló.", []),  # nor of Cuba or Mali
        ("ru", "Он уехал в Россию.", ["Россию"]),
        ("ru", "Он живёт в Перми.", []),
    ],
)
def test_short_names_of_countries_have_no_endings(language: str, text: str, expected: list[str]) -> None:
    assert [name for name in countries(text, language) if name not in ("He", "La", "Он")] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "President Emmanuel Macron spoke.", [("Emmanuel Macron", {"president"})]),
        ("en", "Emmanuel Macron spoke.", [("Emmanuel Macron", set())]),
        ("en", "President Ludwig van Beethoven spoke.", [("Ludwig van Beethoven", {"president"})]),
        ("en", "President Ludwig van spoke.", [("Ludwig", {"president"})]),
        ("en", "President Michelle O’Neill spoke.", [("Michelle O’Neill", {"president"})]),
        ("en", "President J. Smith spoke.", [("J. Smith", {"president"})]),
        ("en", "president and Emmanuel Macron", [("Emmanuel Macron", set())]),
        ("vi", "Thủ tướng Anh Theresa May phát biểu.", [("Theresa May", {"prime-minister"})]),
        ("zh", "美国总统特朗普说。", [("特朗普", {"president"})]),
        ("ja", "トランプ大統領は言った。", [("トランプ", {"president"})]),
        ("ja", "大統領ドナルド・トランプは言った。", [("ドナルド・トランプ", {"president"})]),
        ("ja", "岸田文雄首相は言った。", [("岸田文雄", {"prime-minister"})]),
        ("ko", "김정은 총리는 말했다.", [("김정은", {"prime-minister"})]),
        ("ru", "Президент Дональд Трамп сказал.", [("Дональд Трамп", {"president"})]),
    ],
)
def test_names_and_their_offices(language: str, text: str, expected: list[tuple[str, set[str]]]) -> None:
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    found = [fact for fact in find_called(sentence) if isinstance(fact, SpokenName)]
    told = [(fact.span.text, set(fact.name.offices) & ASKED) for fact in found]
    assert [each for each in told if each in expected or each[1]] == expected


ASKED = {"president", "prime-minister"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ja", "昨日、佐々木毅首相がバンコクに到着した。", "佐々木毅"),
        ("ja", "野々村秀樹大統領が会談した。", "野々村秀樹"),
        ("ar", "وصل الرئيس پوتين إلى هانوي", "پوتين"),
        ("ar", "التقى الوزير گورباتشوف نظيره", "گورباتشوف"),
        ("en", "President Əliyev met Minister Ŋo Ɖeku", "Əliyev"),
        ("fr", "Le président Nguyễn Phú Trọng a reçu", "Nguyễn Phú Trọng"),
    ],
)
def test_letters_of_a_script_beyond_its_commonest(language: str, text: str, name: str) -> None:
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, text)
        assert any(unicodedata.normalize(form, name) in found for found in called(written, language))
