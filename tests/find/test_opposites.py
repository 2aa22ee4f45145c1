"""Words that have an opposite, in twelve languages."""

from __future__ import annotations

import pytest

from xlcheck.find.opposites import find_opposites, opposite_words
from xlcheck.lang import Language
from xlcheck.model import Document, Sentence, Span


def found(text: str, language: str) -> list[tuple[str, object]]:
    sentence = Sentence(Span(Document("page.txt", text), 0, len(text)), language)
    return [(fact.span.text, fact.content) for fact in find_opposites(sentence)]


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "He was re-elected.", "re-elected"),
        ("vi", "Ông tái đắc cử", "tái đắc cử"),
        ("es", "Fue reelegida.", "reelegida"),
        ("zh", "他获得连任。", "连任"),
        ("fr", "Il a été réélu.", "réélu"),
        ("de", "Er wurde wiedergewählt.", "wiedergewählt"),
        ("pt", "Foi reeleito.", "reeleito"),
        ("ru", "Он был переизбран.", "переизбран"),
        ("ja", "彼は再選された。", "再選"),
        ("ko", "그는 재선되었다.", "재선"),
        ("id", "Ia terpilih kembali.", "terpilih kembali"),
        ("ar", "وأعيد انتخابه", "أعيد انتخابه"),
    ],
)
def test_re_elected_is_not_elected(language: str, text: str, span: str) -> None:
    assert found(text, language) == [(span, ("re-elected", "elected"))]


def test_a_word_of_two_pairs() -> None:
    assert found("黒字", "ja") == [("黒字", ("surplus", "deficit")), ("黒字", ("profit", "loss"))]


def test_a_beginning_is_not_found_inside_a_word() -> None:
    assert found("The important report.", "en") == []
    assert found("important", "xx") == []


@pytest.mark.parametrize("language", ["en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar"])
def test_every_language_has_the_opposite(language: str) -> None:
    assert opposite_words(("import", "export"), Language.of(language))
    assert opposite_words(("rise", "fall"), Language.of(language))


def test_places_are_those_of_the_text_as_written() -> None:
    assert found("Xua\u0302\u0301t kha\u0302\u0309u", "vi") == [
        ("Xua\u0302\u0301t kha\u0302\u0309u", ("export", "import"))
    ]
