"""What a fuzz target is: a part of xlcheck as a function of bytes, and what must hold whatever the bytes are."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xlcheck.model import XlcheckError

SECTION = b"\n%%%%\n"
"""Divides an input that is several texts, as two files that are compared."""


@dataclass(frozen=True, slots=True)
class Target:
    """`run` raises nothing but `XlcheckError`, returns something brief that says what became of the bytes, and checks
    what it promises by `must`. `tokens` are what the format gives a meaning to; `vary`, for bytes that are packed,
    changes an input where a change of single bytes would only break its wrapping."""

    name: str
    run: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    tokens: tuple[bytes, ...] = ()
    vary: Callable[[bytes, Callable[[bytes], bytes]], bytes] | None = None


class Broken(AssertionError):
    """Something that must hold does not."""


def must(holds: object, what: str) -> None:
    """Raise Broken, which says what does not hold."""
    if not holds:
        raise Broken(what)


def refused(action: Callable[[], object]) -> str:
    """What the user is told where the action is refused, else nothing; the message must say something."""
    try:
        action()
    except XlcheckError as error:
        must(str(error).strip(), "an error without a message")
        return str(error)
    return ""


def text(data: bytes) -> str:
    """Text that a reader may hand on: broken UTF-8 as U+FFFD."""
    return data.decode("utf-8", "replace")


def sections(data: bytes, count: int) -> list[bytes]:
    """So many parts of an input; those that it lacks are empty."""
    found = data.split(SECTION, count - 1)
    return found + [b""] * (count - len(found))


def encodable(words: str) -> bool:
    """Whether a text has no half of a surrogate pair, which no file can hold."""
    return not any("\ud800" <= character <= "\udfff" for character in words)


def scratch(process: int | None = None) -> Path:
    """A process's own folder for the files that readers open, in memory where the system has such a place."""
    return _folder(process or os.getpid())


@cache
def _folder(process: int) -> Path:
    memory = Path("/dev/shm")
    root = memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    folder = root / f"xlcheck-fuzz-{process}"
    folder.mkdir(exist_ok=True)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def file(name: str, data: bytes) -> str:
    """The path of a scratch file that holds these bytes."""
    path = scratch() / name
    path.write_bytes(data)
    return str(path)
