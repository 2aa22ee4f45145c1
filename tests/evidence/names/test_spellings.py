"""Spellings of one name: which are compared, and which may be two names."""

from __future__ import annotations

import pytest

from xlcheck.evidence.names.spellings import are_doubtful, comparable, is_long, written


@pytest.mark.parametrize(
    ("one", "other", "language", "expected"),
    [
        ("Tô Lâm", "To Lam", "en", True),
        ("Viet Nam", "Vietnam", "es", True),
        ("Jean-Luc", "Jean Luc", "fr", True),
        ("O'Neill", "ONeill", "en", True),
        ("TO LAM", "To Lam", "en", False),  # capitals alone
        ("Tô Lâm", "Tố Lam", "en", False),  # both have marks
        ("Nam", "Năm", "vi", False),  # two words
        ("Nam", "Năm", "en", True),
        ("Thanh Hoa", "Thanh Hóa", "vi", True),
        ("Tuan", "Tuấn", "vi", False),
    ],
)
def test_forms_that_are_compared(one: str, other: str, language: str, expected: bool) -> None:
    assert comparable(one, other, language) is comparable(other, one, language) is expected


@pytest.mark.parametrize(
    ("one", "other", "language", "expected"),
    [
        ("Tô Lâm", "To Lam", "en", False),
        ("MailQueue", "Mail Queue", "en", True),
        ("Thanh Hoa", "Thanh Hóa", "vi", True),
        ("To Lam", "Tô Lâm", "vi", False),  # two syllables lack their marks
        ("Thanh Hoa", "Thanh Hóa", "en", False),
        ("Lâm", "Lam", "en", False),
        ("Zoë", "Zoe", "fi", True),  # whose common words are not known
        ("Zoë Maki", "Zoe Maki", "fi", False),
    ],
)
def test_forms_that_may_be_two_names(one: str, other: str, language: str, expected: bool) -> None:
    assert are_doubtful(one, other, language) is are_doubtful(other, one, language) is expected


def test_what_is_compared_is_composed_with_one_kind_of_everything() -> None:
    assert written("To\u0302  La\u0302m") == "Tô Lâm"
    assert written("Jean‐Luc O’Neill\u00a0") == "Jean-Luc O'Neill"


@pytest.mark.parametrize(
    ("name", "expected"), [("Lâm", False), ("Tô Lâm", True), ("Jean-Luc", False), ("O'Neill", False)]
)
def test_names_of_several_words(name: str, expected: bool) -> None:
    assert is_long(name) is expected
