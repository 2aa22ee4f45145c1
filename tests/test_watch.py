"""`check --watch` sees what is saved, tells what is wrong, and goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck.cli import main

GLOSSARY = '[[concept]]\nid = "cpc"\nkind = "body"\nen = { preferred = "CPC", forbidden = ["CCP"] }\n'
SOUND = "The CPC held its congress in Beijing.\n"
PATIENCE = 60
"""Seconds; runs take a tenth of one, but machines are shared."""


class Watched:
    def __init__(self, folder: Path, *more: str) -> None:
        self.out = folder / "out.txt"
        self.err = folder / "err.txt"
        words = ("check", "content", "--watch", "--format", "csv", "--cache", str(folder / "cache"), *more)
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.run = subprocess.Popen(
                [sys.executable, "-m", "xlcheck.cli", *words], cwd=folder, stdout=out, stderr=err
            )

    def end(self) -> None:
        self.run.kill()
        self.run.wait()

    def until(self, true: Callable[[str, str], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not true(self.out.read_text("utf-8"), self.err.read_text("utf-8")):
            assert self.run.poll() is None, self.err.read_text("utf-8")
            assert time.monotonic() < end, (self.out.read_text("utf-8"), self.err.read_text("utf-8"))
            time.sleep(0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.txt").write_text(SOUND, "utf-8")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.toml").write_text(GLOSSARY, "utf-8")
    return tmp_path


@pytest.fixture
def watched(folder: Path) -> Iterator[Watched]:
    watched = Watched(folder)
    yield watched
    watched.end()


def rounds(said: str) -> int:
    return said.count("watching for changes; press Ctrl-C to stop")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is not sent to a process on Windows")
def test_saving_a_text_or_a_glossary_checks_again(folder: Path, watched: Watched) -> None:
    watched.until(lambda out, err: rounds(err) == 1 and "XL101" not in out)
    (folder / "content" / "a.txt").write_text(SOUND.replace("CPC", "CCP"), "utf-8")
    watched.until(lambda out, err: rounds(err) >= 2 and out.count("XL101") >= 1)
    draft = folder / "content" / ".a.txt.swp"  # as editors save: another file in the place of the first
    draft.write_text(SOUND, "utf-8")
    draft.replace(folder / "content" / "a.txt")
    watched.until(lambda out, err: rounds(err) >= 3 and "XL101" not in out.rsplit("rule", 1)[-1])
    terms = folder / "glossary" / "terms.toml"
    terms.write_text("[[concept", "utf-8")
    watched.until(lambda _, err: "glossary/terms.toml:1:" in err)
    before = watched.out.read_text("utf-8").count("XL101")
    terms.write_text(GLOSSARY.replace('"CPC"', '"Party"').replace('"CCP"', '"CPC"'), "utf-8")
    watched.until(lambda out, _: out.count("XL101") > before)
    watched.run.send_signal(signal.SIGINT)
    assert watched.run.wait(PATIENCE) == 0
    assert watched.err.read_text("utf-8").rstrip().endswith("stopped watching")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.parametrize(("sent", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_other_signals_end_it_with_their_codes(folder: Path, watched: Watched, sent: str, code: int) -> None:
    watched.until(lambda _, err: rounds(err) == 1)
    watched.run.send_signal(getattr(signal, sent))
    assert watched.run.wait(PATIENCE) == code
    assert watched.err.read_text("utf-8").rstrip().endswith("stopped watching")
    assert not [*folder.rglob("*.tmp")]


def test_what_is_saved_during_the_first_check_is_seen(folder: Path) -> None:
    for number in range(40):  # enough to read that the check lasts a while
        (folder / "content" / f"long{number}.txt").write_text(f"Number {number}. " + SOUND * 200, "utf-8")
    watched = Watched(folder)
    try:
        watched.until(lambda *_: any((folder / "cache").rglob("??/*")))  # it reads
        (folder / "content" / "a.txt").write_text(SOUND.replace("CPC", "CCP"), "utf-8")
        watched.until(lambda out, _: "a.txt,1" in out)
    finally:
        watched.end()


def test_settings_ignores_and_a_glossary_that_come_to_be_are_seen(folder: Path, watched: Watched) -> None:
    watched.until(lambda _, err: rounds(err) == 1)
    (folder / "xlcheck-ignore.toml").write_text("[[ignore", "utf-8")
    watched.until(lambda _, err: "xlcheck-ignore.toml:1: not valid TOML" in err)
    (folder / "xlcheck-ignore.toml").unlink()
    (folder / "xlcheck.toml").write_text('glossary = ["more"]\n', "utf-8")
    watched.until(lambda _, err: "more: no such" in err)
    (folder / "more").mkdir()
    (folder / "more" / "terms.toml").write_text(GLOSSARY.replace('"CCP"', '"congress"'), "utf-8")
    watched.until(lambda out, _: "XL101" in out)


def test_a_folder_that_went_and_came_back_is_watched_still(folder: Path, watched: Watched) -> None:
    watched.until(lambda _, err: rounds(err) == 1)
    shutil.rmtree(folder / "content")
    watched.until(lambda _, err: "content: no such file or folder" in err)
    (folder / "content").mkdir()
    (folder / "content" / "a.txt").write_text(SOUND, "utf-8")
    watched.until(lambda out, err: rounds(err) >= 3 and out.count("rule") >= 2)
    (folder / "content" / "a.txt").write_text(SOUND.replace("CPC", "CCP"), "utf-8")
    watched.until(lambda out, _: "XL101" in out)


def test_what_the_check_writes_among_the_texts_sets_off_no_other(folder: Path) -> None:
    watched = Watched(folder, "--format", "json=content/out.json", "--cache", "content/cache")
    try:
        watched.until(lambda _, err: rounds(err) == 1)
        (folder / "content" / "a.txt").write_text(SOUND + "It ended on Friday.\n", "utf-8")
        watched.until(lambda _, err: rounds(err) >= 2)  # a busy machine may see the file half written first
        seen, since = rounds(watched.err.read_text("utf-8")), time.monotonic()

        def quiet(_: str, err: str) -> bool:
            """Whether nothing was checked for two seconds; a check takes a tenth of that."""
            nonlocal seen, since
            if rounds(err) != seen:
                seen, since = rounds(err), time.monotonic()
            return time.monotonic() - since > 2

        watched.until(quiet)
    finally:
        watched.end()


@pytest.mark.parametrize("words", [("-", "--watch"), ("content", "--watch", "--fix")])
def test_what_cannot_be_watched(folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["check", *words])
    assert result.exit_code == 2 and "--watch" in result.stderr
