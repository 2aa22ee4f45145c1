"""Inflected forms of a word, alone and in a phrase."""

import pytest

from xlcheck.lang import Language
from xlcheck.lang.inflection import inflections

ALONE = [
    ("de", "politbüro", "politbüros"),
    ("de", "vertrag", "verträgen"),
    ("de", "haus", "häuser"),
    ("de", "szenario", "szenarien"),
    ("de", "bundesland", "bundesländern"),
    ("de", "abgeordnete", "abgeordneter"),
    ("de", "rat", "räte"),
    ("de", "stadtrat", "stadträten"),
    ("en", "secretary", "secretaries"),
    ("en", "import", "importing"),
    ("es", "politburó", "politburós"),
    ("es", "asociación", "asociaciones"),
    ("es", "voz", "voces"),
    ("es", "imagen", "imágenes"),
    ("fr", "journal", "journaux"),
    ("pt", "comissão", "comissões"),
    ("pt", "capital", "capitais"),
    ("ru", "лам", "лама"),
    ("ru", "цзиньпин", "цзиньпином"),
    ("ru", "вьетнам", "вьетнаме"),
    ("ru", "партия", "партией"),
    ("ru", "секретарь", "секретаря"),
    ("ru", "тайвань", "тайване"),
    ("ru", "выборы", "выборов"),
    ("ru", "санкции", "санкций"),
]


@pytest.mark.parametrize(("language", "word", "form"), ALONE)
def test_forms_of_a_word(language: str, word: str, form: str) -> None:
    assert {word, form} <= inflections(word, Language.of(language))


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("es", "estratégica", "estratégicos"),
        ("de", "südchinesisches", "südchinesischen"),
        ("de", "grüne", "grüner"),
        ("fr", "vietnamienne", "vietnamiens"),
        ("ru", "коммунистическая", "коммунистической"),
        ("ru", "ын", "ына"),
        ("ru", "ын", "ыном"),
    ],
)
def test_in_a_phrase_words_agree(language: str, word: str, form: str) -> None:
    assert form in inflections(word, Language.of(language), phrase=True)
    assert form not in inflections(word, Language.of(language))


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("en", "arms", "arm"),
        ("en", "mores", "more"),
        ("en", "nation", "national"),
        ("es", "caso", "casa"),
        ("es", "partido", "parte"),
        ("fr", "parti", "partie"),
        ("ru", "лам", "лампа"),
        ("vi", "bình", "bìnhs"),
        ("de", "ab", "abs"),
        ("de", "rat", "rate"),
        ("de", "reis", "reise"),
        ("de", "technik", "techniker"),
        ("de", "verkauf", "verkäufer"),
        ("de", "reihe", "reiher"),
        ("ru", "выборы", "выбор"),
    ],
)
def test_other_words(language: str, word: str, other: str) -> None:
    assert other not in inflections(word, Language.of(language))


def test_a_language_without_a_table_has_the_one_form() -> None:
    assert inflections("quốc", Language.of("vi")) == {"quốc"}
