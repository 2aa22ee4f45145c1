"""Plain text and one sentence a line."""

from datetime import date
from pathlib import Path

import pytest

from xlcheck.model import Document
from xlcheck.read import read, read_segmented


def written(path: Path, text: str) -> Document:
    path.write_bytes(text.encode("utf-8"))
    (document,) = read(str(path))
    return document


@pytest.mark.parametrize(
    ("seed", "day", "dateline"),
    [
        ("000_fecb52052cebe9ee.txt", date(2026, 1, 26), " date 2026-01-26 HÀ NỘI — "),
        ("001_996f0ca80b99149f.txt", date(2026, 2, 4), " date 2026-02-04 BEIJING — "),
        ("002_ef07036254e702c8.txt", None, "HÀ NỘI — "),
        ("003_7924fbad78200377.txt", date(2025, 4, 14), " date 2025-04-14 HÀ NỘI — "),
        ("004_7ec95feefc092dc3.txt", date(2026, 1, 27), None),
    ],
)
def test_the_seeds(seeds: Path, seed: str, day: date | None, dateline: str | None) -> None:
    (document,) = read(str(seeds / seed))
    assert document.text.encode("utf-8") == (seeds / seed).read_bytes()
    assert document.date == day
    found = document.dateline
    assert (document.text[slice(*found)] if found else None) == dateline
    assert (document.language, document.origin, document.rows) == (None, None, ())


def test_text_starts_behind_the_byte_order_mark_and_keeps_its_line_ends(tmp_path: Path) -> None:
    document = written(tmp_path / "a.txt", "\ufeffOne.\r\n\r\nTwo.\r\n")
    assert document.text == "One.\r\n\r\nTwo.\r\n"
    assert document.position(document.text.index("Two")) == (3, 1)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Leaders hold talks\n\nThe two leaders talked.\n", "Leaders hold talks"),
        ("  Leaders hold talks \r\nThe two leaders talked today.\r\n", "Leaders hold talks"),
        ("越共总书记苏林同习近平通电话\n\n两国领导人通电话。\n", "越共总书记苏林同习近平通电话"),
        ("The leaders held talks.\n\nThe two leaders talked.\n", None),
        ("Leaders hold talks", None),
        ("Leaders hold talks\nToday\n", None),
        ("HÀ NỘI — Long live the talks!\n\nMore.\n", None),
        ("The leaders " * 20 + "\n\nMore.\n", None),
        ("一篇没有标题的文章。\n\n两国领导人通电话。\n", None),
    ],
)
def test_title(tmp_path: Path, text: str, title: str | None) -> None:
    document = written(tmp_path / "a.txt", text)
    assert (document.text[slice(*document.title)] if document.title else None) == title


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("article.es.txt", "es"),
        ("article.zh-Hant-TW.txt", "zh-Hant-TW"),
        ("article.txt", None),
        ("es.txt", None),
        ("v1.2.txt", None),
        ("notes.old.txt", None),
        ("my.xyz.txt", None),
    ],
)
def test_language_of_a_file_name(tmp_path: Path, name: str, language: str | None) -> None:
    assert written(tmp_path / name, "Texto de prueba.\n").language == language


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Uno.\nDos.\n", ["Uno.", "Dos."]),
        ("Uno.\r\n\r\nTres.", ["Uno.", "", "Tres."]),
        ("\nDos.\n\n", ["", "Dos.", ""]),
        (" Uno. \u2028same line\n", [" Uno. \u2028same line"]),
    ],
)
def test_one_sentence_a_line(tmp_path: Path, text: str, lines: list[str]) -> None:
    path = tmp_path / "a.es.txt"
    path.write_bytes(text.encode("utf-8"))
    document = read_segmented(str(path))
    assert document.text == text
    assert document.language == "es"
    assert [text[start:end] for start, end in document.rows] == lines
    assert [document.position(start)[0] for start, _ in document.rows] == list(range(1, len(lines) + 1))
