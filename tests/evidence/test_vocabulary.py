"""Which words are words of a language rather than names."""

import unicodedata

import pytest

from xlcheck.evidence.vocabulary import is_word, knows_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("está", "esta", "cómo", "como", "eventos", "Está", "CÓMO")),
        ("fr", ("adresse", "notez", "Notez")),
        ("de", ("Haus", "und", "Küche")),
        ("ru", ("все", "всё", "который")),
        ("vi", ("năm", "thành")),
        ("pt-BR", ("está", "eventos")),
    ],
)
def test_words(language: str, words: tuple[str, ...]) -> None:
    for word in words:
        for form in ("NFC", "NFD"):
            assert is_word(unicodedata.normalize(form, word), language), word


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("es", ("María", "Gómez", "Bogotá", "events")),
        ("en", ("Kavanaugh", "Mary", "London")),
        ("de", ("Merkel", "München", "Anna")),
        ("vi", ("Vietnam", "London")),
    ],
)
def test_names(language: str, names: tuple[str, ...]) -> None:
    assert [name for name in names if is_word(name, language)] == []


def test_of_other_languages_nothing_is_known() -> None:
    assert knows_words("es-MX") and not knows_words("cs") and not is_word("být", "cs")
