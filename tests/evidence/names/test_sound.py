"""Names by their sound: one name in many scripts, and whether a sentence says it."""

from dataclasses import replace

import pytest

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.sound import (
    are_alike,
    heard,
    in_letters,
    likeness,
    may_be,
    may_say,
    sounds_like,
    weights,
)
from xlcheck.evidence.names.spoken import Spoken, sounds
from xlcheck.find.names import NameFinder
from xlcheck.model import Document, Facts, Glossary, Name, Sentence, Span

SCRIPTS = {"ru": "Cyrl", "zh": "Hani", "zh-Hant": "Hani", "ja": "Kana", "ko": "Hang", "ar": "Arab", "en": "Latn"}

PEOPLE = {
    "Putin": ("ru Путин", "ru Путиным", "ja プーチン", "zh 普京", "ko 푸틴", "ar بوتين", "en Poutine"),
    "Trump": ("ru Трамп", "ja トランプ", "zh 特朗普", "zh-Hant 川普", "ko 트럼프", "ar ترامب"),
    "Macron": ("ru Макрон", "ja マクロン", "zh 马克龙", "zh-Hant 馬克宏", "ko 마크롱", "ar ماكرون"),
    "Merkel": ("ru Меркель", "ja メルケル", "zh 默克尔", "ko 메르켈", "ar ميركل"),
    "Zelensky": ("ru Зеленский", "ja ゼレンスキー", "zh 泽连斯基", "ko 젤렌스키", "ar زيلينسكي"),
    "Kavanaugh": ("ru Кавано", "ja カバノー", "zh 卡瓦诺", "ko 캐버노", "ar كافانو"),
}


def sentence(text: str, language: str) -> Sentence:
    plain = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    return replace(plain, facts=Facts(NameFinder(Glossary()).find(plain)))


def name(text: str, script: str) -> Name:
    return Name(Span(Document("a.txt", text), 0, len(text)), name_key(text), script, tuple(map(sounds, text.split())))


@pytest.mark.parametrize(
    ("person", "other"), [(person, other) for person, others in PEOPLE.items() for other in others]
)
def test_one_name_in_another_script(person: str, other: str) -> None:
    language, written = other.split(" ", 1)
    ours, theirs = name(person, "Latn"), name(written, SCRIPTS[language])
    assert may_be(ours, theirs)
    assert may_be(theirs, ours)


def test_people_are_kept_apart() -> None:
    """Two families of six in one hundred pairs or fewer sound alike by chance."""
    pairs = [
        (one, other)
        for one in PEOPLE
        for person, others in PEOPLE.items()
        if person != one
        for other in others
        if not other.startswith("en")
    ]
    alike = [
        (one, other)
        for one, other in pairs
        if may_be(name(one, "Latn"), name(other.split(" ", 1)[1], SCRIPTS[other.split(" ", 1)[0]]))
    ]
    assert len(alike) <= 0.06 * len(pairs), alike


@pytest.mark.parametrize(
    ("text", "language", "person", "said"),
    [
        ("俄总统、武装力量最高统帅普京出席了波罗的海舰队的阅兵式。", "zh", "Vladimir Putin", True),
        ("俄总统、武装力量最高统帅普京出席了波罗的海舰队的阅兵式。", "zh", "Noam Chomsky", False),
        ("도널드 트럼프 대통령은 그 보고서를 거부했다.", "ko", "Donald Trump", True),
        ("도널드 트럼프 대통령은 그 보고서를 거부했다.", "ko", "Emmanuel Macron", False),
        ("قال الرئيس الأمريكي دونالد ترامب إن التقرير غير صحيح.", "ar", "Donald Trump", True),
        ("La chancelière Merkel a rencontré Vladimir Poutine.", "fr", "Vladimir Putin", True),
        ("La chancelière Merkel a rencontré Vladimir Poutine.", "fr", "Theresa May", False),
    ],
)
def test_whether_a_sentence_says_a_name(text: str, language: str, person: str, said: bool) -> None:
    assert may_say(Spoken.of(sentence(text, language)), name(person, "Latn")) == said


def test_a_name_read_off_the_characters_is_said_by_them() -> None:
    spoken = Spoken.of(sentence("苏林总书记会见了客人。", "zh"))
    told = {name.span.text: name for name in sentence("with To Lam and with Wen Jiabao", "en").facts.of(Name)}
    assert may_say(spoken, told["To Lam"])
    assert not may_say(spoken, told["Wen Jiabao"])


@pytest.mark.parametrize("pair", [("Latn", "Cyrl"), ("Latn", "Hani"), ("Cyrl", "Hani"), ("Cyrl", "Arab")])
def test_what_goes_together_weighs_the_same_from_either_side(pair: tuple[str, str]) -> None:
    there, back = weights(*pair), weights(*reversed(pair))
    assert there
    assert back == {key[::-1]: weight for key, weight in there.items()}


def test_letters_stand_against_other_scripts_alike() -> None:
    assert weights("Cyrl", "Cyrl") == weights("Latn", "Latn")
    assert weights("Latn", "Hani") == weights("Cyrl", "Hani") != weights("Latn", "Cyrl")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("She came.", "en", True),
        ("Она пришла.", "ru", True),
        ("她来了。", "zh", False),
        ("جاءت.", "ar", False),
        ("カナ", "ja", False),
    ],
)
def test_only_letters_answer_one_by_one(text: str, language: str, expected: bool) -> None:
    assert in_letters(sentence(text, language)) is expected


TABLE = {"aa": 2.0, "bb": 1.0, "a-": -1.0, "-b": -0.5}


@pytest.mark.parametrize(
    ("name", "text", "whole", "expected"),
    [
        ("a", "a", True, 2.0),
        ("ab", "ab", True, 3.0),
        ("a", "ab", True, 1.5),  # the b is put in
        ("a", "ba", True, 1.5),
        ("aa", "a", True, 1.0),  # an a is left out
        ("a", "bab", True, 1.0),
        ("a", "bbabb", False, 2.0),  # somewhere
        ("a", "bbb", False, -1.0),
        ("", "b", True, -0.5),
        ("c", "", True, -6.0),
    ],
)
def test_the_best_alignment(name: str, text: str, whole: bool, expected: float) -> None:
    assert likeness(name, text, TABLE, whole=whole) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("putin", "president putin said", True),
        ("putin", "prezidentputinskazal", True),
        ("putin", "president macron said", False),
        ("putin", "ptn", False),
        ("macron", "makron", True),
    ],
)
def test_a_word_is_heard_in_letters_where_half_of_it_is(word: str, text: str, expected: bool) -> None:
    assert heard(word, text, "Latn", "Latn") is expected


def test_two_words_are_one_where_they_differ_little() -> None:
    table = weights("Latn", "Latn")
    assert are_alike("macron", "makron", table) and are_alike("putin", "poutine", table)
    assert not are_alike("macron", "putin", table)
    assert sounds_like("macron", "makron", "Latn", "Latn")
    assert not sounds_like("macron", "mairo", "Latn", "Latn")
