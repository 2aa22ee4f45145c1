"""Names as they stand in a sentence."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from xlcheck.evidence.names.forms import name_key
from xlcheck.find.names import NameFinder
from xlcheck.model import Concept, Document, Facts, Glossary, Name, Sentence, Span, Status, Term, units_of

TO_LAM = Concept(
    "to-lam",
    "person",
    (Term("苏林", "zh"), Term("Tô Lâm", "en"), Term("Tô Lâm", "vi"), Term("Su Lin", "en", Status.FORBIDDEN)),
)
XI = Concept("xi", "person", (Term("習近平", "zh-Hant"), Term("Xi Jinping", "en"), Term("Tập Cận Bình", "vi")))
KISHIDA = Concept("kishida", "person", (Term("岸田文雄", "zh"), Term("Fumio Kishida", "en")))
THUONG = Concept("thuong", "person", (Term("武文赏", "zh"), Term("Võ Văn Thưởng", "vi")))
GLOSSARY = Glossary((TO_LAM, XI, KISHIDA, THUONG))


def found_in(text: str, language: str, glossary: Glossary) -> Sentence:
    document = Document("a.txt", "\n" + text)
    sentence = Sentence(Span(document, 1, len(text) + 1), language)
    return replace(sentence, facts=Facts(NameFinder(glossary).find(sentence)))


def find(text: str, language: str = "en", glossary: Glossary = GLOSSARY) -> list[Name]:
    return list(units_of(found_in(text, language, glossary)))


def texts(names: list[Name]) -> list[str]:
    return [name.span.text for name in names]


def full(names: list[Name]) -> list[str]:
    return [name.span.text for name in names if name.readings]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("the talks with Xi Jinping’s envoy and To Lam's office", "en", ["Xi Jinping", "To Lam"]),
        ("Ông Tô Lâm gặp bà Vương Nghị.", "vi", ["Tô Lâm", "Vương Nghị"]),
        ("Chủ Tịch Nước Tập Cận Bình", "vi", ["Tập Cận Bình"]),
        ("la visite d’Hu Jintao", "fr", ["Hu Jintao"]),
        ("President Kim Jong-un and Jin Zheng'en", "en", ["Kim Jong-un", "Jin Zheng'en"]),
        ("Mr. Antian Wenxiong of Japan", "en", ["Antian Wenxiong"]),
        ("Chinese President Donald Trump of the General Motors", "en", []),
        ("于是蘇林会见习近平。", "zh", ["蘇林", "习近平"]),
        ("with Fan Ming\nZheng in Beijing", "en", ["Fan Ming\nZheng"]),
    ],
)
@pytest.mark.parametrize("normal_form", ["NFC", "NFD"])
def test_full_names(text: str, language: str, names: list[str], normal_form: str) -> None:
    found = full(find(unicodedata.normalize(normal_form, text), language))
    assert found == [unicodedata.normalize(normal_form, name) for name in names]


def test_other_capitalised_words_stand_alone() -> None:
    assert texts(find("Later Donald Trump called Lâm.")) == ["Donald", "Trump", "Lâm"]
    assert texts(find("Lâm said so.")) == ["Lâm"]


@pytest.mark.parametrize("other", ["To Lam", "TÔ LÂM", unicodedata.normalize("NFD", "Tô Lâm"), "Tô-Lâm"])
def test_forms_of_one_name_are_equal(other: str) -> None:
    (one,), (two,) = find("saw Tô Lâm"), find(f"saw {other}")
    assert one.key == two.key == name_key(other) == "tolam"


def test_another_name_is_another() -> None:
    (one,), (two,) = find("saw Tô Lâm"), find("saw Su Lin")
    assert one.key != two.key


@pytest.mark.parametrize(
    ("text", "system", "person"),
    [
        ("saw Su Lin", "zh", TO_LAM),
        ("saw To Lam", "vi", TO_LAM),
        ("saw Tap Can Binh", "vi", XI),
        ("saw Xi Jinping", "zh", XI),
        ("saw Antian Wenxiong", "zh", KISHIDA),
        ("saw Wu Wenshang", "zh", THUONG),
        ("見蘇林", "und-Hani", TO_LAM),
        ("习近平", "und-Hani", XI),
    ],
)
def test_the_persons_whose_characters_it_may_read(text: str, system: str, person: Concept) -> None:
    (fact,) = find(text)
    (reading,) = (reading for reading in fact.readings if reading.persons)
    assert reading.system == system
    assert fact.persons == (person,)


@pytest.mark.parametrize("text", ["saw Vũ Văn Thưởng", "saw Lin Su", "saw Tổ Lâm", "saw Su Li"])
def test_a_variant_of_an_accepted_reading_or_another_order_is_nobody(text: str) -> None:
    assert [fact.persons for fact in find(text)] == [()] * len(find(text))


DA_NANG = Concept("da-nang", "place", (Term("岘港", "zh"), Term("Đà Nẵng", "vi"), Term("Da Nang", "en")))


@pytest.mark.parametrize(
    ("text", "system", "name"),
    [
        ("in Xiangang", "zh", "da-nang"),
        ("in 峴港", "und-Hani", "da-nang"),
        ("in Huzhiming City", "zh", "place:胡志明市"),
        ("in Huzhiming", "zh", "place:胡志明市"),
        ("in 胡志明市", "und-Hani", "place:胡志明市"),
        ("in Dongjing", "zh", "place:东京"),
        ("in 하내", "ko-Hang", "place:河内"),
    ],
)
def test_places_are_known_by_the_glossary_and_without_one(text: str, system: str, name: str) -> None:
    (fact,) = find(text, glossary=Glossary((DA_NANG,)))
    (reading,) = (reading for reading in fact.readings if reading.persons)
    assert (reading.system, reading.persons[0].id) == (system, name)


@pytest.mark.parametrize("text", ["저는 소림 서기장을 만났다", "소림이 말했다"])
def test_a_person_in_hangul(text: str) -> None:
    (fact,) = find(text, "ko")
    assert (fact.span.text, fact.persons) == ("소림", (TO_LAM,))


@pytest.mark.parametrize(
    ("text", "system"),
    [("saw Hsi Chin-p'ing", "zh-Latn-wadegile"), ("saw Shu Kinpei", "ja"), ("saw Jaap Gan Ping", "yue")],
)
def test_known_persons_in_the_rarer_systems(text: str, system: str) -> None:
    (fact,) = find(text)
    (reading,) = fact.readings
    assert (reading.system, fact.persons) == (system, (XI,))


@pytest.mark.parametrize(
    ("text", "language", "home"),
    [
        ("the South Korean President Li Zaiming", "en", "KR"),
        ("said Vietnamese Prime Minister Fan Mingzheng", "en", "VN"),
        ("el primer ministro vietnamita Fan Mingzheng", "es", "VN"),
        ("le Premier ministre vietnamien Fan Mingzheng", "fr", "VN"),
        ("der vietnamesische Ministerpräsident Fan Mingzheng", "de", "VN"),
        ("Thủ tướng Việt Nam Phạm Minh Chính", "vi", "VN"),
        ("Chủ tịch nước Trung Quốc Tập Cận Bình", "vi", "CN"),
        ("the Chinese Ambassador to Vietnam He Wei", "en", ""),
        ("Chinese actor Fan Mingzheng", "en", ""),
        ("the Vietnamese welcomed Minister Wang Yi", "en", ""),
        ("the Chinese and Vietnamese ministers Fan Mingzheng", "en", ""),
    ],
)
@pytest.mark.parametrize("normal_form", ["NFC", "NFD"])
def test_country_and_office_in_front(text: str, language: str, home: str, normal_form: str) -> None:
    *_, name = (f for f in find(unicodedata.normalize(normal_form, text), language, Glossary()) if f.readings)
    assert name.home == home


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("日本首相岸田文雄访问韩国", [("岸田文雄", "JP")]),
        ("习近平总书记同越共中央总书记苏林会谈", [("苏林会谈", "VN")]),
        ("美国总统特朗普同韓國總統李在明", [("特朗普", "ZZ"), ("李在明", "KR")]),
        ("中共中央政治局委员、国家发展改革委主任何立峰", [("何立峰", "CN")]),
        ("全国政协副主席梁振英", [("梁振英", "HK")]),
        ("联合国秘书长潘基文", [("潘基文", "UN")]),
        ("中国驻越南大使熊波", []),
        ("访问越南的国家主席习近平", []),
        ("to Japan", []),
    ],
)
def test_names_in_characters_behind_country_and_office(text: str, found: list[tuple[str, str]]) -> None:
    names = found_in(text, "zh", Glossary()).facts.of(Name)
    assert [(name.span.text, name.home) for name in names if name.home] == found


def test_characters_that_sound_like_a_person() -> None:
    (fact,) = find("席近平抵达", "zh")
    assert (fact.span.text, fact.persons) == ("席近平", (XI,))
    assert find("溯源", "zh") == []


@pytest.mark.parametrize(
    ("text", "language", "signs"),
    [
        ("met Ms. Su Lin", "en", {"feminine"}),
        ("gặp bà Su Lin", "vi", {"feminine"}),
        ("mit Frau Su Lin", "de", {"feminine"}),
        ("met Mr Su Lin", "en", {"masculine"}),
        ("met Comrade Su Lin", "en", {"office"}),
        ("met Su Lin, the new president", "en", {"office"}),
        ("met Su Lin, a nurse", "en", {"introduced"}),
        ("met Su Lin (34)", "en", {"introduced"}),
        ("Su Lin, a déclaré le porte-parole", "fr", set()),
        ("President Donald Trump met Su Lin", "en", set()),
    ],
)
def test_what_the_words_next_to_it_tell(text: str, language: str, signs: set[str]) -> None:
    (found,) = (fact for fact in find(text, language) if fact.span.text == "Su Lin")
    assert found.signs == signs


def test_offsets_are_those_of_the_document() -> None:
    (fact,) = find("saw 𠀀 Su Lin")
    assert (fact.span.start, fact.span.end) == (7, 13)
