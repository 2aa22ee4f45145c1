"""Names by their sound: one name in many scripts, and whether a sentence says it."""

from dataclasses import replace

import pytest

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.sound import may_be, may_say
from xlcheck.evidence.names.spoken import Spoken, sounds
from xlcheck.find.names import NameFinder
from xlcheck.model import Document, Glossary, Name, Sentence, Span, names_of

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
    return replace(plain, facts=NameFinder(Glossary()).find(plain))


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
    told = {name.span.text: name for name in names_of(sentence("with To Lam and with Wen Jiabao", "en"))}
    assert may_say(spoken, told["To Lam"])
    assert not may_say(spoken, told["Wen Jiabao"])
