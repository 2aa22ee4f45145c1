"""Files of others' making, under our names and with a right checksum, count as not there."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from xlcheck.cache import Known, name_of, shape
from xlcheck.cache.disk import DiskCache
from xlcheck.cache.folder import NAME, make

KEPT = name_of("a")
NONE = Known()
MANY = 1 << 26
"""Bytes that are more than what is kept."""


def place(folder: Path) -> Path:
    file = folder / NAME / KEPT[:2] / KEPT[2:]
    if not file.parent.exists():
        make(folder / NAME)
        file.parent.mkdir()
    return file


def forge(folder: Path, packed: bytes) -> DiskCache:
    place(folder).write_bytes(sha256(KEPT.encode() + packed).digest() + packed)
    return DiskCache.open(str(folder))


def text(value: Any) -> bool:
    return isinstance(value, str)


def test_what_is_written_by_the_book_is_read(tmp_path: Path) -> None:
    assert forge(tmp_path, zlib.compress(b'[[],["a"]]')).get(KEPT, NONE, text) == "a"


FORGED = {
    "a pickle": zlib.compress(pickle.dumps("a", protocol=5)),
    "a pickle with a large memo": zlib.compress(b"\x80\x05Nr\xff\xff\xff\x7f."),
    "not packed": b'[[],["a"]]',
    "cut short": zlib.compress(b'[[],["a"]]')[:-1],
    "with something behind": zlib.compress(b'[[],["a"]]') + b"x",
    "of another type": zlib.compress(b"[[],[5]]"),
    "nothing": zlib.compress(b"[[],[null]]"),
    "too large": zlib.compress(b'[[],["' + b"a" * MANY + b'"]]'),
    "too large, of lists": zlib.compress(b"[[],[" + b"[]," * (MANY // 3) + b"1]]"),
    "too deep": zlib.compress(b"[" * 1_000_000),
}


@pytest.mark.parametrize("packed", FORGED.values(), ids=FORGED)
def test_what_is_forged_counts_as_not_there(tmp_path: Path, packed: bytes) -> None:
    cache = forge(tmp_path, packed)
    assert cache.get(KEPT, NONE, text) is None
    assert cache.recall(KEPT, NONE, text, lambda: "made") == "made"
    assert cache.get(KEPT, NONE, text) == "made"


GROWN = """
import resource, sys
from xlcheck.cache import Known
from xlcheck.cache.disk import DiskCache
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = DiskCache.open(sys.argv[1]).get(sys.argv[2], Known(), lambda _: True)
print(found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in units of 1,024 bytes")
def test_a_file_that_unpacks_to_much_more_takes_little_memory(tmp_path: Path) -> None:
    forge(tmp_path, zlib.compress(b'"' + b"a" * (1 << 28)))
    told = subprocess.run((sys.executable, "-c", GROWN, tmp_path, KEPT), check=True, capture_output=True, text=True)
    found, grown = told.stdout.split()
    assert found == "None" and int(grown) < 3 * (32 << 10)


def test_a_file_under_the_name_of_another_counts_as_not_there(tmp_path: Path) -> None:
    cache = DiskCache.open(str(tmp_path))
    cache.put(KEPT, "a", NONE)
    other = name_of("b")
    copy = tmp_path / NAME / other[:2] / other[2:]
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(place(tmp_path).read_bytes())
    assert (cache.get(KEPT, NONE, text), cache.get(other, NONE, text)) == ("a", None)


def test_any_bit_that_changes_makes_it_another(tmp_path: Path) -> None:
    cache = DiskCache.open(str(tmp_path))
    cache.put(KEPT, "a", NONE)
    file = place(tmp_path)
    data = file.read_bytes()
    for at in range(len(data)):
        file.write_bytes(data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :])
        assert cache.get(KEPT, NONE, text) is None


def pipe(file: Path) -> None:
    os.mkfifo(file)


def endless(file: Path) -> None:
    file.symlink_to("/dev/zero")


def large(file: Path) -> None:
    with file.open("wb") as written:
        written.truncate(1 << 40)


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
@pytest.mark.parametrize("lay", [pipe, endless, large, Path.mkdir])
def test_what_is_no_file_of_ours_is_not_read(tmp_path: Path, lay: Callable[[Path], None]) -> None:
    lay(place(tmp_path))
    assert DiskCache.open(str(tmp_path)).recall(KEPT, NONE, text, lambda: "made") == "made"


def test_what_is_too_large_or_nothing_that_is_kept_is_made_anew(tmp_path: Path) -> None:
    cache = DiskCache.open(str(tmp_path))
    for value in ("a" * MANY, print, {1: 2}, 10**5000):
        cache.put(KEPT, value, NONE)
        assert cache.get(KEPT, NONE, lambda _: True) is None


def test_what_asks_of_a_value_what_it_has_not_finds_nothing(tmp_path: Path) -> None:
    cache = DiskCache.open(str(tmp_path))
    cache.put(KEPT, (1, "a"), NONE)
    assert cache.get(KEPT, NONE, shape(tuple[int, str])) == (1, "a")
    assert cache.get(KEPT, NONE, shape(tuple[int, bytes])) is None
    assert cache.get(KEPT, NONE, lambda value: value[5] > 0) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows raises no signals in ourselves")
def test_a_signal_while_an_entry_is_written_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def stopped(draft: Path, file: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace(draft, file)

    monkeypatch.setattr(Path, "replace", stopped)
    cache = DiskCache.open(str(tmp_path))
    with pytest.raises(KeyboardInterrupt):
        cache.put(KEPT, "a", NONE)
    monkeypatch.undo()
    assert cache.get(KEPT, NONE, text) == "a"
    assert [file.name for file in place(tmp_path).parent.iterdir()] == [KEPT[2:]]
