"""Changing a file that others may be changing at the same time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

from xlcheck.files.atomic import replace
from xlcheck.files.lock import lock
from xlcheck.model import XlcheckError
from xlcheck.silence.limits import LIMITS


def rewrite(path: str, change: Callable[[str], str]) -> None:
    """Put the changed text of a UTF-8 file in its place, whole or not at all; a file that is not there is empty.

    Others that call this, in threads and processes, wait for one another (a lock file next to it, `.NAME.lock`, which
    the system frees when its holder dies). A change by anything else, between reading and writing, is read again.
    Raises XlcheckError where the file cannot be read or written, and whatever `change` raises; then it stays as it was.
    """
    target = Path(path).resolve()
    try:
        with _alone(target):
            while True:
                seen = _state(target)
                text = target.read_bytes().decode("utf-8") if seen else ""
                changed = change(text)
                if changed == text or replace(path, changed.encode("utf-8"), partial(_is_as, target, seen)):
                    return
    except UnicodeDecodeError:
        raise XlcheckError(f"{path}:1: not UTF-8; save the file as UTF-8") from None
    except TimeoutError:
        raise XlcheckError(f"{path}:1: another program is writing the file; try again") from None
    except OSError as error:
        raise XlcheckError(f"{path}:1: cannot be written ({error.strerror}); check the file and its folder") from None


def _is_as(target: Path, seen: tuple[int, int, int] | None) -> bool:
    return _state(target) == seen


def _state(file: Path) -> tuple[int, int, int] | None:
    """What differs once the file has been written."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    beside = target.with_name(f".{target.name}.lock")
    held = _locked(beside)
    try:
        yield
    finally:
        with suppress(PermissionError):  # Windows keeps what is open
            beside.unlink(missing_ok=True)
        held.close()


def _locked(beside: Path) -> IO[bytes]:
    """The lock file, opened and locked: by us, and not taken away by the one who had it before."""
    deadline = time.monotonic() + LIMITS.patience
    while time.monotonic() < deadline:
        file = beside.open("ab")
        with suppress(OSError):
            lock(file.fileno())
            if os.path.samestat(os.fstat(file.fileno()), beside.stat()):
                return file
        file.close()
        time.sleep(LIMITS.pause)
    raise TimeoutError
