"""One document with which something goes wrong, wherever that is: a line, and all that is found in the others."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main
from xlcheck.model import Finding, XlcheckError
from xlcheck.pipeline.net import Net
from xlcheck.rules import lost_diacritics, untranslated

LEAD = "El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes de la región.\n\n"
LEFT = "The two sides agreed to maintain exchanges and close coordination at multilateral forums this year.\n"
BAD = "content/bad.txt"


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three pages with a finding each, one of which is made to go wrong."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content"
    folder.mkdir()
    for name in ("a", "bad", "c"):
        (folder / f"{name}.txt").write_text(f"{name.upper()} dijo algo.\n\n{LEAD}{LEFT}", "utf-8")
    return folder


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--no-cache"], catch_exceptions=False)


def check(*arguments: str) -> tuple[int, set[str], str]:
    """The exit code, the files in which foreign text is found, and what is told."""
    result = call("check", "content", "--format", "json", *arguments)
    findings = json.loads(result.stdout)["findings"] if result.stdout else []
    return result.exit_code, {found["path"] for found in findings if found["rule"] == "XL301"}, result.stderr


def goes_wrong(error: BaseException, inside: Callable[..., Any], on: Callable[..., bool]) -> Callable[..., Any]:
    def broken(*given: Any, **named: Any) -> Any:
        if on(*given):
            raise error
        return inside(*given, **named)

    return broken


class PanicException(BaseException):
    """As libraries in Rust raise it."""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("what\nthis is"), f"{BAD}: an error in xlcheck itself while reading (ValueError: what this is); "),
        (KeyError("k"), f"{BAD}: an error in xlcheck itself while reading (KeyError: 'k'); "),
        (AssertionError(), f"{BAD}: an error in xlcheck itself while reading (AssertionError); "),
        (RecursionError("deep"), f"{BAD}: nested too deeply while reading; "),
        (MemoryError(), f"{BAD}: out of memory while reading; "),
        (OSError(5, "Input/output error"), f"{BAD}: input/output error while reading; "),
        (PanicException("at a line"), f"{BAD}: an error in xlcheck itself while reading (PanicException: at a line); "),
    ],
)
def test_reading(error: BaseException, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlcheck.pipeline import inputs

    monkeypatch.setattr(inputs, "parse", goes_wrong(error, inputs.parse, lambda path, _: path == BAD))
    code, found, told = check()
    assert (code, found) == (2, {"content/a.txt", "content/c.txt"})
    assert told.startswith(f"xlcheck: {said}") and told.endswith("; the others are checked\n") and told.count("\n") == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)])
def test_what_ends_a_run_ends_it(error: BaseException) -> None:
    with pytest.raises(type(error)), Net().around(("a.txt",), "while reading"):
        raise error


@pytest.mark.parametrize("command", ["check", "match", "align"])
def test_finding_sentences_and_facts(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlcheck.pipeline import articles

    broken = goes_wrong(ValueError("odd"), articles.segment, lambda document: document.id == BAD)
    monkeypatch.setattr(articles, "segment", broken)
    result = call(command, "content", "--format", "json")
    assert result.exit_code == 2
    assert result.stderr.startswith(
        f"xlcheck: {BAD}: an error in xlcheck itself while splitting it into sentences (ValueEr"
    )
    assert result.stderr.count("\n") == 1
    if command != "align":
        read = [path for event in json.loads(result.stdout)["events"] for path in event]
        assert sorted(read) == ["content/a.txt", "content/c.txt"]


def test_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    from xlcheck.pipeline import workshop

    broken = goes_wrong(MemoryError(), workshop.encode, lambda given, _: given[0].document.id == BAD)
    monkeypatch.setattr(workshop, "encode", broken)
    code, found, told = check()
    assert (code, found) == (2, {"content/a.txt", BAD, "content/c.txt"})
    advice = "split it, or leave it out; the others are checked"
    assert told == f"xlcheck: {BAD}: out of memory while encoding; {advice}\n"


def test_matching(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xlcheck.match.match", goes_wrong(ZeroDivisionError(), len, lambda *_: True))
    code, found, told = check()
    assert (code, len(found)) == (2, 3)
    assert told.startswith("xlcheck: content/a.txt and 2 others: an error in xlcheck itself while matching (ZeroDivi")


def test_aligning_a_pair(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlcheck.pipeline import beads

    for page in content.iterdir():  # one event
        page.write_text(f"{LEAD}{page.name} lo dijo.\n\n{LEFT}", "utf-8")

    def is_bad(one: Any, other: Any, *_: Any) -> bool:
        return any(sentences[0].span.document.id == BAD for sentences in (one, other))

    monkeypatch.setattr(beads, "align", goes_wrong(IndexError("off"), beads.align, is_bad))
    code, found, told = check()
    assert (code, len(found)) == (2, 3)
    assert [line.partition(": an")[0] for line in told.splitlines()] == [
        f"xlcheck: content/a.txt, {BAD}",
        f"xlcheck: {BAD}, content/c.txt",
    ]


def test_a_rule_keeps_what_it_has_found_and_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(unit: Any) -> Iterator[Finding]:
        yield from inner(unit)
        if unit.document.id == BAD:
            raise LookupError("nothing there")

    inner = untranslated.check
    rule = untranslated.RULE
    for room in ("xlcheck.pipeline", "xlcheck.pipeline.checking"):
        monkeypatch.setattr(f"{room}.RULES", [_with(rule, broken), lost_diacritics.RULE])
    code, found, told = check()
    assert (code, found) == (2, {"content/a.txt", BAD, "content/c.txt"})
    assert told.startswith(f"xlcheck: {BAD}: an error in xlcheck itself in rule XL301 (LookupError: nothing there); ")


def _with(rule: Any, check: Any) -> Any:
    from dataclasses import replace

    return replace(rule, check=check)


def test_what_went_wrong_is_not_kept_for_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlcheck.pipeline import articles

    def run() -> Result:
        return CliRunner().invoke(main, ["check", "content", "--cache", str(tmp_path / "cache")])

    with monkeypatch.context() as patched:
        broken = goes_wrong(ValueError("odd"), articles.segment, lambda document: document.id == BAD)
        patched.setattr(articles, "segment", broken)
        first, second = run(), run()
    assert first.exit_code == second.exit_code == 2
    assert first.output == second.output
    assert "3 findings" in run().stdout


def test_the_ignores_of_one_document(content: Path) -> None:
    (content / "a.txt.xlcheck").write_bytes(b"\xff\xfe")
    (content / "c.txt.xlcheck").write_text("XL301: quoted until 2999-12-31\n", "utf-8")
    code, found, told = check()
    assert (code, found) == (2, {"content/a.txt", BAD})
    assert told == "xlcheck: content/a.txt.xlcheck:1: not UTF-8; save the file as UTF-8\n"


@pytest.mark.parametrize("names", [("a",), ("a", "c")])
def test_a_command_on_the_document_itself_says_so_in_a_line(
    names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = goes_wrong(ValueError("odd"), len, lambda *_: True)
    monkeypatch.setattr("xlcheck.pipeline.articles.segment", broken)
    paths = [f"content/{name}.txt" for name in names]
    result = CliRunner().invoke(main, ["segment" if len(names) == 1 else "align", *paths])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"xlcheck: {', '.join(paths)}: an error in xlcheck itself while ")
    assert "others" not in result.stderr and result.stderr.count("\n") == 1


def test_where_it_went_wrong_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "xlcheck"), Net().around(("a.txt",), "while reading"):
        np.zeros(3)[5]
    (record,) = caplog.records
    assert record.exc_info and "IndexError" in (record.exc_text or "")


def test_an_error_of_the_run_is_none_of_a_document() -> None:
    net = Net()
    with pytest.raises(XlcheckError, match="no such model"), net.around(("a.txt",), "while encoding"):
        raise XlcheckError("no such model")
    assert net.failures == ()


def test_a_file_that_vanishes_before_it_is_read(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlcheck.pipeline import inputs

    def expand(paths: Any, excluded: Any) -> tuple[str, ...]:
        files = found(paths, excluded)
        (content / "bad.txt").unlink(missing_ok=True)
        return files

    found = inputs.expand
    monkeypatch.setattr(inputs, "expand", expand)
    code, read, told = check()
    assert (code, read) == (2, {"content/a.txt", "content/c.txt"})
    assert told == f"xlcheck: {BAD}: no such file; check the path\n"


def test_a_file_that_the_system_says_nothing_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a folder that may be listed but not entered."""

    def is_file(path: Path) -> bool:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied")
        return path.exists()

    monkeypatch.setattr(Path, "is_file", is_file)
    assert check()[1] == {"content/a.txt", BAD, "content/c.txt"}


def test_watching_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    from xlcheck.cli.watch import _again
    from xlcheck.config import Config

    def broken(_config: Config) -> None:
        raise ValueError("odd")

    assert _again(lambda: Config(("content",)), broken) == Config(("content",))
    assert capsys.readouterr().err.startswith(
        "xlcheck: a check: an error in xlcheck itself while watching (ValueError:"
    )


def test_the_traceback_is_shown_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess
    import sys

    program = (
        "import xlcheck.pipeline.inputs as inputs\n"
        "from xlcheck.cli import main\n"
        "inputs.parse = lambda *_: 1 // 0\n"
        "main(['check', 'content', '--no-cache'])"
    )
    monkeypatch.setenv("XLCHECK_TRACEBACK", "1")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, True)
    monkeypatch.delenv("XLCHECK_TRACEBACK")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
