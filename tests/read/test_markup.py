"""Tags and the text between them, as browsers read them."""

from __future__ import annotations

import pytest

from xlcheck.read.markup import characters, pieces, unescape


def texts(source: str) -> list[str]:
    return [source[start:end] for start, end, _ in pieces(source) if start < end]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a<b>c</b>d", ["a", "c", "d"]),
        ("a<!-- <b> -->c", ["a", "c"]),
        ("a<!-- never closed", ["a"]),
        ("a<![CDATA[ x ]]>b", ["a", "b"]),
        ("a<!DOCTYPE html>b", ["a", "b"]),
        ("a<?php x ?>b", ["a", "b"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
        ('a<b title=">">c', ["a", "c"]),
        ("a<b title='>'>c", ["a", "c"]),
        ("a<b title = '>'>c", ["a", "c"]),
        ("a<b title=x>c", ["a", "c"]),
        ("a<b never closed", ["a"]),
        *((f"a<{name}> x < y </{name}>b", ["a", "b"]) for name in ("script", "style", "noscript", "textarea", "xmp")),
        *((f"a<{name}> x < y </{name}>b", ["a", "b"]) for name in ("title", "iframe", "noframes")),
        ("a<script>x</SCRIPT >b", ["a", "b"]),
        ("a<script>x</scripts>b", ["a"]),
        ("a<script/>b", ["a", "b"]),
        ("a</script>b", ["a", "b"]),
        ("a<pre>x</pre>b", ["a", "x", "b"]),
    ],
)
def test_what_is_text(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "attributes"),
    [
        ("<a href=\"x\" lang=vi title='y' hidden>", {"href": "x", "lang": "vi", "title": "y", "hidden": ""}),
        ("<a HREF=x>", {"href": "x"}),
        ("<a href=x href=y>", {"href": "x"}),
        ('<a title="a &amp; b">', {"title": "a & b"}),
        ("<a href = x>", {"href": "x"}),
    ],
)
def test_attributes(source: str, attributes: dict[str, str]) -> None:
    (tag,) = [tag for _, _, tag in pieces(source) if tag]
    assert (tag.attributes, tag.name, tag.closing) == (attributes, "a", False)
    assert (tag.start, tag.end) == (0, len(source))


def test_tags_are_empty_or_closing() -> None:
    tags = [tag for _, _, tag in pieces("<br/><P></p>") if tag]
    assert [(tag.name, tag.empty, tag.closing) for tag in tags] == [
        ("br", True, False),
        ("p", False, False),
        ("p", False, True),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a &amp; b", [("a", 0, 1), (" ", 1, 2), ("&", 2, 7), (" ", 7, 8), ("b", 8, 9)]),
        ("&copy;x", [("©", 0, 6), ("x", 6, 7)]),
        ("&copyright", [("©", 0, 5), ("right", 5, 10)]),
        ("&zzz;", [("&zzz;", 0, 5)]),
        ("&#65;&#x42;", [("A", 0, 5), ("B", 5, 11)]),
        ("&#65 x", [("A", 0, 4), (" ", 4, 5), ("x", 5, 6)]),
        ("a & b", [("a", 0, 1), (" ", 1, 2), ("&", 2, 3), (" ", 3, 4), ("b", 4, 5)]),
        (" \n\t x", [(" \n\t ", 0, 4), ("x", 4, 5)]),
        ("&lt;", [("<", 0, 4)]),
    ],
)
def test_runs_and_references(source: str, expected: list[tuple[str, int, int]]) -> None:
    assert list(characters(source, 0, len(source))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("&#0065;", "A"), ("&#" + "0" * 5000 + "65;", "A"), ("&#" + "9" * 5000 + ";", "\ufffd"), ("&#x110000;", "\ufffd")],
)
def test_numbers_however_long(text: str, expected: str) -> None:
    assert unescape(text) == expected
