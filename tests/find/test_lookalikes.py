"""Letters of another script that look like a word's own."""

from __future__ import annotations

import pytest

from xlcheck.find.lookalikes import find_lookalikes
from xlcheck.model import Document, Sentence, Span

PAIRS = "AА BВ CС EЕ HН KК MМ OО PР TТ XХ YУ aа cс eе oо pр xх yу"
"""Latin letters, each with the Cyrillic one that looks like it."""


def found(text: str, language: str) -> list[tuple[str, str]]:
    sentence = Sentence(Span(Document("t", text), 0, len(text)), language)
    return [(fact.span.text, fact.right) for fact in find_lookalikes(sentence)]


@pytest.mark.parametrize("pair", PAIRS.split())
def test_every_letter_that_looks_like_one_of_another_script(pair: str) -> None:
    latin, cyrillic = pair
    russian, english = "блиб{}г", "fli{}ng"
    assert found(russian.format(latin), "ru") == [(russian.format(latin), russian.format(cyrillic))]
    assert found(english.format(cyrillic), "en") == [(english.format(cyrillic), english.format(latin))]
    assert found(russian.format(cyrillic), "ru") == found(english.format(latin), "en") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Переговоры о деле Ѕмит.", []),  # all Cyrillic, of Macedonian
        ("uk", "Він знaє вiйну.", [("знaє", "знає"), ("вiйну", "війну")]),
        ("ru", "Он знал вiйну.", [("вiйну", "")]),
        ("sr", "Пijе воду.", [("Пijе", "")]),
        ("en", "It is 5 μm and 3 kВт·h.", []),
        ("en", "Αthens is old.", [("Αthens", "Athens")]),
        ("en", "We measured IFNγ and ΔT.", []),
        ("ru", "Через APIа и XIXв. и USBшный.", []),
        ("vi", "Ðại hội", [("Ðại", "Đại")]),
        ("vi", "ðã đến", [("ðã", "đã")]),
        ("vi", "Ɖại hội ɖã", [("Ɖại", "Đại"), ("ɖã", "đã")]),
        ("en", "Ðại hội", []),
        ("is", "það er", []),
    ],
)
def test_words_in_their_languages(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == [pair for pair in expected if pair[1]]
