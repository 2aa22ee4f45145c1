"""Spreadsheets that ask for more than there is, and broken ones: each is read, or refused in one line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from xlcheck.model import XlcheckError
from xlcheck.terms import sheet_limits
from xlcheck.terms.limits import LIMITS
from xlcheck.terms.xlsx import read

pytest.importorskip("openpyxl")

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def book(rows: str, size: str = "A1:B2", **parts: str) -> bytes:
    """A workbook of one sheet as the smallest programs write it."""
    types = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/>'
    )
    relation = f'<Relationship Id="r" Type="{OFFICE}/%s" Target="%s"/>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
    sheets = '<sheets><sheet name="a" sheetId="1" r:id="r"/></sheets>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": relations % ("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relations % ("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="{size}"/><sheetData>{rows}</sheetData>'
        "</worksheet>",
        **parts,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def row(number: int, **cells: str) -> str:
    inside = (
        f'<c r="{column}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        for column, text in cells.items()
    )
    return f'<row r="{number}">{"".join(inside)}</row>'


HEAD = row(1, A="en", B="es") + row(2, A="talks", B="conversaciones")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "terms.xlsx"


def terms(file: Path) -> list[tuple[str, ...]]:
    return [tuple(term.text for term in concept.terms) for concept in read(str(file))]


def refusal(file: Path) -> str:
    with pytest.raises(XlcheckError) as error:
        read(str(file))
    assert "\n" not in str(error.value)
    return str(error.value).removeprefix(f"{file}:1: ")


@pytest.mark.parametrize(
    ("number", "far"), [(1_048_576, {"A": " "}), (3, {"XFD": " "}), (1_048_576, {"XFD": " "}), (20_000, {"XFD": "x"})]
)
def test_a_far_cell_costs_nothing(number: int, far: dict[str, str], file: Path) -> None:
    column = next(iter(far))
    file.write_bytes(book(HEAD + row(number, **far), f"A1:{column}{number}"))
    assert terms(file) == [("talks", "conversaciones")]


def test_rows_go_on_behind_empty_ones_and_behind_what_the_size_says(file: Path) -> None:
    file.write_bytes(book(HEAD + row(90_000, A="accord", B="acuerdo"), size="A1:B2"))
    assert terms(file) == [("talks", "conversaciones"), ("accord", "acuerdo")]
    assert read(str(file))[1].place == f"{file}:90000"


def test_a_cell_right_beside_the_table_has_slipped(file: Path) -> None:
    file.write_bytes(book(HEAD + row(3, A="accord", B="acuerdo", C="pacto")))
    with pytest.raises(XlcheckError, match=r":3: more cells than columns in the header"):
        read(str(file))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('<row r="9999999999"><c/></row>', "a row beyond 1,048,576"),
        (f'<row r="{"9" * 5000}"/>', "not a readable spreadsheet (Exceeds the limit"),
        ('<row r="one"/>', "not a readable spreadsheet (invalid literal for int"),
        (f"<row>{'<c/>' * 16_385}</row>", "a row of more than 16,384 cells"),
        (row(3, A="a" * 100_001), "a cell of more than 100,000 characters"),
    ],
)
def test_beyond_what_the_format_has_room_for(rows: str, said: str, file: Path) -> None:
    file.write_bytes(book(HEAD + rows))
    assert refusal(file).startswith(said)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("cells", "more than 3 cells"),
        ("elements", "a part of more than 3 elements"),
        ("styles", "a part of more than 3 elements"),
        ("unpacked_bytes", "unpacks to more than 0 MiB"),
    ],
)
def test_the_other_limits(limit: str, said: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_limits, "LIMITS", replace(LIMITS, **{limit: 3}))
    file.write_bytes(book(HEAD))
    assert refusal(file) == f"{said}; save the glossary as CSV, or split it"


def test_entities_are_not_even_declared(file: Path) -> None:
    strings = f'<!DOCTYPE sst [<!ENTITY e "talks">]><sst xmlns="{MAIN}"><si><t>&e;</t></si></sst>'
    file.write_bytes(book(HEAD, **{"xl/sharedStrings.xml": strings}))
    assert refusal(file).startswith("declares a document type, which spreadsheets do not have")


def _flipped(data: bytes, at: int, bits: Any) -> bytes:
    """The archive with a byte of every member's two headers changed; `at` is the place in the local one."""
    changed = bytearray(data)
    for sign, place in ((b"PK\3\4", at), (b"PK\1\2", at + 2)):
        for found in re.finditer(sign, data):
            changed[found.start() + place] = bits(changed[found.start() + place])
    return bytes(changed)


def _broken() -> Iterator[tuple[str, bytes, str]]:
    whole = book(HEAD)
    at = whole.find(b"xl/worksheets/sheet1.xml") + 34
    yield "a broken stream", whole[:at] + b"\xff" * 20 + whole[at + 20 :], "Error -3 while decompressing"
    yield "an encrypted member", _flipped(whole, 6, lambda byte: byte | 1), "encrypted"
    yield "an unknown compression", _flipped(whole, 8, lambda _: 99), "compression method is not supported"
    yield "a file cut short", whole[:-200], "not a zip file"
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>')
    yield "no workbook", empty.getvalue(), "no valid workbook part"
    yield "no XML", book("<row"), "not well-formed"


@pytest.mark.parametrize(("what", "data", "said"), list(_broken()), ids=[name for name, _, _ in _broken()])
def test_a_broken_file_is_one_line(what: str, data: bytes, said: str, file: Path) -> None:
    file.write_bytes(data)
    told = refusal(file)
    assert told.startswith("not a readable spreadsheet ("), what
    assert said in told


def test_a_locked_spreadsheet(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    assert refusal(file) == "an old or encrypted spreadsheet; save it as .xlsx without a password"
