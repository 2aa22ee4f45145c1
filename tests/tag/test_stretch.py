"""Foreign stretches inside sentences."""

from __future__ import annotations

import pytest

from xlcheck.model import Document, Sentence, Span
from xlcheck.tag import FIRST_LANGUAGES
from xlcheck.tag.stretch import stretches, word_languages


def found(text: str, language: str) -> list[tuple[str, str]]:
    sentence = Sentence(Span(Document("t", text), 0, len(text)), language)
    (told,) = stretches([sentence], FIRST_LANGUAGES)
    return [(stretch.language, stretch.span.text) for stretch in told]


@pytest.mark.parametrize(
    ("language", "text", "stretch"),
    [
        ("vi", "So sánh cốt lõi一览", ("zh", "一览")),
        (
            "es",
            "Las dos partes acordaron mantener los contactos and to better control and manage their disagreements.",
            ("en", "and to better control and manage their disagreements"),
        ),
        ("es", "El comité central bày tỏ vui mừng về kết quả de la reunión.", ("vi", "bày tỏ vui mừng về kết quả")),
        ("ar", "ينقسم السوق بين المنصات第三方 والمتاجر.", ("zh", "第三方")),
        ("ko", "양측은 협력을 强化하기로 합의했다.", ("zh", "强化")),
    ],
)
def test_a_stretch_in_another_language(language: str, text: str, stretch: tuple[str, str]) -> None:
    assert found(text, language) == [stretch]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El lema “better control and manage their disagreements” fue muy aplaudido por los presentes."),
        ("es", "La política de renovación (Đổi mới, công cuộc đổi mới đất nước) cumple cuarenta años."),
        ("es", "El marketing online y el software de streaming son un gran negocio para las startups."),
        ("es", "El presidente de New York Times Company y The Washington Post hablaron ayer en Madrid."),
        ("vi", "Truy cập https://example.org/the-best-way-to-learn để biết thêm thông tin chi tiết."),
        ("de", "Der Befehl `git push the current branch to origin` lädt die Änderungen hoch."),
        ("en", "Đổi mới has changed the country."),
        ("zh", "该公司推出了新的 iPhone 和 Google Play 应用。"),
        ("ja", "会談は月曜日の午後に北京で行われた。"),
    ],
)
def test_what_may_stand_in_another_language(language: str, text: str) -> None:
    assert found(text, language) == []


def test_each_word_has_its_language() -> None:
    told = {
        word.text: language for word, language in word_languages("vamos a la playa with my best friends", ("es", "en"))
    }
    assert told["playa"] == "es"
    assert told["friends"] == told["with"] == "en"


def test_an_undetermined_sentence_has_none() -> None:
    assert found("THANH HÀ (báo lao động)", "und") == []
