"""Text that others chose, where it is shown."""

from __future__ import annotations

import re

import pytest

from xlcheck.files.printable import harmless, inert, printable, visible, without_controls

CONTROLS = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))]
TURNS = list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("sign", [*CONTROLS, *TURNS, "\u2028", "\u2029", "\udcff"], ids=ascii)
def test_one_line_has_nothing_that_steers(sign: str) -> None:
    shown = printable(f"a{sign}b")
    assert shown in ("a b", "a\ufffdb")
    assert (shown == "a b") == (sign in "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")


@pytest.mark.parametrize("text", ["Tô Lâm", "تو لام 26 يناير", "a\u200fb\u200ec", "e\u0301", "👩\u200d🚀", "可口"])
def test_what_writing_needs_is_kept(text: str) -> None:
    assert printable(text) == visible(text) == without_controls(text) == text


def test_lines_are_kept_where_several_are_shown() -> None:
    assert visible("a\tb\nc\r\nd\re\x85f\u2028g\x1b[2J") == "a\tb\nc\r\nd\ufffde\ufffdf\ufffdg\ufffd[2J"


def test_controls_alone_go_where_a_form_can_write_the_rest() -> None:
    assert (
        without_controls("a\x1bb\x9bc\u202ed\u2028e\r\nf\rg\udcff") == "a\ufffdb\ufffdc\u202ed\u2028e\r\nf\ufffdg\ufffd"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "\ufffd:error::x"),
        (" \t\u3000::error::x", " \t\u3000\ufffd:error::x"),
        ("a\n::error::x\n\n  ::stop-commands::y", "a\n\ufffd:error::x\n\n  \ufffd:stop-commands::y"),
        ("a ##[error]b", "a \ufffd#[error]b"),
        ("###[group]", "#\ufffd#[group]"),
        ("##vso[task.complete]##teamcity[x]", "\ufffd#vso[task.complete]\ufffd#teamcity[x]"),
        ("::error file=a.txt,line=1::x", "\ufffd:error file=a.txt,line=1::x"),
        (
            " :::note\n :::\n::: tip ::\n::before { color: red }\n::",
            " :::note\n :::\n::: tip ::\n::before { color: red }\n::",
        ),
        ("std::vector, a ::b, # c, ## d [e]", "std::vector, a ::b, # c, ## d [e]"),
    ],
)
def test_no_line_is_a_command(text: str, shown: str) -> None:
    assert inert(text) == shown and len(shown) == len(text)


def test_a_line_break_that_is_taken_out_leaves_no_command() -> None:
    shown = harmless("a\r::error::b\u2028::error::c\x0b::error::d\n\x1b::error::e")
    assert not re.search(r"^\s*::", shown, re.MULTILINE)
    assert shown.count("\n") == 1
