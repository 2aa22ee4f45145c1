"""Names as they stand in a sentence."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.find.names import NameFinder
from xlcheck.model import Concept, Document, Fact, Glossary, NameForm, Sentence, Span, Status, Term
from xlcheck.model.name import name_key

TO_LAM = Concept(
    "to-lam",
    "person",
    (Term("苏林", "zh"), Term("Tô Lâm", "en"), Term("Tô Lâm", "vi"), Term("Su Lin", "en", Status.FORBIDDEN)),
)
XI = Concept("xi", "person", (Term("習近平", "zh-Hant"), Term("Xi Jinping", "en"), Term("Tập Cận Bình", "vi")))
KISHIDA = Concept("kishida", "person", (Term("岸田文雄", "zh"), Term("Fumio Kishida", "en")))
THUONG = Concept("thuong", "person", (Term("武文赏", "zh"), Term("Võ Văn Thưởng", "vi")))
GLOSSARY = Glossary((TO_LAM, XI, KISHIDA, THUONG))


def find(text: str, language: str = "en", glossary: Glossary = GLOSSARY) -> list[Fact]:
    document = Document("a.txt", "\n" + text)
    return list(NameFinder(glossary).find(Sentence(Span(document, 1, len(text) + 1), language)))


def form(fact: Fact) -> NameForm:
    assert fact.kind == "name"
    assert isinstance(fact.value, NameForm)
    return fact.value


def texts(facts: list[Fact]) -> list[str]:
    return [fact.span.text for fact in facts]


def full(facts: list[Fact]) -> list[str]:
    return [fact.span.text for fact in facts if form(fact).readings]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("the talks with Xi Jinping’s envoy and To Lam's office", "en", ["Xi Jinping", "To Lam"]),
        ("Ông Tô Lâm gặp bà Vương Nghị.", "vi", ["Tô Lâm", "Vương Nghị"]),
        ("Chủ Tịch Nước Tập Cận Bình", "vi", ["Chủ Tịch", "Tập Cận Bình"]),
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
    assert one.value == two.value
    assert hash(one.value) == hash(two.value)
    assert name_key(other) == "tolam"


def test_another_name_is_another() -> None:
    (one,), (two,) = find("saw Tô Lâm"), find("saw Su Lin")
    assert one.value != two.value


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
    (reading,) = (reading for reading in form(fact).readings if reading.persons)
    assert reading.system == system
    assert form(fact).persons == (person,)


@pytest.mark.parametrize("text", ["saw Vũ Văn Thưởng", "saw Lin Su", "saw Tổ Lâm", "saw Su Li"])
def test_a_variant_of_an_accepted_reading_or_another_order_is_nobody(text: str) -> None:
    assert [form(fact).persons for fact in find(text)] == [()] * len(find(text))


def test_characters_that_sound_like_a_person() -> None:
    (fact,) = find("席近平抵达", "zh")
    assert (fact.span.text, form(fact).persons) == ("席近平", (XI,))
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
    assert form(found).signs == signs


def test_offsets_are_those_of_the_document() -> None:
    (fact,) = find("saw 𠀀 Su Lin")
    assert (fact.span.start, fact.span.end) == (7, 13)
