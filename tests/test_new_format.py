"""What a format declares is all that it takes: it is found, fixed and silenced like the others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck.cli import main
from xlcheck.model import Document, Origin
from xlcheck.model.format import Format
from xlcheck.model.syntax import Comments
from xlcheck.read import formats

GLOSSARY = """[[concept]]
id = "beijing"
kind = "place"
en = { preferred = "Beijing = North", forbidden = ["Peking"] }
"""


def read_strings(path: str, raw: str) -> tuple[Document, ...]:
    """`key=text` on every line; a backslash before a sign is not of the text, and `;` begins a comment."""
    text, offsets, rows = "", list[int](), list[tuple[int, int]]()
    for value in re.finditer(r"^[^;=\n]+=(.*)$", raw, re.MULTILINE):
        begin = len(text)
        for sign in re.finditer(r"\\?(.)", value[1]):
            text += sign[1]
            offsets.append(value.start(1) + sign.start(1))
        rows.append((begin, len(text)))
        text += "\n\n"
        offsets += [value.end()] * 2
    return (Document(path, text, "en", origin=Origin(raw, [*offsets, len(raw)])),)


STRINGS = Format(
    name="strings",
    suffixes=(".strings",),
    read=read_strings,
    escape=lambda text, _file, _place: text.replace("=", "\\="),
    comments=Comments(opening=";"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, STRINGS))
    (tmp_path / "g.toml").write_text(GLOSSARY, "utf-8")
    return tmp_path


def check(*arguments: str) -> tuple[int, list[tuple[str, int]]]:
    words = ["check", *arguments, "--glossary", "g.toml", "--format", "json", "--select", "XL101,XL901"]
    result = CliRunner().invoke(main, [*words, "--today", "2030-01-01"])
    return result.exit_code, [(each["rule"], each["line"]) for each in json.loads(result.stdout)["findings"]]


LINES = (
    "first=The ministers left Peking on Monday\\; they will return.\n"
    "; xlcheck-ignore XL101: an old name until 2030-12-31\n"
    "second=The ministers came to Peking on Friday.\n"
)


def test_a_declared_format_is_found_fixed_and_silenced(folder: Path) -> None:
    file = folder / "texts" / "en.strings"
    file.parent.mkdir()
    file.write_text(LINES, "utf-8")
    assert check("texts", "--no-cache") == (1, [("XL101", 1)])
    assert check("texts", "--cache", "kept") == check("texts", "--cache", "kept") == (1, [("XL101", 1)])
    assert check("texts", "--fix", "--no-cache") == (0, [])
    assert file.read_text("utf-8") == LINES.replace("Peking", "Beijing \\= North", 1)


def test_without_the_declaration_it_is_plain_text(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FORMATS", formats.FORMATS[:-1])
    (folder / "en.strings").write_text(LINES, "utf-8")
    assert check("en.strings", "--no-cache") == (1, [("XL101", 1), ("XL101", 3)])
