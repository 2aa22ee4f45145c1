"""Names by their sound, in one script and another."""

from __future__ import annotations

import pytest

from xlcheck.evidence.names.sound import are_alike, heard, in_letters, likeness, sounds_like, weights
from xlcheck.model.sound import Voice


@pytest.mark.parametrize("pair", [("Latn", "Cyrl"), ("Latn", "Hani"), ("Cyrl", "Hani"), ("Cyrl", "Arab")])
def test_what_goes_together_weighs_the_same_from_either_side(pair: tuple[str, str]) -> None:
    there, back = weights(*pair), weights(*reversed(pair))
    assert there
    assert back == {key[::-1]: weight for key, weight in there.items()}


def test_letters_stand_against_other_scripts_alike() -> None:
    assert weights("Cyrl", "Cyrl") == weights("Latn", "Latn")
    assert weights("Latn", "Hani") == weights("Cyrl", "Hani") != weights("Latn", "Cyrl")


def test_only_letters_answer_one_by_one() -> None:
    scripts = {script: in_letters(Voice(script, "")) for script in ("Latn", "Cyrl", "Hani", "Arab", "Kana")}
    assert scripts == {"Latn": True, "Cyrl": True, "Hani": False, "Arab": False, "Kana": False}


TABLE = {"aa": 2.0, "bb": 1.0, "a-": -1.0, "-b": -0.5}


@pytest.mark.parametrize(
    ("name", "text", "whole", "expected"),
    [
        ("a", "a", True, 2.0),
        ("ab", "ab", True, 3.0),
        ("a", "ab", True, 1.5),  # the b is put in
        ("a", "ba", True, 1.5),
        ("aa", "a", True, 1.0),  # an a is left out
        ("a", "bab", True, 1.0),
        ("a", "bbabb", False, 2.0),  # somewhere
        ("a", "bbb", False, -1.0),
        ("", "b", True, -0.5),
        ("c", "", True, -6.0),
    ],
)
def test_the_best_alignment(name: str, text: str, whole: bool, expected: float) -> None:
    assert likeness(name, text, TABLE, whole=whole) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("putin", "president putin said", True),
        ("putin", "prezidentputinskazal", True),
        ("putin", "president macron said", False),
        ("putin", "ptn", False),
        ("macron", "makron", True),
    ],
)
def test_a_word_is_heard_in_letters_where_half_of_it_is(word: str, text: str, expected: bool) -> None:
    assert heard(word, text, "Latn", "Latn") is expected


def test_two_words_are_one_where_they_differ_little() -> None:
    table = weights("Latn", "Latn")
    assert are_alike("macron", "makron", table) and are_alike("putin", "poutine", table)
    assert not are_alike("macron", "putin", table)
    assert sounds_like("macron", "makron", "Latn", "Latn")
    assert not sounds_like("macron", "mairo", "Latn", "Latn")
