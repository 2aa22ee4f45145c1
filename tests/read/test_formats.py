"""Which format a file is read as, by its name and by its content."""

from __future__ import annotations

import pytest

from xlcheck.model import XlcheckError
from xlcheck.read import parse
from xlcheck.read.formats import FORMATS, HTML, MARKDOWN, TABLE, TEXT, format_of

PAGE = "<!doctype html>\n<html lang=es><body><p>El alcalde inauguró el puente.</p></body></html>"
PART = "<p>El alcalde inauguró el puente.</p>"
FRONT = "---\ntitle: El puente\n---\n\nEl alcalde inauguró el puente.\n"
ROWS = "en\tes\nThe mayor opened the bridge.\tEl alcalde inauguró el puente.\n"


@pytest.mark.parametrize(
    ("name", "raw", "found"),
    [
        ("a.txt", "El alcalde inauguró el puente.", TEXT),
        ("a.HTM", "El alcalde inauguró el puente.", HTML),
        ("a.markdown", PART, MARKDOWN),
        ("a.tsv", "colour\tcolor\n", TABLE),
        ("a.txt", PAGE, HTML),
        ("a.md", f"<!-- saved -->\n{PAGE}", HTML),
        ("a.txt", f'<?xml version="1.0"?>\n{PAGE}', HTML),
        ("a.txt", PART, TEXT),
        ("a.txt", FRONT, TEXT),
        ("a.html", FRONT, HTML),
        ("a.txt", ROWS, TABLE),
        ("a.txt", ROWS.replace("\tEl", " El"), TEXT),
        ("a.txt", "of\tto\nA line.\tAnother.\n", TEXT),
        ("talks", "El alcalde inauguró el puente.", TEXT),
        ("talks", PART, HTML),
        ("talks.php", PAGE, HTML),
        ("talks.page", FRONT, MARKDOWN),
        ("-", ROWS, TABLE),
        ("-", "xx\tyy\nA line.\tAnother.\n", TABLE),
    ],
)
def test_the_content_decides_where_the_name_says_nothing_or_something_else(name: str, raw: str, found: object) -> None:
    assert format_of(name, raw) is found
    documents = parse(name, raw.encode()) if found is not TABLE or "\n" in raw.strip() else ()
    assert all(document.syntax is found for document in documents)


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("es.json", '{"body": "Text left in English by mistake."}', "JSON"),
        ("es.xlf", '<?xml version="1.0"?>\n<xliff version="1.2"></xliff>', "XML"),
        ("es.ts", "<!DOCTYPE TS>\n<TS></TS>", "XML"),
        ("es.po", '# Spanish\nmsgid ""\nmsgstr ""\n"Language: es"\n\nmsgid "Bridge"\nmsgstr "Puente"\n', "gettext"),
        ("es.srt", "1\n00:00:01,000 --> 00:00:02,500\nEl alcalde.\n", "subtitles"),
        ("es.vtt", "WEBVTT\n\n00:01.000 --> 00:02.500\nEl alcalde.\n", "subtitles"),
        ("es.csv", "en,es\nThe bridge,El puente\n", "a table separated by commas or semicolons"),
        ("-", '["Text left in English by mistake."]', "JSON"),
    ],
)
def test_what_is_no_prose_and_has_no_reader_is_refused(name: str, raw: str, what: str) -> None:
    with pytest.raises(XlcheckError) as refused:
        parse(name, raw.encode())
    assert str(refused.value) == f"{name}:1: {what}, which xlcheck does not read; save its text as " + (
        ".txt, .md, .html or .tsv"
    )
    assert parse("a.txt", raw.encode())[0].text == raw


@pytest.mark.parametrize(
    "raw",
    [
        '{{< figure >}}\nEl alcalde dijo: "No".',
        "[1] El alcalde inauguró el puente.",
        "1\n\nEl alcalde inauguró el puente a las 00:00:01.",
        "Sí, no\nTal vez.",
        "<person> inauguró el puente.",
    ],
)
def test_prose_that_looks_like_data_is_read(raw: str) -> None:
    assert format_of("notes.rst", raw) is TEXT


def test_broken_utf_8_is_passed_over_in_pages_alone() -> None:
    broken = "<html><p>El alcalde inauguró el puente y se fue a pie después.</p>".encode() + b"\xc3"
    assert "después." in parse("page", broken)[0].text
    with pytest.raises(XlcheckError, match=r"^a\.txt:1: not valid UTF-8"):
        parse("a.txt", "después de todo, inauguró".encode() + b"\xc3")
    assert parse("a.txt", "A �.".encode())[0].text == "A �."


def test_formats_are_told_apart_by_their_names_and_suffixes() -> None:
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in suffixes)
