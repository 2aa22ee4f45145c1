"""Files of ignores beside texts."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from xlcheck.model import Finding, Span, XlcheckError
from xlcheck.model.suppression import Suppression
from xlcheck.read import read
from xlcheck.silence.beside import suppressions

NAMES = {"xl302": "XL302", "wrong-language": "XL302", "xl110": "XL110"}
TEXT = "The talks were held on Monday.\n\nComrade Su Lin congratulated.\nThey ate.\n\nComrade Su Lin left.\n"


def found(folder: Path, ignores: str, name: str = "talks.txt", text: str = TEXT) -> list[Suppression]:
    (folder / name).write_text(text, "utf-8")
    (folder / f"{name}.xlcheck").write_text(ignores, "utf-8")
    return list(suppressions(read(str(folder / name)), NAMES))


def finding(entry: Suppression, folder: Path, words: str, name: str = "talks.txt") -> Finding:
    document = next(column for column in read(str(folder / name)) if words in column.text)
    start = document.text.index(words)
    return Finding("x", Span(document, start, start + len(words)), rule=entry.rule)


def test_a_line_speaks_of_the_whole_file_and_of_no_other(tmp_path: Path) -> None:
    (entry,) = found(tmp_path, "# why\n\n  wrong-language: quoted in English until 2030-12-31\n")
    assert (entry.rule, entry.reason, entry.until) == ("XL302", "quoted in English", date(2030, 12, 31))
    assert entry.at.document.position(entry.at.start) == (3, 3)
    assert entry.reach == str(tmp_path / "talks.txt")
    assert entry.covers(finding(entry, tmp_path, "Monday")) and entry.covers(finding(entry, tmp_path, "left"))
    (tmp_path / "other.txt").write_text(TEXT, "utf-8")
    assert not entry.covers(finding(entry, tmp_path, "Monday", "other.txt"))


@pytest.mark.parametrize("quoted", ["“Su Lin”", '"Su Lin"'])
def test_a_line_may_speak_of_the_paragraph_where_words_first_stand(quoted: str, tmp_path: Path) -> None:
    for entry in found(tmp_path, f"XL110, XL302 at {quoted}: in the wire report: so until 2030-12-31"):
        assert entry.reason == "in the wire report: so"
        assert entry.block and entry.block.text == "Comrade Su Lin congratulated.\nThey ate."


def test_blanks_and_normal_forms_of_the_words_do_not_matter(tmp_path: Path) -> None:
    text = normalize("NFD", "Hai bên.\n\nTổng Bí thư Tô\nLâm điện đàm.\n")
    (entry,) = found(tmp_path, "XL302 at “thư  Tô Lâm”: so until 2030-12-31", text=text)
    assert entry.block and entry.block.text == normalize("NFD", "Tổng Bí thư Tô\nLâm điện đàm.\n")


def test_of_a_table_it_speaks_of_all_columns_or_of_a_cell(tmp_path: Path) -> None:
    table = "en\tes\nOne.\tUno.\nTwo.\tDos.\n"
    said = "XL302: short until 2030-12-31\nXL110 at “Dos”: so until 2030-12-31"
    everywhere, cell = found(tmp_path, said, "talks.tsv", table)
    assert all(everywhere.covers(finding(everywhere, tmp_path, words, "talks.tsv")) for words in ("One", "Dos"))
    assert cell.block and cell.block.text == "Dos."


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("XL302", "the rule, the reason or the expiry date is missing"),
        ("XL302 at “no such words”: so until 2030-12-31", "the words “no such words” are not in the text"),
        ("XL999: so until 2030-12-31", "unknown rule 'XL999'; see 'xlcheck rules'"),
    ],
)
def test_what_is_wrong_with_a_line_is_its_fault(line: str, fault: str, tmp_path: Path) -> None:
    (entry,) = found(tmp_path, line)
    assert entry.fault == fault
    assert entry.at.text == line


def test_a_file_that_is_no_utf_8_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    (tmp_path / "talks.txt.xlcheck").write_bytes(b"XL302: caf\xe9 until 2030-12-31")
    with pytest.raises(XlcheckError, match=r"talks\.txt\.xlcheck:1: not UTF-8; save the file as UTF-8$"):
        list(suppressions(read(str(tmp_path / "talks.txt")), NAMES))


def test_no_file_no_ignores(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    assert list(suppressions(read(str(tmp_path / "talks.txt")), NAMES)) == []


@pytest.mark.parametrize("bytes_", [247, 248, 251, 255])
def test_a_text_whose_name_is_as_long_as_can_be(bytes_: int, tmp_path: Path) -> None:
    """No file of ignores can be beside it."""
    file = tmp_path / ("好" * 80 + "a" * (bytes_ - 244) + ".txt")
    file.write_text(TEXT, "utf-8")
    assert len(os.fsencode(file.name)) == bytes_
    assert list(suppressions(read(str(file)), {})) == []


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device here never ends")
def test_a_device_beside_a_text_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "talks.txt.xlcheck").symlink_to("/dev/zero")
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    with pytest.raises(XlcheckError, match=r"talks\.txt\.xlcheck: this is a device"):
        list(suppressions(read(str(tmp_path / "talks.txt")), {}))
