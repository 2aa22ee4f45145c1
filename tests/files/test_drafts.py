"""What killed runs left is removed, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from xlcheck.files import drafts
from xlcheck.files.atomic import replace

LEFT = ".xlcheck-0123456789abcdef.tmp"
WRITER = """\
import sys
from pathlib import Path
from xlcheck.files.drafts import make
draft, file = make(Path(sys.argv[1]), 0o666)
file.write(b"half")
file.flush()
print(draft.name, flush=True)
sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such locks: there drafts go by their age")


@pytest.fixture(autouse=True)
def another_run() -> Iterator[None]:
    drafts.clear.cache_clear()
    yield
    drafts.clear.cache_clear()


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another run in the middle of writing, and its draft."""
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        yield process, tmp_path / process.stdout.readline().strip()
        process.kill()


def test_the_next_writer_removes_what_a_killed_one_left(
    tmp_path: Path, writer: tuple[subprocess.Popen[str], Path]
) -> None:
    process, draft = writer
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert draft.read_bytes() == b"half"
    replace(str(tmp_path / "a.txt"), b"one")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_draft_that_is_being_written_is_left(tmp_path: Path, writer: tuple[subprocess.Popen[str], Path]) -> None:
    _, draft = writer
    os.utime(draft, (0, 0))  # however old it seems
    replace(str(tmp_path / "a.txt"), b"one")
    assert draft.read_bytes() == b"half"


@pytest.mark.parametrize(
    "name",
    [
        *(".xlcheck-baseline.json", "xlcheck-0123456789abcdef.tmp", f"{LEFT}.txt", f"a{LEFT}", f"{LEFT}\n"),
        *(".xlcheck-0123456789ABCDEF.tmp", ".xlcheck-0123456789abcde.tmp", ".a.txt.4711.tmp", ".xlcheck-1.tmp"),
    ],
)
def test_no_file_of_another_name_is_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    os.utime(tmp_path / name, (0, 0))
    replace(str(tmp_path / "a.txt"), b"one")
    assert (tmp_path / name).read_bytes() == b"mine"


def test_no_folder_and_no_link_is_touched(tmp_path: Path) -> None:
    (tmp_path / LEFT).mkdir()
    (tmp_path / "mine").write_bytes(b"mine")
    link = tmp_path / LEFT.replace("0", "f")
    link.symlink_to("mine")
    replace(str(tmp_path / "a.txt"), b"one")
    assert (tmp_path / LEFT).is_dir() and link.is_symlink() and (tmp_path / "mine").exists()


def test_without_locks_drafts_go_by_their_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: int) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr(drafts, "lock", none)
    old, new = tmp_path / LEFT, tmp_path / LEFT.replace("0", "f")
    for draft, age in ((old, 2 * 60 * 60), (new, 60)):
        draft.write_bytes(b"half")
        os.utime(draft, (time.time() - age,) * 2)
    replace(str(tmp_path / "a.txt"), b"one")
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted((new.name, "a.txt"))


def test_a_draft_that_another_run_took_for_a_dead_one_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its making and its locking."""
    locked = drafts.lock
    taken: list[Path] = []

    def late(descriptor: int) -> None:
        if not taken:
            taken.extend(tmp_path.iterdir())
            taken[0].unlink()
        locked(descriptor)

    monkeypatch.setattr(drafts, "lock", late)
    draft, file = drafts.make(tmp_path, 0o666)
    file.close()
    assert draft.exists() and draft != taken[0]
