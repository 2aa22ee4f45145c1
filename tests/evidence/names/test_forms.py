"""Forms of a name."""

from __future__ import annotations

import pytest

from xlcheck.evidence.names.forms import is_lengthened


@pytest.mark.parametrize("ending", ["", "s", "es", "n", "en", "er"])
def test_endings_that_are_added_to_a_name(ending: str) -> None:
    """Trumps, Jonases, Amerikan, Hamburger."""
    assert is_lengthened(f"hamburg{ending}", "hamburg")


@pytest.mark.parametrize("word", ["hamburga", "hamburgin", "hamburgers", "hambur", "xhamburg"])
def test_what_is_another_word(word: str) -> None:
    assert not is_lengthened(word, "hamburg")
