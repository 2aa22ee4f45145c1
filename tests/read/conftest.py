"""What the tests of several formats stand on."""

from collections.abc import Callable
from html import unescape

import pytest

from xlcheck.model import Document


@pytest.fixture(scope="session")
def exact() -> Callable[[Document, str], None]:
    """Asserts that a document's places are those in its source."""
    return _assert_exact


def _assert_exact(document: Document, source: str) -> None:
    """Every code point is in the source where its offset says, or what stands for it is: a reference, an escape."""
    assert document.origin
    assert document.origin.text == source
    offsets = document.origin.offsets
    assert len(offsets) == len(document.text) + 1
    assert list(offsets) == sorted(offsets)
    for character, at in zip(document.text, offsets, strict=False):
        if character not in " \n" and source[at] not in ("\\", character):
            assert source[at] == "&"
            assert unescape(source[at : at + 10])[0] == character
