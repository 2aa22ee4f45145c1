"""What a file is, told from its text."""

from __future__ import annotations

import pytest

from xlcheck.model.format import Sign
from xlcheck.read.sniff import markdown, page, table, unread


@pytest.mark.parametrize(
    ("raw", "sign"),
    [
        ("<!DOCTYPE html><p>x", Sign.CERTAIN),
        ("  <!doctype   HTML>", Sign.CERTAIN),
        ("<html lang=en>", Sign.CERTAIN),
        ('<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n<html>', Sign.CERTAIN),
        ("<htmlx>", Sign.NONE),
        ("<section class=a>", Sign.LIKELY),
        *((f"<{name}>", Sign.LIKELY) for name in ("head", "body", "meta", "title", "article", "div", "p", "h1")),
        ("<pre>", Sign.NONE),
        ("<span>", Sign.NONE),
        ("text <html>", Sign.NONE),
    ],
)
def test_pages(raw: str, sign: Sign) -> None:
    assert page(raw) is sign


@pytest.mark.parametrize(
    ("raw", "sign"),
    [
        ("---\ntitle: x\n---\ntext", Sign.LIKELY),
        ("---\ntitle: x\n...\ntext", Sign.LIKELY),
        ("+++\ntitle = 1\n+++", Sign.LIKELY),
        ("+++\ntitle = 1\n...\n", Sign.NONE),
        ("---\n---\n", Sign.LIKELY),
        ("---\ntitle: x\n", Sign.NONE),
        ("\n---\ntitle: x\n---\n", Sign.NONE),
        ("--- x\n---\n", Sign.NONE),
        ("# Title\n", Sign.NONE),
    ],
)
def test_markdown_has_front_matter(raw: str, sign: Sign) -> None:
    assert markdown(raw) is sign


@pytest.mark.parametrize(
    ("raw", "sign"),
    [
        ("en\tes\nOne\tUno\n", Sign.CERTAIN),
        ("en\tes\r\nOne\tUno\r\n", Sign.CERTAIN),
        ("en\tes\tvi\nOne\tUno\tMột", Sign.CERTAIN),
        ("EN\tpt-BR\nOne\tUm\n", Sign.CERTAIN),
        ("en\tes\nOne\n", Sign.LIKELY),
        ("en\tes\nOne\tUno\tMás\n", Sign.LIKELY),
        ("en\txx\nOne\tUno\n", Sign.LIKELY),
        ("en\n", Sign.NONE),
        ("english\tes pañol\n", Sign.NONE),
        ("en es\n", Sign.NONE),
    ],
)
def test_tables_have_languages_at_the_top(raw: str, sign: Sign) -> None:
    assert table(raw) is sign


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (' {"a": 1}', "JSON"),
        ("[1, 2]", "JSON"),
        ("[1, 2", ""),
        ("1", ""),
        ("[Photo] A caption.", ""),
        ('<?xml version="1.0"?><a/>', "XML"),
        *((f"<{root}>", "XML") for root in ("xliff", "tmx", "TS", "resources")),
        ("<tmxx>", ""),
        ('msgid "a"\nmsgstr "b"\n', "gettext"),
        ('# c\nmsgid ""\n"a"\nmsgstr[0] "b"\n', "gettext"),
        ('He wrote msgid "a"\n', ""),
        ("WEBVTT\n", "subtitles"),
        ("1\n00:00:01,000 --> 00:00:02,000\n", "subtitles"),
        ("1\n00:00:01 and so on", ""),
        ("en,es\n", "a table separated by commas or semicolons"),
        ('"en";"es"\n', "a table separated by commas or semicolons"),
        ("en\n", ""),
        ("Hanoi, Beijing\n", ""),
    ],
)
def test_formats_that_are_not_read(raw: str, name: str) -> None:
    assert unread(raw) == name
