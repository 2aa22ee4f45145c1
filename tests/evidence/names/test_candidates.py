"""Names that may be meant for a person, but are none of the person's forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xlcheck.evidence.names.candidates import candidates
from xlcheck.find.names import NameFinder
from xlcheck.model import Document, Facts, Glossary, Sentence, Span


def sentence(text: str, language: str) -> Sentence:
    plain = Sentence(Span(Document("t", text), 0, len(text)), language)
    return replace(plain, facts=Facts(NameFinder(Glossary()).find(plain)))


def found(text: str, language: str, *accepted: str, source: str = "") -> list[tuple[str, tuple[str, ...], bool, bool]]:
    """Each name with its own words, and whether a word was kept or carried over."""
    told = candidates((sentence(text, language),), accepted, source)
    return [(each.at.text, each.own, each.kept, each.carried) for each in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Funeo Kishida.", [("Funeo Kishida", ("funeo",), True, False)]),
        ("He met Funeo Kishita.", [("Funeo Kishita", ("funeo", "kishita"), False, False)]),
        ("He met Fumio Kishida.", []),
        ("He met Kishida Fumio.", []),
        ("He met Fumio Kishidas.", []),
        ("He met Mr Fumio Kishida Brown.", []),
    ],
)
def test_a_name_with_a_word_of_its_own_that_lacks_one_of_the_form(text: str, expected: list[object]) -> None:
    assert [each for each in found(text, "en", "Fumio Kishida") if each[0] != "He"] == expected


def test_the_first_word_of_a_sentence_may_be_any() -> None:
    """Of “Yesterday Funeo Kishida” the rest is a name too; inside a sentence a name is one."""
    names = [name for name, *_ in found("Yesterday Funeo Kishida came.", "en", "Fumio Kishida")]
    assert names == ["Yesterday Funeo Kishida", "Funeo Kishida"]
    names = [name for name, *_ in found("then Robert Funeo Kishida came.", "en", "Fumio Kishida")]
    assert names == ["Robert Funeo Kishida"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Виклунд", []),
        ("Виклунда", []),
        ("Виклундом", []),
        ("Виклундовна", ["Виклундовна"]),
        ("Викланд", ["Викланд"]),
    ],
)
def test_languages_that_inflect_names_differ_in_two_letters(name: str, expected: list[str]) -> None:
    assert [at for at, *_ in found(f"он видел {name} там.", "ru", "Виклунд")] == expected


def test_a_word_carried_over_from_the_source() -> None:
    (told,) = found("er traf Father Brown dort.", "de", "Pater Brown", source="Father Brown")
    assert told == ("Father Brown", ("father",), True, True)
    (told,) = found("er traf Mister Brown dort.", "de", "Pater Brown", source="Father Brown")
    assert told == ("Mister Brown", ("mister",), True, False)
