"""What programs look up by its letters."""

from __future__ import annotations

import pytest

from xlcheck.evidence.handles import is_handle
from xlcheck.model import Document, Span


def handle(text: str) -> bool:
    """Whether the word NAME of a text is."""
    start = text.index("NAME")
    return is_handle(Span(Document("t", text), start, start + 4))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Say NAME here.", False),
        ("Say @NAME here.", True),
        ("Say #NAME here.", True),
        ("Say NAME(3) here.", True),
        ("Say NAME(3p) here.", True),
        ("Say NAME (3) here.", False),
        ("Say NAME(three) here.", False),
        ("Say NAME[0] here.", True),
        ("Say [NAME] here.", True),
        ("Say [NAME](there) here.", False),
        ("Say [the text][NAME] here.", True),
        ("Say [the] NAME [text] here.", False),
        ("Say @ref(NAME) here.", True),
        (r"Say \ref{NAME} here.", True),
        (r"Say \ref*{NAME} here.", True),
        (r"Say \(a NAME\) here.", True),
        (r"Say \[a NAME\] here.", True),
        ("Say $$a NAME$$ here.", True),
        ("Say $a NAME$ here.", True),
        ("It costs 5$ NAME 6$ here.", False),
        ("It costs $5 or NAME $6 here.", False),
        ("Say :NAME: here.", True),
        ("Say a:NAME:b here.", False),
        ("Say %NAME% here.", True),
        ("Say 5% NAME% here.", False),
        ('import NAME from "x"', True),
        ("import 'NAME'", True),
        ("import NAME today", False),
        ("export const NAME = 1", True),
        ("export NAME today", False),
        ("!!! NAME", True),
        ('??? note "The NAME"', False),
        (":::NAME", True),
        ("::NAME", False),
        (".. NAME:: x", True),
        (".. x:: NAME", False),
        ("[one\n\nNAME]", False),
        ("[one\nNAME]", True),
        ("<p translate=no>NAME</p>", True),
        ("<p translate='yes'>NAME</p>", False),
        ('<p class="a notranslate b">NAME</p>', True),
        ("<p class=notranslate><p>a</p>NAME</p>", True),
        ("<p class=notranslate>a</p>NAME", False),
        ("<b class=notranslate>a<br>NAME</b>", True),
        ("<br translate=no>NAME", False),
        ("<b translate=no>a</b> <i translate=no>NAME</i>", True),
        ("<b translate=no>NAME", True),
        ("NAME <b translate=no>a</b>", False),
    ],
)
def test_labels_roles_formulas_modules_and_what_stays_as_it_is(text: str, expected: bool) -> None:
    assert handle(text) is expected


def test_an_empty_place_is_none() -> None:
    assert not is_handle(Span(Document("t", "@x"), 1, 1))


@pytest.mark.parametrize("before", [0, 10, 990, 3000])
@pytest.mark.parametrize("between", [" ", "\n", "\n\n", ".\n"])
@pytest.mark.parametrize("behind", ["", "\n", "\n\n]", "y" * 2000])
def test_wherever_it_stands_in_a_long_file(before: int, between: str, behind: str) -> None:
    """Marks are looked for in the paragraph alone, from the beginning of a line on."""
    assert handle("x" * before + between + "[the NAME] is" + behind)
    assert handle("x" * before + between + "%NAME%" + behind)
    assert not handle("x" * before + between + "NAME" + behind)
    assert not handle("[" + "x" * before + "\n\n NAME] is" + behind)
    assert handle("[" + "x" * min(before, 200) + "\n NAME] is" + behind)
