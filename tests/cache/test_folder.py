"""The cache touches nothing but its own folder, whatever folder is named for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck.cache import Known, name_of
from xlcheck.cache.disk import DiskCache
from xlcheck.cache.folder import NAME, fault, is_ours, make
from xlcheck.cli import main

SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55"
NONE = Known()
SPANISH = "El secretario general Tô Lâm llegó a Pekín el lunes para hablar de comercio.\n"


def always(_: object) -> bool:
    return True


def age(folder: Path, days: int = 60) -> None:
    """Make all that a folder holds as old as what the cache drops."""
    then = time.time() - days * 24 * 60 * 60
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (then, then), follow_symlinks=False)


def held(folder: Path) -> dict[str, bytes | str]:
    """All that a folder holds, but for the cache's own folder: what files say, where links lead."""
    return {
        str(path.relative_to(folder)): os.readlink(path) if path.is_symlink() else path.read_bytes()  # noqa: PTH115
        for path in folder.rglob("*")
        if NAME not in path.relative_to(folder).parts and (path.is_symlink() or path.is_file())
    }


def use(folder: Path, value: object = "value") -> DiskCache:
    """A run: the cache is opened, tidied, and something is kept."""
    cache = DiskCache.open(str(folder))
    cache.put(name_of("a"), value, NONE)
    return cache


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Articles in folders of two letters, and names that nearly are the cache's."""
    content = tmp_path / "content"
    for name in ("en/a.txt", "es/b.md", f"ab/{'c' * 62}", f"ab/{'c' * 62}.1.tmp", "pruned", "ab/cd/e"):
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SPANISH, "utf-8")
    age(content)
    return content


def test_the_folder_has_a_tag_and_is_kept_out_of_repositories(tmp_path: Path) -> None:
    assert use(tmp_path / "new" / "cache").get(name_of("a"), NONE, always) == "value"
    own = tmp_path / "new" / "cache" / NAME
    first, second, *_ = (own / "CACHEDIR.TAG").read_text("utf-8").splitlines()
    assert first == SIGNATURE and "xlcheck" in second
    assert (own / ".gitignore").read_text("utf-8").splitlines()[-1] == "*"
    assert [path.name for path in own.parent.iterdir()] == [NAME]


def test_a_folder_of_articles_keeps_them(content: Path) -> None:
    before = held(content)
    use(content)
    age(content / NAME)
    use(content)
    assert held(content) == before


@pytest.mark.parametrize("command", [["match", "content", "--cache", "content"], ["check", "content"]])
def test_commands_keep_the_articles(content: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.chdir(content.parent)
    if command[0] == "check":
        (content.parent / "xlcheck.toml").write_text('cache = "content"\n', "utf-8")
    before = held(content)
    for _ in range(2):
        result = CliRunner().invoke(main, command)
        assert result.exit_code != 2, result.stderr
        age(content)
    assert held(content) == before
    assert is_ours(content / NAME)


def test_a_settings_file_of_a_parent_folder_removes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, work = tmp_path / "victim" / "site", tmp_path / "work"
    for file in (site / "es" / "a.txt", work / "b.txt"):
        file.parent.mkdir(parents=True)
        file.write_text(SPANISH, "utf-8")
    (tmp_path / "xlcheck.toml").write_text('cache = "victim/site"\n', "utf-8")
    age(tmp_path)
    before = held(tmp_path)
    monkeypatch.chdir(work)
    assert CliRunner().invoke(main, ["check", "b.txt"]).exit_code == 0
    assert held(tmp_path) == before


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_the_objects_of_a_repository_stay(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*words: str) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        return subprocess.run(("git", *who, *words), check=True, capture_output=True, text=True).stdout

    monkeypatch.chdir(content)
    git("init", "-q")
    (content / "xlcheck.toml").write_text('cache = ".git/objects"\n', "utf-8")
    git("add", "."), git("commit", "-qm", "all")
    age(content / ".git" / "objects")
    before = held(content / ".git" / "objects")
    assert CliRunner().invoke(main, ["check", "es"]).exit_code == 0
    assert held(content / ".git" / "objects") == before
    assert is_ours(content / ".git" / "objects" / NAME)
    git("fsck", "--strict")


def test_git_takes_nothing_of_the_cache(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    monkeypatch.chdir(content)
    use(content)
    subprocess.run(("git", "init", "-q"), check=True)
    told = subprocess.run(("git", "status", "--porcelain", "-uall"), check=True, capture_output=True, text=True).stdout
    assert "en/a.txt" in told and NAME not in told


def test_only_files_of_our_names_are_dropped(tmp_path: Path) -> None:
    cache = use(tmp_path)
    own = tmp_path / NAME
    ours = own / name_of("a")[:2] / name_of("a")[2:]
    draft = ours.with_name(f"{'d' * 62}.4242.tmp")
    others = [
        own / "notes.txt",
        own / "ab" / "notes.txt",
        own / "ab" / ("C" * 62),
        own / "ab" / ("c" * 61),
        own / "ab" / ("c" * 63),
        own / "ab" / f"{'c' * 62}.tmp",
        own / "ab" / f"{'c' * 62}.1.tmp.bak",
        own / "abc" / ("c" * 62),
        own / "AB" / ("c" * 62),
        own / "ab" / "cd" / ("c" * 62),
        own / ("c" * 62),
    ]
    for file in (draft, *others):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    (own / "ab" / ("e" * 62)).mkdir()
    age(own)
    DiskCache.open(str(tmp_path))
    assert not ours.exists() and not draft.exists() and cache.get(name_of("a"), NONE, always) is None
    assert all(file.exists() for file in others) and (own / "ab" / ("e" * 62)).is_dir()
    assert is_ours(own) and (own / ".gitignore").exists()


def test_a_draft_that_another_run_is_writing_stays(tmp_path: Path) -> None:
    use(tmp_path)
    draft = tmp_path / NAME / "ab" / f"{'d' * 62}.4242.tmp"
    draft.parent.mkdir(exist_ok=True)
    age(tmp_path / NAME)
    draft.write_bytes(b"half")
    DiskCache.open(str(tmp_path))
    assert draft.read_bytes() == b"half"


def elsewhere(tmp_path: Path) -> Path:
    """A folder of somebody else's whose files are old and named as ours."""
    there = tmp_path / "elsewhere"
    for name in ("precious", f"{'c' * 62}", f"ab/{'c' * 62}", f"ab/{name_of('a')[2:]}", name_of("a")[2:]):
        file = there / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("precious", "utf-8")
    return there


def link_folder(named: Path, there: Path) -> None:
    (named / NAME).symlink_to(there, target_is_directory=True)


def link_marked_folder(named: Path, there: Path) -> None:
    """Even where the folder at the other end has a tag: it may be another's cache, but nobody named it."""
    made = there.parent / "made" / NAME
    make(made)
    for file in made.iterdir():
        shutil.copy(file, there)
    link_folder(named, there)


def link_tag(named: Path, there: Path) -> None:
    make(named / NAME)
    (there / "CACHEDIR.TAG").write_bytes((named / NAME / "CACHEDIR.TAG").read_bytes())
    (named / NAME / "CACHEDIR.TAG").unlink()
    (named / NAME / "CACHEDIR.TAG").symlink_to(there / "CACHEDIR.TAG")


def link_fan(named: Path, there: Path) -> None:
    make(named / NAME)
    for name in ("ab", name_of("a")[:2]):
        (named / NAME / name).symlink_to(there, target_is_directory=True)


def link_entry(named: Path, there: Path) -> None:
    make(named / NAME)
    for name in (name_of("a"), "ab" + "c" * 62):
        file = named / NAME / name[:2] / name[2:]
        file.parent.mkdir()
        file.symlink_to(there / "precious")


def link_draft(named: Path, there: Path) -> None:
    make(named / NAME)
    name = name_of("a")
    file = named / NAME / name[:2] / f"{name[2:]}.{os.getpid()}.tmp"
    file.parent.mkdir()
    file.symlink_to(there / "precious")


LINKS = (link_folder, link_marked_folder, link_tag, link_fan, link_entry, link_draft)


@pytest.mark.parametrize("link", LINKS)
def test_no_link_leads_elsewhere(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    there, named = elsewhere(tmp_path), tmp_path / "named"
    named.mkdir()
    link(named, there)
    age(tmp_path)
    before = {path: (content, (there / path).stat().st_mtime) for path, content in held(there).items()}
    use(named)
    age(named)
    use(named)
    assert {path: (content, (there / path).stat().st_mtime) for path, content in held(there).items()} == before


def foreign_empty(own: Path) -> None:
    own.mkdir()


def foreign_tag(own: Path) -> None:
    own.mkdir()
    (own / "CACHEDIR.TAG").write_text(
        f"{SIGNATURE}\n# This file is a cache directory tag created by pytest.\n", "utf-8"
    )


def foreign_file(own: Path) -> None:
    own.write_text("mine", "utf-8")


def no_reading_tag(own: Path) -> None:
    own.mkdir()
    os.mkfifo(own / "CACHEDIR.TAG")


@pytest.mark.parametrize("occupy", [foreign_empty, foreign_tag, foreign_file, no_reading_tag])
def test_a_folder_of_its_name_that_it_did_not_make_is_left_alone_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, occupy: Callable[[Path], None]
) -> None:
    own = tmp_path / "kept" / NAME
    own.parent.mkdir()
    occupy(own)
    (tmp_path / "a.txt").write_text(SPANISH, "utf-8")
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "a.txt", "--cache", "kept", "--format", "csv"])
    assert (result.exit_code, result.stderr) == (
        0,
        f"xlcheck: kept/{NAME}: not created by xlcheck, so it is not touched and no results are kept; "
        "name another folder for the cache, or remove this one\n",
    )
    assert sorted(tmp_path.rglob("*")) == before
    without = CliRunner().invoke(main, ["check", "a.txt", "--no-cache", "--format", "csv"])
    assert (without.stdout, without.stderr) == (result.stdout, "")


def test_a_file_that_is_named_for_the_cache_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(SPANISH, "utf-8")
    result = CliRunner().invoke(main, ["check", str(file), "--cache", str(file)])
    assert result.exit_code == 0 and result.stderr.startswith(f"xlcheck: {file}: not a folder, so no results are kept")
    assert file.read_text("utf-8") == SPANISH


def test_nothing_is_reported_of_a_folder_that_can_be_used(tmp_path: Path) -> None:
    assert fault(str(tmp_path / "new")) is None
    use(tmp_path)
    assert fault(str(tmp_path)) is None


@pytest.mark.skipif(sys.platform != "linux", reason="a folder where nobody may make another")
def test_a_folder_where_nothing_can_be_made_keeps_nothing() -> None:
    assert use(Path("/proc")).recall(name_of("a"), NONE, always, lambda: "made") == "made"
    assert not Path("/proc", NAME).exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="who may write anywhere is refused nothing")
def test_a_folder_that_may_not_be_written_keeps_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert use(tmp_path).get(name_of("a"), NONE, always) is None
    finally:
        tmp_path.chmod(0o700)


FULL = """
import resource, sys
from pathlib import Path
from xlcheck.cache import Known, name_of
from xlcheck.cache.disk import DiskCache
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
cache = DiskCache.open(sys.argv[1])
for name in ("a", "b"):
    cache.put(name_of(name), name * 1000 + str([*range(2000)]), Known())
    assert cache.get(name_of(name), Known(), lambda value: True) is None
"""


@pytest.mark.skipif(os.name != "posix", reason="a limit on what a process writes, as a full disk is one")
@pytest.mark.parametrize("room", [0, 100, 1000])
def test_a_full_disk_keeps_nothing_and_leaves_no_draft(tmp_path: Path, room: int) -> None:
    subprocess.run((sys.executable, "-c", FULL, tmp_path, str(room)), check=True)
    files = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert files == ({"CACHEDIR.TAG", ".gitignore"} if room == 1000 else set())
    assert room == 1000 or not any(tmp_path.iterdir())


def test_a_folder_that_is_taken_away_meanwhile_is_made_again(tmp_path: Path) -> None:
    cache = use(tmp_path)
    shutil.rmtree(tmp_path / NAME)
    cache.put(name_of("b"), "value", NONE)
    assert cache.get(name_of("b"), NONE, always) == "value" and is_ours(tmp_path / NAME)


def test_a_folder_that_loses_its_tag_meanwhile_is_written_no_more(tmp_path: Path) -> None:
    cache = use(tmp_path)
    (tmp_path / NAME / "CACHEDIR.TAG").unlink()
    cache.put(name_of("b"), "value", NONE)
    assert DiskCache(str(tmp_path)).get(name_of("b"), NONE, always) is None
