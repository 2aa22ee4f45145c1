"""`xlcheck check --format`: several reports at once, on standard output, in files and in folders."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main
from xlcheck.report import FILES, FORMATS

TWICE = (
    "The delegation visited the railway bridge over the Red River on Monday morning, and then went on to the new port, "
    "where the minister and the mayor of the city were waiting for the guests with a brass band.\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page on which a sentence stands twice; tests run in it."""
    (tmp_path / "page.txt").write_text(f"{TWICE}\n{TWICE}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("check", "page.txt", "--no-glossary", *arguments))


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name != "page.txt")


def test_every_format_is_named_in_the_help_and_has_a_file_of_its_own() -> None:
    help_text = CliRunner().invoke(main, ("check", "--help")).output
    assert all(name in help_text for name in FORMATS)
    assert list(FILES) == list(FORMATS)
    assert len(set(FILES.values())) == len(FORMATS)


def test_files_are_written_and_the_terminal_report_is_printed(folder: Path) -> None:
    plain = check()
    result = check("--format", "sarif=out.sarif", "--format", "junit=junit.xml", "--fail-on", "warning")
    assert result.exit_code == 1
    assert result.stdout == plain.stdout and "XL403 warning" in result.stdout
    assert made(folder) == ["junit.xml", "out.sarif"]
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert ElementTree.parse(folder / "junit.xml").getroot().get("failures") == "1"


def test_a_format_without_a_file_is_printed_instead(folder: Path) -> None:
    result = check("--format", "gitlab", "--format", "csv=findings.csv")
    assert [issue["check_name"] for issue in json.loads(result.stdout)] == ["XL403 repeated-text"]
    (row,) = csv.DictReader(io.StringIO((folder / "findings.csv").read_bytes().decode(), newline=""))
    assert row["fingerprint"] == json.loads(result.stdout)[0]["fingerprint"]


def test_output_takes_what_would_be_printed(folder: Path) -> None:
    assert check("--format", "json", "--output", "a.json", "--format", "sarif=a.sarif").stdout == ""
    assert check("--format", "sarif=b.sarif", "--output", "b.txt").stdout == ""
    assert check("--format", "rdjson=-").stdout.startswith('{\n  "source"')
    assert made(folder) == ["a.json", "a.sarif", "b.sarif", "b.txt"]
    assert "XL403 warning" in (folder / "b.txt").read_text("utf-8")


def test_a_folder_gets_each_format_under_its_own_name(folder: Path) -> None:
    (folder / "there").mkdir()
    check(*(f"--format={name}=there" for name in FORMATS))
    check(*(f"--format={name}=new/folder/" for name in FORMATS))
    names = sorted(FILES.values())
    assert made(folder) == sorted(
        ["there", "new", "new/folder", *(f"{parent}/{name}" for parent in ("there", "new/folder") for name in names)]
    )
    for name in names:
        assert (folder / "there" / name).read_bytes() == (folder / "new/folder" / name).read_bytes() != b""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "json", "--format", "csv"), "json and csv cannot both be printed; use NAME=FILE"),
        (("--format", "yaml"), "'yaml' is not one of terminal, json, html, sarif"),
        (("--format", "sarif="), "there is no file after 'sarif='"),
        (("--format", "sarif=none/out.sarif"), "none/out.sarif:1: cannot be written (no folder 'none')"),
        (("--format", "sarif=a", "--format", "csv=./a"), "a:1: two reports cannot be written to one file"),
        (("--format", "sarif=a", "--output", "a"), "a:1: two reports cannot be written to one file"),
        (("--format", "sarif=page.txt/a/"), "page.txt/a:1: the folder cannot be created"),
        (("--output", ""), "--output: empty value; give a file"),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_written(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = check(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert result.stdout == "" and "Traceback" not in result.output
    assert made(folder) == []


def test_a_report_that_cannot_be_made_leaves_all_files_as_they_were(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "out.sarif").write_text("before", "utf-8")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = check("--format", "sarif=out.sarif", "--format", "xlsx=out.xlsx")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1 and "pip install 'xlcheck[xlsx]'" in result.stderr
    assert (folder / "out.sarif").read_text("utf-8") == "before"
    assert made(folder) == ["out.sarif"]


def test_an_unread_input_is_in_the_reports(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00" * 100)
    result = check("bad.txt", "--format", "sarif=out.sarif", "--format", "github")
    (invocation,) = json.loads((folder / "out.sarif").read_text("utf-8"))["runs"][0]["invocations"]
    assert result.exit_code == 2
    assert invocation["executionSuccessful"] is False
    assert "::error title=xlcheck could not read an input::bad.txt:1: " in result.stdout


def test_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    pytest.importorskip("openpyxl")
    for seed in ("1", "2"):
        formats = [f"--format={name}={seed}/" for name in FORMATS]
        subprocess.run(
            [sys.executable, "-m", "xlcheck.cli", "check", "page.txt", "--no-glossary", *formats],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
    for name in FILES.values():
        assert (folder / "1" / name).read_bytes() == (folder / "2" / name).read_bytes() != b""
