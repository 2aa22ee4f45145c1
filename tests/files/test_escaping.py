"""Forms that keep every character, and in which none does harm."""

from __future__ import annotations

import json
import random
import re
import tomllib
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest

from xlcheck.files.escaping import json_text, markup_text, toml_string

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
PIECES = [
    *(
        "::error::a",
        "##[group]",
        "##vso[b]",
        "\n",
        "\r\n",
        " ",
        "\t",
        "#",
        ":",
        "[",
        '"',
        "\\",
        "&",
        "<",
        "é",
        "中",
        "👩",
    ),
    *map(chr, range(0x7F, 0xA0)),
    *"\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f",
]


@pytest.fixture(params=range(40))
def text(request: pytest.FixtureRequest) -> str:
    """Harmful pieces put together by chance."""
    return "".join(random.Random(request.param).choices(PIECES, k=40))


def is_harmless(written: str) -> bool:
    return not HARMFUL.search(written.replace("\r\n", "\n")) and not COMMAND.search(written)


def test_json_reads_back_to_the_letter(text: str) -> None:
    written = json_text({text: [text, 1, None]})
    assert json.loads(written) == {text: [text, 1, None]}
    assert is_harmless(written)


def test_toml_reads_back_to_the_letter(text: str) -> None:
    written = f"key = {toml_string(text)}\n"
    assert tomllib.loads(written) == {"key": text}
    assert is_harmless(written)


def test_xml_reads_back_to_the_letter(text: str) -> None:
    written = markup_text(f"<a>{escape(text)}</a>")
    assert ElementTree.fromstring(written).text == text.replace("\r\n", "\n")  # as XML takes line ends
    assert is_harmless(written)


def test_controls_are_numbered_where_the_form_can() -> None:
    assert json_text("\x00\x1b\x9b") == r'"\u0000\u001b\u009b"'
    assert toml_string("\x1b\x7f") == r'"\u001b\u007f"'
    assert markup_text("a\x1bb\ufffec") == "a\ufffdb\ufffdc"


def test_half_characters_are_replaced() -> None:
    """Strict readers refuse them even as escapes."""
    assert json_text("a\udce9") == r'"a\ufffd"'
    assert markup_text("a\udce9") == "a\ufffd"


def test_other_text_is_left_as_it_is() -> None:
    assert json_text("Tô Lâm, 习近平", indent=None) == '"Tô Lâm, 习近平"'
    assert markup_text("<p>Tô Lâm: a::b</p>") == "<p>Tô Lâm: a::b</p>"
