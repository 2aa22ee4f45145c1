"""Names by their sound: one name in many scripts, and where names stand in a sentence."""

import pytest

from xlcheck.evidence.names.sound import may_be, may_say
from xlcheck.find.names import NameFinder
from xlcheck.find.offices import find_called
from xlcheck.find.transliteration import sounds
from xlcheck.model import Document, Glossary, Sentence, Span
from xlcheck.model.facts import SpokenName, SpokenSentence
from xlcheck.model.sound import Called

SCRIPTS = {"ru": "Cyrl", "zh": "Hani", "zh-Hant": "Hani", "ja": "Kana", "ko": "Hang", "ar": "Arab", "en": "Latn"}

PEOPLE = {
    "Putin": ("ru Путин", "ru Путиным", "ja プーチン", "zh 普京", "ko 푸틴", "ar بوتين", "en Poutine"),
    "Trump": ("ru Трамп", "ja トランプ", "zh 特朗普", "zh-Hant 川普", "ko 트럼프", "ar ترامب"),
    "Macron": ("ru Макрон", "ja マクロン", "zh 马克龙", "zh-Hant 馬克宏", "ko 마크롱", "ar ماكرون"),
    "Merkel": ("ru Меркель", "ja メルケル", "zh 默克尔", "ko 메르켈", "ar ميركل"),
    "Zelensky": ("ru Зеленский", "ja ゼレンスキー", "zh 泽连斯基", "ko 젤렌스키", "ar زيلينسكي"),
    "Kavanaugh": ("ru Кавано", "ja カバノー", "zh 卡瓦诺", "ko 캐버노", "ar كافانو"),
}


def called(text: str, language: str) -> list[tuple[str, Called]]:
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    facts = find_called(sentence, NameFinder(Glossary()).find(sentence))
    return [(fact.span.text, fact.name) for fact in facts if isinstance(fact, SpokenName)]


def name(text: str, script: str) -> Called:
    return Called(script, tuple(map(sounds, text.split())))


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
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    (voice,) = (fact.voice for fact in find_called(sentence) if isinstance(fact, SpokenSentence))
    assert may_say(voice, name(person, "Latn")) == said


def test_a_name_read_off_the_characters_is_said_by_them() -> None:
    text = "苏林总书记会见了客人。"
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), "zh")
    (voice,) = (fact.voice for fact in find_called(sentence) if isinstance(fact, SpokenSentence))
    told = dict(called("with To Lam and with Wen Jiabao", "en"))
    assert may_say(voice, told["To Lam"])
    assert not may_say(voice, told["Wen Jiabao"])


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
    found = [value for written, value in called(text, language) if written == person]
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
    assert not any(value.offices for _, value in called(text, language))


def test_a_language_that_does_not_inflect_has_no_shorter_form_of_a_country() -> None:
    """Ma Cao is one; May is not."""
    ((_, name),) = called("Thủ tướng May bác lại những lời phê phán.", "vi")
    assert name.offices == {"prime-minister"} and not name.country


def test_offsets_are_those_of_the_document() -> None:
    document = Document("a.txt", "𠀀. President Donald Trump spoke.")
    sentence = Sentence(Span(document, 3, len(document.text)), "en")
    (fact,) = (fact for fact in find_called(sentence) if isinstance(fact, SpokenName))
    assert document.text[fact.span.start : fact.span.end] == "Donald Trump"
