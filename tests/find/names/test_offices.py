"""Names next to offices, however much stands around them."""

import pytest

from xlcheck.find.names import NameFinder
from xlcheck.model import Document, Glossary, Name, Sentence, Span


def names(text: str, language: str) -> list[tuple[str, Name]]:
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    return [(name.span.text, name) for name in NameFinder(Glossary()).find(sentence)]


def called(text: str, language: str) -> list[str]:
    return [written for written, _ in names(text, language)]


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
    assert called("Trung Quốc " + "Xian " * 60, "vi") == ["Trung Quốc", ("Xian " * 60).strip()]


@pytest.mark.parametrize(
    ("text", "language", "person", "office"),
    [
        ("US President Donald Trump spoke.", "en", "Donald Trump", "president"),
        ("la presidenta de la Comisión, Ursula von der Leyen", "es", "Ursula von der Leyen", None),
        ("el presidente ruso, Vladímir Putin, dijo", "es", "Vladímir Putin", "president"),
        ("el presidente de la junta, presidente Anders Wiklund", "es", "Anders Wiklund", "chair"),
        ("su antiguo ministro de Exteriores, Anders Wiklund", "es", "Anders Wiklund", "minister"),
        ("nguyên Ngoại trưởng, ông Anders Wiklund", "vi", "Anders Wiklund", "minister"),
        ("Thủ tướng Anh Beatriz Palomares phát biểu", "vi", "Beatriz Palomares", "prime-minister"),
        ("Thủ tướng Hà Văn Thắm phát biểu", "vi", "Hà Văn Thắm", "prime-minister"),
        ("Presiden Prancis Anders Wiklund tiba", "id", "Anders Wiklund", "president"),
        ("президент США Андерс Виклунд прибыл", "ru", "Андерс Виклунд", "president"),
        ("премьер-министра Великобритании Терезы Мэй", "ru", "Терезы Мэй", "prime-minister"),
        ("Thủ tướng May phát biểu", "vi", "May", "prime-minister"),
        ("日本の首相アンデルス・ビークルンドは語った", "ja", "アンデルス・ビークルンド", "prime-minister"),
        ("der Sprecher von Bundeskanzlerin Angela Merkel", "de", "Angela Merkel", "chancellor"),
        ("Phó Thủ tướng Trần Hồng Hà phát biểu", "vi", "Trần Hồng Hà", "deputy-prime-minister"),
        ("встреча с президентом Владимиром Путиным", "ru", "Владимиром Путиным", "president"),
        ("美国总统特朗普表示", "zh", "特朗普", "president"),
        ("普京總統會見了客人", "zh-Hant", "普京", "president"),
        ("ドナルド・トランプ大統領は会談した", "ja", "ドナルド・トランプ", "president"),
        ("メリル・ストリープが語った", "ja", "メリル・ストリープ", None),
        ("도널드 트럼프 대통령은", "ko", "도널드 트럼프", "president"),
    ],
)
def test_names_and_their_offices(text: str, language: str, person: str, office: str | None) -> None:
    found = [value for written, value in names(text, language) if written == person]
    assert found
    assert any(office in value.offices if office else not value.offices for value in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Премьер-министр Великобритании прибывает в Бирмингем.", "ru"),
        ("Perdana Menteri Inggris menuduh kritikus.", "id"),
        ("President France elected", "en"),
    ],
)
def test_a_country_holds_no_office(text: str, language: str) -> None:
    assert not any(value.offices for _, value in names(text, language))


def test_a_language_that_does_not_inflect_has_no_shorter_form_of_a_country() -> None:
    """Ma Cao is one; May is not."""
    ((_, name),) = names("Thủ tướng May bác lại những lời phê phán.", "vi")
    assert name.offices == {"prime-minister"} and not name.country


def test_offsets_are_those_of_the_document() -> None:
    document = Document("a.txt", "𠀀. President Donald Trump spoke.")
    sentence = Sentence(Span(document, 3, len(document.text)), "en")
    (fact,) = NameFinder(Glossary()).find(sentence)
    assert document.text[fact.span.start : fact.span.end] == "Donald Trump"


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
    assert [written for written, name in names(text, language) if name.country] == expected


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("vi", "Bộ trưởng Giao thông Trần Hồng Minh dự lễ khởi công.", "Trần Hồng Minh"),
        ("vi", "Bộ trưởng Giao thông Vận tải Nguyễn Văn Thể phát biểu.", "Nguyễn Văn Thể"),
        ("vi", "Chủ tịch Quốc hội Trần Thanh Mẫn phát biểu.", "Trần Thanh Mẫn"),
        ("vi", "Thủ tướng May thăm Việt Nam.", "May"),
        ("vi", "Thủ tướng Abe thăm Hà Nội.", "Abe"),
        ("en", "Prime Minister May visited Viet Nam.", "May"),
        ("id", "Menteri Luar Negeri Retno Marsudi hadir.", "Retno Marsudi"),
    ],
)
def test_what_an_office_is_for_is_no_name(language: str, text: str, person: str) -> None:
    assert [written for written, name in names(text, language) if name.offices] == [person]


def test_names_in_latin_are_found_in_any_text() -> None:
    """No blank parts them from characters next to them, and their script is their own."""
    for text, language in (("他用FastAPI的Cookie。", "zh"), ("FastAPIのCookieを使う。", "ja")):
        found = [(written, name.script) for written, name in names(text, language)]
        assert found == [("FastAPI", "Latn"), ("Cookie", "Latn")]
    assert [name.script for _, name in names("Компания, что Google купила.", "ru")] == ["Cyrl", "Latn"]


ASKED = {"president", "prime-minister"}


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
def test_whose_an_office_is(language: str, text: str, expected: list[tuple[str, set[str]]]) -> None:
    told = [(written, set(name.offices) & ASKED) for written, name in names(text, language)]
    assert [each for each in told if each in expected or each[1]] == expected
