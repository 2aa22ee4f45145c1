"""Near misses of names: what is reported, and what must stay silent."""

from dataclasses import replace

import pytest

from xlcheck.find.mentions import MentionFinder
from xlcheck.find.names import NameFinder
from xlcheck.model import Alignment, Article, Concept, Document, Event, Finding, Glossary, Pair, Sentence, Span, Term
from xlcheck.model.doubt import Doubt
from xlcheck.model.facts import Facts
from xlcheck.rules.name_misspelt import check

KISHIDA = Concept(
    "kishida",
    "person",
    (Term("岸田文雄", "zh"), Term("Fumio Kishida", "en"), Term("Фумио Кисида", "ru")),
)
LEYEN = Concept(
    "leyen", "person", (Term("冯德莱恩", "zh"), Term("Ursula von der Leyen", "en"), Term("von der Leyen", "en"))
)
MISHUSTIN = Concept("m", "person", (Term("Mikhail Mishustin", "en"), Term("Mikhaïl Michoustine", "fr")))
CHUKHRAY = Concept("c", "person", (Term("Pavel Chukhray", "en"), Term("パーヴェル・チュフライ", "ja")))
KIM = Concept("k", "person", (Term("Kim Jong-un", "en"), Term("Ким Чен Ын", "ru")))
GLOSSARY = Glossary((KISHIDA, LEYEN, MISHUSTIN, CHUKHRAY, KIM))


def article(text: str, glossary: Glossary) -> Article:
    language, body = text.split(": ", 1)
    document, at, sentences = Document(f"{language}.txt", body), 0, []
    for line in body.split("\n"):
        plain = Sentence(Span(document, at, at + len(line)), language)
        mentions = MentionFinder(glossary).find(plain)
        sentences.append(replace(plain, facts=Facts(NameFinder(glossary).find(plain)), mentions=mentions))
        at += len(line) + 1
    return Article(document, language, tuple(sentences))


def findings(*texts: str, glossary: Glossary = GLOSSARY) -> list[Finding]:
    """Findings in one article, or in a table of two."""
    articles = tuple(article(text, glossary) for text in texts)
    if len(articles) == 1:
        return list(check(Event(articles)))
    pairs = tuple(
        Pair((one,), (other,), 1.0, translation=True)
        for one, other in zip(articles[0].sentences, articles[1].sentences, strict=True)
    )
    return list(check(Event(articles, (Alignment(*articles, pairs),))))


@pytest.mark.parametrize(
    ("source", "target", "wrong", "right"),
    [
        ("zh: 岸田文雄首相会晤。", "en: Prime Minister Funeo Kishida met him.", "Funeo Kishida", "Fumio Kishida"),
        ("zh: 冯德莱恩一再表示。", "en: So Vanderleien has repeatedly said.", "Vanderleien", "von der Leyen"),
        ("zh: 岸田文雄首相会晤。", "ru: Премьер-министр Фумио Кишида.", "Фумио Кишида", "Фумио Кисида"),
        ("en: Mikhail Mishustin spoke.", "fr: Mikhail Mishustin a parlé.", "Mikhail Mishustin", "Mikhaïl Michoustine"),
        (
            "en: Pavel Chukhray spoke.",
            "ja: パヴェル・チュフライが語った。",
            "パヴェル・チュフライ",
            "パーヴェル・チュフライ",
        ),
    ],
)
def test_against_the_glossary(source: str, target: str, wrong: str, right: str) -> None:
    (finding,) = findings(source, target)
    assert (finding.at.text, finding.suggestion) == (wrong, right)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("zh: 岸田文雄首相会晤。", "en: Prime Minister Kishida met him."),
        ("zh: 岸田文雄首相会晤。", "en: Prime Minister Kishida Fumio met him."),
        ("zh: 岸田文雄首相会晤。", "ru: Встреча с премьер-министром Фумио Кисидой."),
        ("en: Kim Jong-un wrote to her.", "ru: Письмо Ким Чен Ына пришло в мае."),
        ("en: Kim Jong-un wrote to her.", "ru: Она встретилась с Ким Чен Ыном."),
        ("zh: 冯德莱恩一再表示。", "en: The Commission has repeatedly said so in Brussels."),
        ("zh: 冯德莱恩一再表示。", "en: Ursula von der Leyen has repeatedly said so."),
    ],
)
def test_accepted_forms_and_their_parts(source: str, target: str) -> None:
    assert findings(source, target) == []


def test_a_form_that_the_glossary_does_not_give_is_less_than_sure() -> None:
    (finding,) = findings("zh: 岸田文雄首相会晤。", "en: Prime Minister Kishida Hironobu met him.")
    assert finding.doubts == (Doubt.PARTLY_ALIKE,)


def test_against_the_counterpart_and_the_text_itself() -> None:
    (finding,) = findings(
        "en: The judge Brett Kavanaugh spoke.\nThen Kavanaugh left.\nLater Kavanaugh came back.",
        "es: Habló el juez Brett Kavanaugh.\nLuego Kavanaugh se fue.\nMás tarde volvió Kavanagh.",
    )
    assert (finding.at.text, finding.suggestion) == ("Kavanagh", "Kavanaugh")
    assert [span.document.id for span in finding.related] == ["en.txt"]
    assert finding.doubts == ()


@pytest.mark.parametrize(
    ("language", "office", "right", "wrong"),
    [
        ("en", "General Secretary", "To Lam", "To Lan"),
        ("vi", "Tổng Bí thư", "Tô Lâm", "Tô Lân"),
        ("en", "Prime Minister", "Pham Minh Chinh", "Pham Minh Chin"),
    ],
)
def test_against_the_same_text(language: str, office: str, right: str, wrong: str) -> None:
    (finding,) = findings(f"{language}: A {office} {right} b.\nC {office} {right} d.\nE {office} {wrong} f.")
    assert wrong.endswith(finding.at.text)
    assert right.endswith(finding.suggestion)
    assert finding.doubts == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("en: We met To Lam.\nThen To Lam left.\nShe saw Lan there.",),
        ("en: Here spoke Donald Trump.\nThere was Donald Trump.\nAlso Ronald Trump came.",),
        ("de: Er traf Donald Trump.\nDann ging Donald Trump.\nDas war Donald Trumps Flugzeug.",),
        ("en: We met Tô Lâm.\nThen Tô Lâm left.\nLater To Lam came.",),
        ("en: Vladimir Putin spoke.\nThen Putin left.", "fr: Vladimir Poutine a parlé.\nPuis Poutine est parti."),
        ("en: The Police Department spoke.\nThen police left.", "de: Das Police Department sprach.\nDie Polizei ging."),
    ],
)
def test_what_is_no_misspelling(texts: tuple[str, ...]) -> None:
    assert findings(*texts, glossary=Glossary()) == []


BROWN = Concept("b", "person", (Term("Father Brown", "en"), Term("Pater Brown", "de")))
HART = Concept("h", "person", (Term("Gary Hart", "en"), Term("Gary Hart", "fr")))
BELYAYEV = Concept("y", "person", (Term("Alexander Belyayev", "en"), Term("アレクサンドル・ベリャーエフ", "ja")))


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("en: Is Father Brown a real man?", "de: Ist Father Brown ein wirklicher Mensch?", "Father Brown"),
        (
            "en: Where was Alexander Belyayev born?",
            "ja: アレクサンダー・ベリャーエフはどこで生まれましたか。",
            "アレクサンダー・ベリャーエフ",
        ),
    ],
)
def test_a_word_of_the_source_or_a_near_miss_beside_a_right_word(source: str, target: str, wrong: str) -> None:
    (finding,) = findings(source, target, glossary=Glossary((BROWN, BELYAYEV)))
    assert (finding.at.text, finding.doubts) == (wrong, ())


def test_an_honorific_is_no_misspelt_given_name() -> None:
    found = findings("en: Gary Hart was there.", "fr: On a vu là Mr. Hart hier.", glossary=Glossary((HART,)))
    assert all(finding.doubts for finding in found)


def test_all_words_of_the_name_among_others() -> None:
    lines = ("en: They saw Gary Hart there.", "fr: Ils ont vu la Gary-Hart-Fondation ici.")
    assert findings(*lines, glossary=Glossary((HART,))) == []


@pytest.mark.parametrize(("plain", "marked"), [("Mueller", "Müller"), ("Koehler", "Köhler"), ("Baer", "Bär")])
def test_two_letters_for_an_umlaut_are_no_misspelling(plain: str, marked: str) -> None:
    english, german = f"en: President Robert {plain} spoke.", f"de: Präsident Robert {marked} sprach."
    assert findings(english, german) == []
    assert findings(german, english) == []


def test_another_letter_than_the_umlauts_is_one() -> None:
    (finding,) = findings("en: President Robert Mueller spoke.", "de: Präsident Robert Muiller sprach.")
    assert (finding.at.text, finding.suggestion) == ("Muiller", "Mueller")


KAVANAUGH = "en: President Brett Kavanaugh spoke."


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (KAVANAUGH, "es: Habló el presidente Brett Kavanagh.", ["Kavanagh"]),
        (KAVANAUGH, "vi: Tổng thống Brett Kavanagh phát biểu.", ["Kavanagh"]),
        ("en: President Brett Havel spoke.", "de: Präsident Brett Havell sprach.", ["Havell"]),
        ("en: President Brett House spoke.", "es: El presidente Brett Hause habló.", ["Hause"]),
        ("en: Brett Kavanaugh spoke.", "es: Habló Brett Kavanagh.", []),  # no office
        ("en: President Brett Havel spoke.", "sk: Prezident Brett Havla.", []),  # a case
        ("en: President Brett Kavanaugh met Kavanagh.", "es: El presidente Brett Kavanagh.", []),  # the source has both
        (KAVANAUGH, "es: El presidente Brett Kavanagh habló del kavanagh.", []),  # a common word
        (KAVANAUGH, "es: Kavanaugh vio al presidente Brett Kavanagh.", []),  # both are here
        ("en: The Events Center opened.", "es: Abrió el Eventos Center.", []),
    ],
)
def test_one_letter_off_the_name_in_the_aligned_sentence(source: str, target: str, wrong: list[str]) -> None:
    found = findings(source, target, glossary=Glossary())
    assert [finding.at.text for finding in found] == wrong
    assert all(finding.doubts == (Doubt.NOT_ELSEWHERE,) for finding in found)


def test_the_text_itself_must_have_the_right_spelling_more_often() -> None:
    source = "en: President Brett Kavanaugh spoke.\nThen Kavanaugh left.\nAnd Kavanaugh came."
    often = "es: Habló el presidente Brett Kavanaugh.\nLuego se fue Kavanaugh.\nY vino Kavanagh."
    alike = "es: Habló el presidente Brett Kavanaugh.\nLuego se fue Kavanagh.\nY ella vino."
    assert [finding.at.text for finding in findings(source, often, glossary=Glossary())] == ["Kavanagh"]
    assert findings(source, alike, glossary=Glossary()) == []
