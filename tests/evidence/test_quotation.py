"""Words of someone else, and names of works."""

from __future__ import annotations

import pytest

from xlcheck.evidence.quotation import is_quoted
from xlcheck.model import Document, Sentence, Span


def quoted(text: str) -> bool:
    """Whether the word NAME of a text is."""
    start = text.index("NAME")
    document = Document("t", text)
    return is_quoted(Span(document, start, start + 4), Sentence(Span(document, 0, len(text)), "en"))


MARKS = "“” „“ „” «» »« ‹› ‚‘ ‚’ ‘’ 「」 『』 《》 〈〉 ”” \"\" '' ** __"


@pytest.mark.parametrize("marks", MARKS.split())
def test_between_marks_of_any_kind(marks: str) -> None:
    opening, closing = marks
    assert quoted(f"He said {opening}the NAME is{closing} here.")
    assert quoted(f"He said {opening}NAME{closing} here.")
    assert not quoted(f"He said {opening}so{closing} to NAME.")
    assert not quoted(f"He said NAME {opening}so{closing}.")
    assert not quoted(f"He said NAME{closing} to them.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He’s with NAME and that’s all.", False),
        ("It's NAME's and that's all.", False),
        ("a snake_NAME_case word", False),
        ("2 * NAME * 3", False),
        (r"\*NAME\* as it is", False),
        ("**NAME** is bold", False),
        ("<em>the NAME</em> is", True),
        ("<cite>NAME</cite>", True),
        ("<q>a</q> NAME", False),
        ("<i>a <q>b</q> NAME</i>", True),
        ("</em> NAME", False),
        ("<em>a</em></em> <i>NAME</i>", True),
        ("<embed>NAME", False),
    ],
)
def test_apostrophes_emphasis_and_elements(text: str, expected: bool) -> None:
    assert quoted(text) is expected


def test_a_sentence_that_is_someones_words_is() -> None:
    document = Document("t", "NAME came.")
    for own in (True, False):
        assert is_quoted(Span(document, 0, 4), Sentence(Span(document, 0, 10), "en", quoted=own)) is own


def test_emphasis_stays_in_its_line() -> None:
    assert not quoted("*one\nNAME* two")
    assert quoted("one\n*a NAME*\ntwo")


def test_an_empty_place_is_set_off_by_nothing() -> None:
    document = Document("t", "<em>a</em>")
    assert not is_quoted(Span(document, 4, 4), Sentence(Span(document, 0, 10), "en"))


def test_emphasis_of_a_place_is_not_that_of_words_next_to_it_in_its_line() -> None:
    assert not quoted("Thus it went on\nNAME *said* so")
    assert not quoted("one\ntwo *and*\nNAME so\n*three* four")
    assert quoted("The one before\n*what NAME is* now\nand what follows")


@pytest.mark.parametrize(("words", "near"), [(900, True), (1100, False)])
def test_an_element_or_emphasis_is_looked_for_some_way_off(words: int, near: bool) -> None:
    between = "a " * words
    assert quoted(f"<cite>{between}NAME</cite>") is near
    assert quoted(f"*{between}NAME*") is near
    assert quoted(f"*NAME {between}b*\nand so on") is near
