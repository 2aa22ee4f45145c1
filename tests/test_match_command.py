"""`xlcheck match`: groups, what articles are to one another, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main

ROOT = Path(__file__).parents[1]
TALKS = "seeds/000_fecb52052cebe9ee.txt"
SPANISH = "seeds/004_7ec95feefc092dc3.txt"
VISIT = "seeds/001_996f0ca80b99149f.txt"


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("match", *arguments), prog_name="xlcheck")


@pytest.fixture(autouse=True)
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_two_reports_of_one_event_are_named_independent() -> None:
    lines = [line.split("\t") for line in call("seeds/").output.splitlines()]
    assert lines[:2] == [["1", TALKS], ["1", SPANISH, "independent", TALKS]]
    assert [line[0] for line in lines[2:]] == ["2", "3", "4"]


def test_a_text_printed_twice_is_named(tmp_path: Path) -> None:
    text = (ROOT / VISIT).read_text("utf-8")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.txt").write_text(text.replace("underlined", "stressed"), "utf-8")
    related = json.loads(call(str(tmp_path), "--format", "json").output)["relations"]
    assert [(relation["relation"], Path(relation["to"]).name) for relation in related] == [("same-text", "a.txt")]


def test_explain_gives_the_parts_what_is_shared_and_the_sentences() -> None:
    told = call("seeds/", "--explain", TALKS, "./" + SPANISH).output
    assert told.splitlines()[0] == f"{TALKS} - {SPANISH}"
    assert told.splitlines()[1].startswith("one event: log odds +")
    assert "2026-01-26" in told
    assert "Both sides agreed to maintain" in told
    assert "not one event: log odds -" in call("seeds/", "--explain", TALKS, VISIT).output


def test_a_document_that_was_not_read_cannot_be_explained() -> None:
    result = call("seeds/", "--explain", TALKS, "README.md")
    assert result.exit_code == 2
    assert result.stderr == ("xlcheck: README.md: not one of the documents read; add it to the paths\n")
