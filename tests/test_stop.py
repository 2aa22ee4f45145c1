"""Signals end a run as Ctrl-C does, with an exit code of their own, and nothing half done."""

from __future__ import annotations

import os
import signal
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from xlcheck import pipeline
from xlcheck.cli import main
from xlcheck.files.undisturbed import STOPS
from xlcheck.pipeline import inputs

ENGLISH = "The CCP held its congress in Beijing.\n"
SPANISH = "El PCCh celebró su congreso en Pekín.\n"
GLOSSARY = '[[concept]]\nid = "cpc"\nkind = "body"\nen = { preferred = "CPC", forbidden = ["CCP"] }\n'

SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
if os.name != "nt":
    SIGNALS.append((signal.SIGHUP, 129))


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "news" / "a.es.txt").write_text(SPANISH, "utf-8")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.toml").write_text(GLOSSARY, "utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Those of a program in the foreground, which a command gives back."""
    usual = [signal.default_int_handler if each is signal.SIGINT else signal.SIG_DFL for each in STOPS]
    before = [signal.signal(each, handler) for each, handler in zip(STOPS, usual, strict=True)]
    yield
    now = [signal.signal(each, handler) for each, handler in zip(STOPS, before, strict=True)]
    assert now == usual


def signalled(monkeypatch: pytest.MonkeyPatch, room: Any, name: str, sent: signal.Signals) -> None:
    """Send a signal to ourselves at the first call of a function."""
    asked: Callable[..., Any] = getattr(room, name)
    left = [sent]

    def first(*values: Any) -> Any:
        if left:
            signal.raise_signal(left.pop())
        return asked(*values)

    monkeypatch.setattr(room, name, first)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, (*arguments, "--no-cache"))


def tree(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): file.read_text("utf-8") for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.mark.parametrize(("sent", "code"), SIGNALS)
@pytest.mark.parametrize(
    "command",
    [
        ("check", "news"),
        ("check", "news", "--fix"),
        ("check", "news", "--format", "json=report.json"),
        ("baseline", "write", "news"),
        ("match", "news"),
        ("align", "news"),
        ("glossary", "suggest", "news"),
        ("review", "news"),
    ],
    ids=" ".join,
)
def test_every_command_ends(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], sent: signal.Signals, code: int
) -> None:
    before = tree(project)
    signalled(monkeypatch, inputs, "load", sent)
    result = run(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", "xlcheck: stopped\n")
    assert tree(project) == before


@pytest.mark.parametrize(("sent", "code"), SIGNALS)
@pytest.mark.parametrize(
    ("command", "written"),
    [
        (("check", "news", "--fix"), "news/a.en.txt"),
        (("check", "news", "--output", "report.txt"), "report.txt"),
        (("baseline", "write", "news"), "xlcheck-baseline.json"),
    ],
)
def test_what_is_being_written_is_written_whole(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    written: str,
    sent: signal.Signals,
    code: int,
) -> None:
    before = tree(project)
    signalled(monkeypatch, os, "fsync", sent)
    result = run(*command)
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert (result.exit_code, result.stderr) == (code, "xlcheck: stopped\n")
    now = tree(project)
    assert now.keys() == before.keys() | {written} and now[written] != before.get(written)
    assert {name: text for name, text in now.items() if name != written} == {
        name: text for name, text in before.items() if name != written
    }
    assert run(*command).exit_code in (0, 1)
    assert tree(project)[written] == now[written]


@pytest.mark.parametrize(("sent", "_"), SIGNALS)
def test_what_the_parent_ignores_is_ignored(monkeypatch: pytest.MonkeyPatch, sent: signal.Signals, _: int) -> None:
    """As a shell does for its jobs in the background, and nohup."""
    before = signal.signal(sent, signal.SIG_IGN)
    try:
        signalled(monkeypatch, inputs, "load", sent)
        assert "XL101" in run("check", "news").stdout
    finally:
        signal.signal(sent, before)


def test_a_second_signal_ends_the_run_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    signalled(monkeypatch, inputs, "load", signal.SIGTERM)
    signalled(monkeypatch, main_module(), "tell", signal.SIGTERM)
    result = run("check", "news")
    assert result.exit_code == 143 and "Traceback" not in result.stderr


def main_module() -> Any:
    import xlcheck.cli

    return xlcheck.cli


@pytest.mark.parametrize(("sent", "code"), SIGNALS)
def test_a_signal_whose_exception_is_lost_stops_the_run_all_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch, sent: signal.Signals, code: int
) -> None:
    """Python drops what is raised in the callback of a weak reference, as `import` has them."""

    class Thing:
        pass

    def lose() -> None:
        thing = Thing()
        watcher = weakref.ref(thing, lambda _: signal.raise_signal(sent))
        del thing
        assert watcher() is None

    found = inputs.read_all

    def read_all(*values: Any) -> Any:
        lose()
        return found(*values)

    monkeypatch.setattr(pipeline, "read_all", read_all)
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    result = CliRunner().invoke(main, ["check", "news", "--fix", "--no-cache"])
    assert (result.exit_code, result.stderr) == (code, "xlcheck: stopped\n")
    assert (project / "news" / "a.en.txt").read_text("utf-8") == ENGLISH
