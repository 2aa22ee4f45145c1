"""`check --diff`: what a change brings about is told, where it was made and elsewhere; what was there before is not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck.cli import main

GLOSSARY = """\
[[concept]]
id = "politburo"
kind = "body"
en = { preferred = "Political Bureau", forbidden = ["Politburo"] }
"""
OLD = "The Politburo met in Hanoi on Monday to prepare the congress.\n\nNothing else was decided there.\n"
SOUND = "The government presented its budget for the coming year on Tuesday.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*words: str) -> None:
    done = subprocess.run(["git", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a glossary, a page with a finding and a sound one, all committed on `main`."""
    monkeypatch.chdir(tmp_path)
    for name in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git("init", "--quiet", "--initial-branch=main", ".")
    git("config", "user.email", "ana@example.org")
    git("config", "user.name", "Ana")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.toml").write_text(GLOSSARY, "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "old.txt").write_text(OLD, "utf-8")
    (tmp_path / "content" / "sound.txt").write_text(SOUND, "utf-8")
    commit("first")
    return tmp_path


def commit(message: str) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


def check(*words: str) -> tuple[int, list[tuple[str, str]], str]:
    """The exit code, each finding's path and text, and what stands on stderr."""
    result = CliRunner().invoke(main, ["check", "--select", "XL1", "--format", "json", *words])
    told = json.loads(result.stdout)["findings"] if result.stdout else []
    return result.exit_code, [(each["path"], each["text"]) for each in told], result.stderr


def test_what_was_there_before_is_not_told(site: Path) -> None:
    assert check("content")[:2] == (1, [("content/old.txt", "Politburo")])
    assert check("content", "--diff") == (0, [], "")
    (site / "content" / "old.txt").write_text("Good morning from Hanoi, dear readers.\n\n" + OLD, "utf-8")
    assert check("content", "--diff") == (0, [], "")


def test_what_is_touched_is_told(site: Path) -> None:
    (site / "content" / "sound.txt").write_text(SOUND + "\nThe Politburo was not asked about it.\n", "utf-8")
    assert check("content", "--diff", "HEAD")[:2] == (1, [("content/sound.txt", "Politburo")])
    (site / "content" / "old.txt").write_text(OLD.replace("Monday", "Sunday"), "utf-8")
    assert check("content", "--diff")[1] == [("content/old.txt", "Politburo"), ("content/sound.txt", "Politburo")]


def test_a_new_file_and_a_second_finding_of_the_same_words_are_told(site: Path) -> None:
    (site / "content" / "new.txt").write_text(OLD, "utf-8")
    assert check("content", "--diff")[1] == [("content/old.txt", "Politburo")]
    (site / "content" / "old.txt").rename(site / "content" / "renamed.txt")
    (site / "content" / "new.txt").unlink()
    assert check("content", "--diff")[1] == []


def test_a_renamed_term_is_told_in_texts_that_nobody_touched(site: Path) -> None:
    terms = site / "glossary" / "terms.toml"
    terms.write_text(GLOSSARY.replace("Political Bureau", "cabinet").replace("Politburo", "government"), "utf-8")
    assert check("content", "--diff")[:2] == (1, [("content/sound.txt", "government")])
    terms.write_text("[[concept]\n", "utf-8")
    commit("broken")
    terms.write_text(GLOSSARY, "utf-8")
    assert check("content", "--diff")[:2] == (0, [])


def test_a_branch_is_compared_with_where_it_left(site: Path) -> None:
    git("switch", "--quiet", "--create", "work")
    (site / "content" / "sound.txt").write_text(SOUND + "\nThe Politburo was not asked about it.\n", "utf-8")
    commit("on the branch")
    git("switch", "--quiet", "main")
    (site / "content" / "old.txt").write_text(SOUND, "utf-8")
    commit("mended on main")
    git("switch", "--quiet", "work")
    assert check("content", "--diff", "HEAD")[:2] == (0, [])
    assert check("content", "--diff", "main...")[1] == [("content/sound.txt", "Politburo")]
    assert check("content", "--diff", "HEAD~1..")[1] == [("content/sound.txt", "Politburo")]
    both = [("content/old.txt", "Politburo"), ("content/sound.txt", "Politburo")]
    assert check("content", "--diff", "main")[1] == both


def test_from_any_folder_and_with_any_spelling_of_a_path(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(".", "--diff")[:2] == check("content/old.txt", "--diff")[:2] == (0, [])
    assert check(str(site / "content"), "--diff")[:2] == check("./content/", "--diff")[:2] == (0, [])
    monkeypatch.chdir(site / "content")
    assert check("..", "--glossary", "../glossary", "--diff")[:2] == (0, [])
    assert check("old.txt", "--glossary", "../glossary", "--diff")[:2] == (0, [])


def test_a_translation_is_compared_with_its_source_of_then(site: Path) -> None:
    (site / "content" / "es.txt").write_text("El Politburó se reunió el lunes en Hanói.\n", "utf-8")
    assert check("content/es.txt", "--against", "content/old.txt", "--diff")[0] in (0, 1)
    commit("translated")
    assert check("content/es.txt", "--against", "content/old.txt", "--diff")[:2] == (0, [])


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("base", ["nowhere", "main:content", "nowhere..."])
def test_a_revision_that_is_not_known_is_one_line(base: str) -> None:
    code, _, said = check("content", f"--diff={base}")
    assert code == 2
    assert said == f"xlcheck: --diff {base}: unknown git revision; name a commit, a branch or a tag\n"


@pytest.mark.usefixtures("site")
def test_a_revision_is_whatever_git_takes_for_one() -> None:
    assert check("content", "--diff=:/first") == (0, [], "")


@pytest.mark.usefixtures("site")
def test_before_the_first_commit_everything_is_new() -> None:
    git("checkout", "--quiet", "--orphan", "fresh")
    assert check("content", "--diff")[:2] == (1, [("content/old.txt", "Politburo")])


def test_a_shallow_clone_is_told_what_to_fetch(site: Path) -> None:
    (site / "content" / "more.txt").write_text(SOUND.replace("Tuesday", "Friday"), "utf-8")
    commit("second")
    git("clone", "--quiet", "--depth=1", f"file://{site}", "shallow")
    code, _, said = check("shallow/content", "--diff", "HEAD~1")
    assert code == 2 and "fetch more of the history" in said and said.count("\n") == 1


def test_in_a_hook_of_a_linked_worktree_the_repository_is_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("worktree", "add", "--quiet", "other")
    renamed = GLOSSARY.replace("Political Bureau", "Politburo").replace('["Politburo"]', '["government"]')
    (site / "other" / "glossary" / "terms.toml").write_text(renamed, "utf-8")
    monkeypatch.chdir(site / "other")
    monkeypatch.setenv("GIT_DIR", str(site / ".git" / "worktrees" / "other"))
    assert check("content", "--diff")[:2] == (1, [("content/sound.txt", "government")])


def test_texts_of_a_submodule_are_compared_with_its_commit(site: Path) -> None:
    git("clone", "--quiet", str(site), "theirs")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", f"file://{site / 'theirs'}", "content/sub")
    commit("a submodule")
    assert check("content", "--diff")[:2] == (0, [])
    (site / "content" / "sub" / "content" / "new.txt").write_text(OLD.replace("Hanoi", "Berlin"), "utf-8")
    assert check("content", "--diff")[1] == [("content/sub/content/new.txt", "Politburo")]


def test_what_git_has_lost_is_one_line(site: Path) -> None:
    name = subprocess.run(["git", "rev-parse", "HEAD:content/old.txt"], capture_output=True, text=True, check=True)
    lost = name.stdout.strip()
    (site / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    code, found, said = check("content", "--diff")
    assert (code, found) == (2, []) and f"git cannot find the object {lost}" in said and said.count("\n") == 1


@pytest.mark.usefixtures("site")
def test_a_repository_that_git_refuses_is_one_line_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    code, _, said = check("content", "--diff")
    assert code == 2 and "dubious ownership" in said and said.count("\n") == 1


def test_outside_a_repository_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.txt").write_text(SOUND, "utf-8")
    code, _, said = check("a.txt", "--diff")
    assert code == 2 and "not in a git repository" in said and said.count("\n") == 1


def test_without_git_is_one_line(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site))
    code, _, said = check("content", "--diff")
    assert (code, said) == (2, "xlcheck: --diff: git cannot be run; install it, or leave out --diff\n")
