"""What is read of a user's file, and what is refused in one line."""

import io
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from xlcheck.files import bounded
from xlcheck.model import XlcheckError

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")


def refusal(path: Path | str, most: int = 1000) -> str:
    with pytest.raises(XlcheckError) as error:
        bounded.read(str(path), most)
    assert "\n" not in str(error.value)
    return str(error.value).removeprefix(f"{path}: ")


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 1000)
    assert bounded.read(str(file), 1000) == b"x" * 1000
    file.write_bytes(b"x" * 1001)
    assert refusal(file) == "larger than 0 MiB; split it, or leave it out"


def test_a_file_with_holes_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as out:
        out.truncate(1 << 40)
    assert refusal(file, 64 << 20) == "larger than 64 MiB; split it, or leave it out"


def test_what_is_no_file(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert refusal(loop).startswith("too many levels of symbolic links")
    assert refusal(tmp_path) == "this is a folder; name a file in it"
    assert refusal(tmp_path / "none") == "no such file; check the path"
    assert refusal(tmp_path / ("x" * 300)).startswith("file name too long")


def test_devices_are_refused_but_the_null_device_is_empty(tmp_path: Path) -> None:
    link = tmp_path / "endless.txt"
    link.symlink_to("/dev/zero")
    assert refusal("/dev/zero") == refusal(link) == "this is a device; name a file"
    assert bounded.read(os.devnull) == b""


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"x" * 200_000,))
    writer.start()
    assert bounded.read(str(pipe), 200_000) == b"x" * 200_000
    writer.join()


def test_what_a_shell_hands_in_for_a_command_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"said")
    os.close(writing)
    try:
        assert bounded.read(f"/dev/fd/{reading}") == b"said"
        assert bounded.read(f"/dev/fd/{reading}") == b""
    finally:
        os.close(reading)


def test_a_pipe_that_never_ends(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with pytest.raises(BrokenPipeError), pipe.open("wb", buffering=0) as out:
            while True:
                out.write(b"x" * 1000)

    writer = threading.Thread(target=write)
    writer.start()
    assert refusal(pipe, 100_000).startswith("larger than")
    writer.join()


def test_a_pipe_that_nobody_writes_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "LIMITS", replace(bounded.LIMITS, pipe_patience=0.05))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(pipe) == "no program writes to this pipe; name a file"


@pytest.mark.parametrize(("times", "read"), [(1, b"new"), (9, None)])
def test_a_file_that_changes_while_it_is_read(
    times: int, read: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old, and longer")
    left = [times]
    whole = bounded._rest

    def meanwhile(*given: object) -> bytes:
        data = whole(*given)  # type: ignore[arg-type]
        if left[0]:
            left[0] -= 1
            file.write_bytes(b"new" + b"!" * left[0])
        return data

    monkeypatch.setattr(bounded, "_rest", meanwhile)
    if read is None:
        assert refusal(file).startswith("another program is writing the file")
    else:
        assert bounded.read(str(file)) == read


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * 11)))
    with pytest.raises(XlcheckError, match=r"^-: larger than"):
        bounded.standard_input(10)


def test_text_is_utf8_without_mark_and_with_line_feeds(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes("\ufeffa\r\nb\rc\n".encode())
    assert bounded.text(str(file)) == "a\nb\nc\n"
    file.write_bytes(b"a\n\xff")
    with pytest.raises(XlcheckError, match=r":2: not UTF-8; save it again$"):
        bounded.text(str(file), "save it again")
