"""A user's file is replaced whole, or is as it was."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from xlcheck.files.atomic import replace
from xlcheck.model import XlcheckError

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    assert replace(str(file), b"one")
    assert replace(str(file), b"two")
    assert file.read_bytes() == b"two" and names(tmp_path) == ["a.txt"]


def test_a_relative_name_is_written_where_we_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    replace("a.txt", b"one")
    assert (tmp_path / "a.txt").read_bytes() == b"one"


@needs_modes
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o444, 0o666, 0o777])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one")
    file.chmod(mode)
    replace(str(file), b"two")
    assert stat.S_IMODE(file.stat().st_mode) == mode and file.read_bytes() == b"two"


@needs_modes
def test_a_new_file_has_the_mode_that_others_get(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    replace(str(tmp_path / "ours"), b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


@needs_modes
def test_a_secret_is_never_open_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one")
    file.chmod(0o600)
    seen: list[int] = []
    asked = os.fsync

    def sync(descriptor: int) -> None:
        seen.extend(each.stat().st_mode & 0o077 for each in tmp_path.glob(".xlcheck-*"))
        asked(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    replace(str(file), b"two")
    assert seen == [0]


@needs_modes
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.txt").write_bytes(b"one")
    (tmp_path / "link").symlink_to("there/a.txt")
    replace(str(tmp_path / "link"), b"two")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "there" / "a.txt").read_bytes() == b"two"
    assert names(tmp_path) == ["link", "there"] and names(tmp_path / "there") == ["a.txt"]


@needs_modes
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    replace(str(pipe), b"one")
    assert os.read(reader, 10) == b"one"
    os.close(reader)
    assert names(tmp_path) == ["pipe"]


@pytest.mark.parametrize("length", [245, 248, 255])
def test_a_name_may_be_as_long_as_the_system_takes(tmp_path: Path, length: int) -> None:
    if os.name == "nt":
        pytest.skip("Windows bounds the whole path")
    file = tmp_path / ("á" * 100 + "b" * (length - 200))
    replace(str(file), b"one")
    replace(str(file), b"two")
    assert file.read_bytes() == b"two" and names(tmp_path) == [file.name]


@needs_modes
def test_a_name_that_is_too_long_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / ("b" * 256)
    with pytest.raises(XlcheckError) as told:
        replace(str(file), b"one")
    assert told.value.lines == (f"{file}:1: cannot be written (File name too long); check the path and its folder",)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["none/a.txt", "folder", "a\0b"])
def test_what_cannot_be_written_names_the_users_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(XlcheckError) as told:
        replace(str(tmp_path / name), b"one")
    (line,) = told.value.lines
    assert line.startswith(f"{tmp_path / name}:1: cannot be written (") and ".xlcheck-" not in line
    assert names(tmp_path) == ["folder"] and names(tmp_path / "folder") == []


def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(XlcheckError, match=r"a\.txt:1: cannot be written \(No space left on device\)"):
        replace(str(file), b"two")
    assert file.read_bytes() == b"one" and names(tmp_path) == ["a.txt"]


def test_a_file_system_without_fsync_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", none)
    replace(str(tmp_path / "a.txt"), b"one")
    assert names(tmp_path) == ["a.txt"]


def test_the_content_is_on_the_disk_before_it_has_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    sync, rename = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        order.append(f"sync {os.fstat(descriptor).st_size}" if stat.S_ISREG(os.fstat(descriptor).st_mode) else "folder")
        sync(descriptor)

    def renamed(draft: Path, target: Path) -> Path:
        order.append(f"rename to {target.name}")
        return rename(draft, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    replace(str(tmp_path / "a.txt"), b"12345")
    assert order[:2] == ["sync 5", "rename to a.txt"] and order[2:] in ([], ["folder"])


def test_a_file_that_was_changed_meanwhile_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"one")
    assert not replace(str(file), b"two", still=lambda: file.read_bytes() == b"other")
    assert file.read_bytes() == b"one" and names(tmp_path) == ["a.txt"]
    assert replace(str(file), b"two", still=lambda: file.read_bytes() == b"one")
    assert file.read_bytes() == b"two"


@needs_modes
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(XlcheckError, match=r"a\.txt:1: cannot be written \(Permission denied\)"):
            replace(str(tmp_path / "a.txt"), b"two")
        assert names(tmp_path) == ["a.txt"] and (tmp_path / "a.txt").read_bytes() == b"one"
    finally:
        tmp_path.chmod(0o755)
