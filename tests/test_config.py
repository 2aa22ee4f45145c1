"""Settings from flags and files, and every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config, configure
from xlcheck.model import XlcheckError

CODES = ("XL101", "XL102", "XL301", "XL403")


def write(folder: Path, text: str) -> str:
    file = folder / "xlcheck.toml"
    file.write_text(text, "utf-8")
    return str(file)


def test_flags_win_over_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, 'fail-on = "warning"\nsource-language = "vi"\nselect = ["XL1", "XL301"]\n')
    config = configure({"paths": ("a",), "fail_on": "note", "source_language": None, "no_glossary": True}, file, CODES)
    assert config == Config(("a",), source_language="vi", select=("XL1", "XL301"), fail_on="note")


def test_glossaries_are_found_beside_the_file(tmp_path: Path) -> None:
    config = configure({}, write(tmp_path, 'glossary = "terms.toml"\n'), CODES)
    assert config.glossary == ((tmp_path / "terms.toml").as_posix(),)


def test_a_glossary_folder_in_the_working_directory_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert configure({}, None, CODES).glossary == ()
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.toml").touch()
    assert configure({}, None, CODES).glossary == ("glossary",)
    assert configure({"glossary": ("own.toml",)}, None, CODES).glossary == ("own.toml",)
    assert configure({"no_glossary": True}, None, CODES).glossary == ()


def test_select_and_ignore_take_beginnings() -> None:
    config = Config(select=("XL1", "XL3"), ignore=("XL102",))
    assert [code for code in CODES if config.selects(code)] == ["XL101", "XL301"]
    assert all(Config().selects(code) for code in CODES)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('fail_onn = "error"\n', ["xlcheck.toml:1: unknown key 'fail_onn'; did you mean 'fail-on'?"]),
        ('fail-on = "error"\nselect = 3\n', ["xlcheck.toml:2: 'select' must be a string or a list of strings"]),
        ("zzz = 1\n\nmodel = 5\n", ["xlcheck.toml:1: unknown key 'zzz'", "xlcheck.toml:3: 'model' must be a string"]),
        ("paths = ['a']\n", ["xlcheck.toml:1: unknown key 'paths'"]),
        ("fail-on = \n", ["xlcheck.toml:1: not valid TOML"]),
    ],
)
def test_every_mistake_in_a_file_has_its_line(tmp_path: Path, text: str, lines: list[str]) -> None:
    with pytest.raises(XlcheckError) as caught:
        configure({}, write(tmp_path, text), CODES)
    told = str(caught.value).replace(f"{tmp_path}/", "").split("\n")
    assert len(told) == len(lines)
    assert all(said.startswith(line) for said, line in zip(told, lines, strict=True))


def test_mistakes_in_values_come_all_at_once() -> None:
    with pytest.raises(XlcheckError) as caught:
        configure({"select": ("XL30I",), "source_language": "Español", "fail_on": "never"}, None, CODES)
    told = str(caught.value).split("\n")
    assert told == [
        "source-language: 'Español' is not a BCP 47 language tag; write for instance 'es' or 'zh-Hant'",
        "select: no rule has the code 'XL30I'; did you mean 'XL301'?; see 'xlcheck rules'",
    ]


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(XlcheckError, match=r"none\.toml:1: cannot be read"):
        configure({}, str(tmp_path / "none.toml"), CODES)
