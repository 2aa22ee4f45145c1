"""Ignore files: what they hold, and what is said about those that are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xlcheck.model import XlcheckError
from xlcheck.silence.ignores import load, render

NAMES = {"xl302": "XL302", "wrong-language": "XL302", "xl110": "XL110"}
TEXT = """\
# what we know
[[ignore]]
rule = "Wrong-Language"
path = "es/**"
fingerprint = "0123456789abcdef0123456789abcdef"
reason = "quoted from “Viet Nam News”"
author = "Ana"
until = 2030-12-31

[[ignore]]
rule = "XL110"
reason = "pinyin is meant"
until = "2031-01-31"
"""


def write(folder: Path, text: str) -> str:
    file = folder / "xlcheck-ignore.toml"
    file.write_text(text, "utf-8")
    return str(file)


def test_entries_with_their_places(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT)
    first, second = load(path, NAMES)
    assert (first.rule, first.path, first.folder, first.author) == ("XL302", "es/**", str(tmp_path), "Ana")
    assert (first.reason, first.until) == ("quoted from “Viet Nam News”", date(2030, 12, 31))
    assert (second.rule, second.until, second.fingerprint) == ("XL110", date(2031, 1, 31), "")
    assert [entry.at.document.position(entry.at.start) for entry in (first, second)] == [(2, 1), (10, 1)]
    assert {entry.at.text for entry in (first, second)} == {"[[ignore]]"}


def test_what_is_rendered_is_read_again(tmp_path: Path) -> None:
    entries = load(write(tmp_path, TEXT.replace("“Viet Nam News”", '\\"Viet\\\\Nam\\" \\u007f\\n')), NAMES)
    again = load(write(tmp_path, render(entries)), NAMES)
    fields = ("rule", "path", "fingerprint", "reason", "author", "until")
    assert [[getattr(e, field) for field in fields] for e in again] == [
        [getattr(e, f) for f in fields] for e in entries
    ]


def test_an_empty_file_passes_over_nothing(tmp_path: Path) -> None:
    assert load(write(tmp_path, ""), NAMES) == ()


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        TEXT.replace("Wrong-Language", "wrong-langage").replace("0123456789abcdef0123", "0123").replace("path", "pat")
    )
    text = text.replace("2030-12-31", "2030").replace('reason = "pinyin is meant"', 'reason = " "')
    path = write(tmp_path, f"ignored = 1\n{text}\n[[ignore]]\nauthor = 'Ana'\n")
    with pytest.raises(XlcheckError) as caught:
        load(path, NAMES)
    assert str(caught.value).replace(f"{path}:", "").split("\n") == [
        "1: unknown key 'ignored'; did you mean 'ignore'?; entries start with [[ignore]]",
        "4: unknown rule 'wrong-langage'; did you mean 'wrong-language'?",
        "5: unknown key 'pat'; did you mean 'path'?",
        "6: '0123456789abcdef' is not a fingerprint; copy its 32 digits from a report",
        "9: 'until' is not a date such as 2030-12-31",
        "13: 'reason' must be a string, and not empty",
        '16: an entry without rule; add rule = "…"',
        '16: an entry without reason; add reason = "…"',
        "16: an entry without 'until'; add until = 2030-12-31, the expiry date",
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"[[ignore]\n", ":1: not valid TOML"),
        (b"ignore = [{}]\n", ":1: write each entry under its own [[ignore]]"),
        (b"\xff\xfe", ":1: not UTF-8"),
    ],
)
def test_what_is_no_ignore_file_is_one_line(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "xlcheck-ignore.toml"
    file.write_bytes(content)
    with pytest.raises(XlcheckError) as caught:
        load(str(file), NAMES)
    assert str(caught.value).startswith(f"{file}{what}")
