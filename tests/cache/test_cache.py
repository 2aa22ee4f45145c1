"""What is kept is there again, whatever happens to the folder, and never stands for anything else."""

from __future__ import annotations

import os
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from xlcheck.cache import Cache, Known, MemoryCache, name_of
from xlcheck.cache.disk import DiskCache
from xlcheck.cache.program import program

NAME = name_of("a", 1)
NONE = Known()


def always(_: object) -> bool:
    return True


def test_names_tell_apart_what_joined_texts_would_not() -> None:
    assert len({name_of("a", "b"), name_of("ab"), name_of("a\nb"), name_of("'a'"), name_of(["a"], "b")}) == 5
    assert name_of("a", (1, None)) == name_of("a", (1, None))


def test_a_folder_keeps_a_value_for_later_runs(tmp_path: Path) -> None:
    assert DiskCache.open(str(tmp_path / "new" / "cache")).recall(NAME, NONE, always, lambda: (1, "một")) == (1, "một")
    assert DiskCache.open(str(tmp_path / "new" / "cache")).recall(NAME, NONE, always, lambda: pytest.fail()) == (
        1,
        "một",
    )


def only(folder: Path) -> Path:
    (file,) = folder.rglob("?" * 62)
    return file


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "foreign", "folder"])
def test_a_damaged_file_counts_as_not_there(tmp_path: Path, damage: str) -> None:
    cache = DiskCache.open(str(tmp_path))
    cache.put(NAME, "value", NONE)
    file = only(tmp_path)
    data = file.read_bytes()
    file.unlink()
    if damage == "folder":
        file.mkdir()
    else:
        spoilt = {"cut": data[:-3], "changed": data[:-1] + bytes([data[-1] ^ 1]), "empty": b"", "foreign": b"x" * 99}
        file.write_bytes(spoilt[damage])
    assert cache.get(NAME, NONE, always) is None
    assert cache.recall(NAME, NONE, always, lambda: "made") == "made"


def test_a_folder_that_cannot_be_used_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    cache = DiskCache.open(str(tmp_path / "file" / "cache"))
    assert cache.recall(NAME, NONE, always, lambda: "made") == "made"
    assert cache.get(NAME, NONE, always) is None


def _write(folder: str) -> None:
    cache = DiskCache.open(folder)
    for number in range(200):
        value = [number] * 3_000
        assert cache.recall(name_of(number), NONE, always, lambda value=value: value) == value


def test_runs_side_by_side_share_a_folder(tmp_path: Path) -> None:
    context = get_context("spawn")
    runs = [context.Process(target=_write, args=(str(tmp_path),)) for _ in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0, 0, 0]
    cache = DiskCache.open(str(tmp_path))
    assert all(cache.get(name_of(number), NONE, always) == [number] * 3_000 for number in range(200))
    assert not list(tmp_path.rglob("*.tmp"))


def test_what_no_run_has_used_for_a_month_is_dropped(tmp_path: Path) -> None:
    cache = DiskCache.open(str(tmp_path))
    for name in ("old", "used", "new"):
        cache.put(name_of(name), name, NONE)
    month = time.time() - 32 * 24 * 60 * 60
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    for file in files:
        os.utime(file, (month, month))
    cache.put(name_of("new"), "new", NONE)
    assert cache.get(name_of("used"), NONE, always) == "used"
    cache = DiskCache.open(str(tmp_path))
    assert [cache.get(name_of(name), NONE, always) for name in ("old", "used", "new")] == [None, "used", "new"]


def test_memory_gives_the_very_object_and_forgets_what_the_last_run_did_not_use(tmp_path: Path) -> None:
    cache = MemoryCache(Cache())
    value = cache.recall(NAME, NONE, always, lambda: ["made"])
    cache.turn()
    assert cache.recall(NAME, NONE, always, lambda: pytest.fail()) is value
    cache.turn()
    cache.turn()
    assert cache.get(NAME, NONE, always) is None
    behind = MemoryCache(DiskCache.open(str(tmp_path)))
    behind.recall(NAME, NONE, always, lambda: ["made"])
    assert MemoryCache(DiskCache.open(str(tmp_path))).get(NAME, NONE, always) == ["made"]


def test_what_is_held_lasts_as_long_as_the_process_only(tmp_path: Path) -> None:
    cache = MemoryCache(DiskCache.open(str(tmp_path)))
    held = cache.hold(NAME, object)
    assert cache.hold(NAME, object) is held
    assert not [entry for entry in tmp_path.iterdir() if entry.is_dir()]
    assert Cache().hold(NAME, lambda: 3) == 3


def test_the_program_is_named_by_its_code_and_its_libraries() -> None:
    said = " ".join(program())
    assert "python" in said and "numpy" in said and "unicode" in said
