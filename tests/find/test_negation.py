"""What negates, what only looks like it, and what may answer to it."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.find.negation import find_negations
from xlcheck.model import Document, Fact, Sentence, Span
from xlcheck.model.facts import Denial, Negation


def found(entry: str) -> tuple[Negation | Denial, ...]:
    language, _, text = entry.partition(": ")
    return find_negations(Sentence(Span(Document("text", text), 0, len(text)), language))


def texts(entry: str, kind: type[Fact]) -> list[str]:
    return [fact.span.text.strip() for fact in found(entry) if isinstance(fact, kind)]


NEGATED = [
    ("en: The minister didn’t sign it, and never will.", ["didn’t", "never"]),
    ("vi: Hai bên chưa ký thỏa thuận.", ["chưa"]),
    ("es: Nadie firmó el acuerdo.", ["Nadie"]),
    ("zh: 双方没有签署协议。", ["没有"]),
    ("fr: Le ministre n’a pas signé.", ["n’a pas"]),
    ("de: Es gibt keinen Vertrag.", ["keinen"]),
    ("pt: O ministro não assinou.", ["não"]),
    ("ru: Министр никогда не подписывал договор.", ["никогда не"]),
    ("ja: 大臣は署名しなかった。", ["なかった"]),
    ("ko: 장관은 서명하지 않았다.", ["않"]),
    ("id: Menteri belum menandatanganinya.", ["belum"]),
    ("ar: ولم يوقع الوزير الاتفاق.", ["ولم"]),
]


@pytest.mark.parametrize(("entry", "expected"), NEGATED)
def test_what_negates(entry: str, expected: list[str]) -> None:
    assert texts(entry, Negation) == expected


@pytest.mark.parametrize(
    "entry",
    [
        "en: He came not only to talk about No. 5.",
        "vi: Hãng hàng không không chỉ bay trong nước.",
        "es: No solo vino a hablar.",
        "zh: 这不仅不断发展，未来也将如此。",
        "fr: Il n’a que deux ans.",
        "de: Er kam nicht nur zum Reden.",
        "ru: Он приехал не только поговорить.",
        "ja: 政府は計画を見直さなければならない。",
        "ko: 정부는 계획을 검토할 수밖에 없다.",
        "id: Ia datang tidak hanya untuk berbicara.",
        "ar: ولا يزال الوزير هناك.",
    ],
)
def test_what_only_looks_like_it(entry: str) -> None:
    assert not texts(entry, Negation)
    assert texts(entry, Denial)


@pytest.mark.parametrize("entry", ["en: He left without a word.", "zh: 他拒绝签署协议。", "es: Carecen de agua."])
def test_what_may_answer_to_a_negation(entry: str) -> None:
    assert not texts(entry, Negation)
    assert sum(fact.weight for fact in found(entry)) > 1.5


def test_decomposed_text_has_the_same_negations_at_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", "Hai bên chưa ký thỏa thuận, chẳng ai đến.")
    facts = [fact for fact in found(f"vi: {text}") if isinstance(fact, Negation)]
    assert [fact.span.text for fact in facts] == [unicodedata.normalize("NFD", word) for word in ("chưa", "chẳng")]


def test_what_stands_beside_it_tells_whether_other_languages_negate() -> None:
    (plain,), (adjective,) = (
        [f for f in found(e) if isinstance(f, Negation)] for e in ("zh: 他不是学生。", "zh: 他很不耐烦。")
    )
    assert plain.weight > adjective.weight


def test_a_language_without_a_table_has_nothing() -> None:
    assert not found("th: เขาไม่ได้มา")


@pytest.mark.parametrize(
    ("text", "language", "plain", "telling"),
    [
        ("er ging und kam ohne geld zurück", "de", "und", "ohne"),
        ("después volvió sin dinero", "es", "después", "sin"),
    ],
)
def test_what_seldom_answers_to_a_negation_weighs_less(text: str, language: str, plain: str, telling: str) -> None:
    sentence = Sentence(Span(Document(language, text), 0, len(text)), language)
    weights = {fact.span.text: fact.weight for fact in find_negations(sentence) if isinstance(fact, Denial)}
    assert weights[telling] > weights[plain] + 0.5


@pytest.mark.parametrize(("once", "times", "negations"), [("9", 50_000, 0), ("a", 50_000, 0), ("no ", 30_000, 30_000)])
def test_endless_numbers_words_and_sentences_take_linear_time(once: str, times: int, negations: int) -> None:
    assert len(texts(f"en: {once * times}", Negation)) == negations
