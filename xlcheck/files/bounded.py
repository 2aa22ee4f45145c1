"""Reads a user's file: within bounds, never waiting for ever, and whole as it was at one moment."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xlcheck.files.limits import LIMITS
from xlcheck.model.errors import XlcheckError


def read(path: str, most: int = LIMITS.bytes) -> bytes:
    """What a file holds, at most so many bytes of it.

    A pipe is read to its end (`<(command)` is one), a device is not: it may never end; only the null device is an empty
    file. Raises XlcheckError with one line for what cannot be read, is bigger, or changes with every try.
    """
    name = path.replace(os.sep, "/")
    try:
        for _ in range(LIMITS.reading_tries):
            kind = Path(path).stat()
            if _is_null(kind):
                return b""
            if stat.S_ISCHR(kind.st_mode) or stat.S_ISBLK(kind.st_mode):
                raise XlcheckError(f"{name}: this is a device; name a file")
            if stat.S_ISDIR(kind.st_mode):
                os.scandir(path).close()  # a folder that may not be looked into is refused for that
                raise IsADirectoryError
            data = _once(path, name, most)
            if data is not None:
                return data
    except FileNotFoundError:
        raise XlcheckError(f"{name}: no such file; check the path") from None
    except IsADirectoryError:
        raise XlcheckError(f"{name}: this is a folder; name a file in it") from None
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise XlcheckError(f"{name}: {reason}; check the file and its permissions") from None
    raise XlcheckError(f"{name}: another program is writing the file; check it again when that has finished")


def text(path: str, advice: str = "save the file as UTF-8", most: int = LIMITS.bytes) -> str:
    """A file as UTF-8 text, without byte order mark, its lines ended by line feeds.

    Raises XlcheckError as `read`, and where it is not UTF-8; `advice` says what to do then.
    """
    data = read(path, most)
    with as_utf8(path, advice):
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def as_utf8(path: str, advice: str = "save the file as UTF-8") -> Iterator[None]:
    """Raise XlcheckError with one line where bytes that are decoded inside are not UTF-8; `advice` says what to do."""
    try:
        yield
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise XlcheckError(f"{path}:{line}: not UTF-8; {advice}") from None


def standard_input(most: int = LIMITS.bytes) -> bytes:
    """What standard input holds. Raises XlcheckError where it is closed, cannot be read, or holds more."""
    if sys.stdin is None:
        raise XlcheckError("-: standard input is closed; name a file")
    try:
        data = sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise XlcheckError(f"-: standard input cannot be read ({error.strerror}); name a file") from None
    if len(data) > most:
        raise _too_big("-", most)
    return data


def _once(path: str, name: str, most: int) -> bytes | None:
    """What a file or pipe holds; None for a file that changed meanwhile."""
    # a pipe without a writer would hold up the opening itself
    file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        before = os.fstat(file)
        if stat.S_ISREG(before.st_mode) and before.st_size > most:
            raise _too_big(name, most)
        if stat.S_ISFIFO(before.st_mode):
            return _rest(file, name, most, _begun(file, path, name))
        data = _rest(file, name, most)
        return data if _state(before) == _state(os.fstat(file)) else None
    finally:
        os.close(file)


def _rest(file: int, name: str, most: int, begun: bytes = b"") -> bytes:
    parts = [begun]
    size = len(begun)
    while part := os.read(file, LIMITS.chunk):
        parts.append(part)
        size += len(part)
        if size > most:
            raise _too_big(name, most)
    return b"".join(parts)


def _begun(pipe: int, path: str, name: str) -> bytes:
    """What has been written to a pipe so far, once somebody has opened it for that; from then on reading waits."""
    import select

    ends = select.poll()
    ends.register(pipe, select.POLLIN)
    # a pipe without a name (of a shell's `<(command)`) had its writer when it was made
    deadline = time.monotonic() + LIMITS.pipe_patience if Path(path).resolve().exists() else 0
    while True:
        left = any(event & select.POLLHUP for _, event in ends.poll(0))
        try:
            data = os.read(pipe, LIMITS.chunk)
        except BlockingIOError:  # there is a writer, who has not written yet
            data, left = b"", True
        if data or left or not deadline:
            os.set_blocking(pipe, True)
            return data
        if time.monotonic() > deadline:
            raise XlcheckError(f"{name}: no program writes to this pipe; name a file")
        time.sleep(LIMITS.pipe_pause)


def _state(found: os.stat_result) -> tuple[int, int]:
    """What differs once a file has been written."""
    return found.st_mtime_ns, found.st_size


def _is_null(found: os.stat_result) -> bool:
    return stat.S_ISCHR(found.st_mode) and os.path.samestat(found, os.stat(os.devnull))  # noqa: PTH116


def _too_big(name: str, most: int) -> XlcheckError:
    return XlcheckError(f"{name}: larger than {most >> 20} MiB; split it, or leave it out")
