"""Words without the diacritics they need, and look-alike letters."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.find.diacritics import find_unaccented
from xlcheck.find.lookalikes import find_lookalikes
from xlcheck.model import Document, Sentence, Span


def sentence(text: str, language: str) -> Sentence:
    return Sentence(Span(Document("t", text), 0, len(text)), language)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "La nacion tambien lo sabe.", {"nacion": "nación", "tambien": "también"}),
        ("es", "La nación también lo sabe.", {}),
        ("es", "Esta es la casa de papa.", {}),
        ("es", "El señor Jimenez visitó www.nacion.es y @tambien.", {}),
        (
            "fr",
            "Il etait tres content apres la reunion.",
            {"etait": "était", "tres": "très", "apres": "après", "reunion": "réunion"},
        ),
        ("pt", "Voce tambem pode ajudar.", {"tambem": "também"}),
        ("de", "Wir reden uber alles.", {"uber": "über"}),
        ("en", "La nacion tambien lo sabe.", {}),
    ],
)
def test_words_that_need_marks(language: str, text: str, found: dict[str, str]) -> None:
    facts = find_unaccented(sentence(text, language))
    assert {fact.span.text: fact.right for fact in facts} == found


def test_decomposed_marks_are_marks() -> None:
    text = unicodedata.normalize("NFD", "La nación también lo sabe.")
    assert list(find_unaccented(sentence(text, "es"))) == []


def test_vietnamese_without_a_mark_is_one_fact() -> None:
    (fact,) = find_unaccented(sentence("Tong Bi thu da den Bac Kinh", "vi"))
    assert fact.span.text == "Tong Bi thu da den Bac Kinh"
    assert list(find_unaccented(sentence("Tổng Bí thư da den Bac Kinh", "vi"))) == []
    assert list(find_unaccented(sentence("To Lam", "vi"))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The P\u0430rty and the p\u0435\u043eple", {"P\u0430rty": "Party", "p\u0435\u043eple": "people"}),
        ("\u041f\u0430\u0440\u0442\u0438\u044f и съе\u0437\u0064", {}),
        ("съ\u0065зд п\u0430ртии", {"съ\u0065зд": "съезд"}),
        ("оператор \u041c\u0422S", {"\u041c\u0422S": "MTS"}),
        ("5 μm, α-helix, кВт", {}),
        ("Αθήνα and Москва", {}),
    ],
)
def test_look_alikes(text: str, found: dict[str, str]) -> None:
    assert {fact.span.text: fact.right for fact in find_lookalikes(sentence(text, "en"))} == found
