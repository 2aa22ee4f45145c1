"""The folder that is ours: below the one that the user names, marked, and the only one that is written and tidied.

Whoever names a folder for the cache may name one that holds other things: articles, or `.git/objects`. So nothing is
written, and nothing removed, but in a folder of our own with a tag in it as the Cache Directory Tagging Specification
(https://bford.info/cachedir/) has it, which backups look for too. No link is followed there.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from xlcheck.cache.limits import LIMITS

NAME = "xlcheck-cache"
"""The name of our folder in the one that is named for the cache."""

_TAG = "CACHEDIR.TAG"
_MARK = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# This folder was made by xlcheck, which removes old files from it.\n"
)
"""What a tag of ours begins with: the specification's signature, and whose folder it is."""
_FILES = {
    _TAG: f"{_MARK}# For cache directory tags see https://bford.info/cachedir/\n",
    ".gitignore": "# Made by xlcheck: what is kept between runs belongs in no repository.\n*\n",
}

_KEPT = 30 * LIMITS.day
"""Seconds after which what was not used is dropped."""

_FAN = re.compile("[0-9a-f]{2}")
_ENTRY = re.compile("[0-9a-f]{62}")
_DRAFT = re.compile(r"[0-9a-f]{62}\.[0-9]+\.tmp")
"""The names of what we write, and of nothing else: 64 hex digits, the first two of which name a folder."""

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def own(named: str) -> Path:
    """Our folder below the one that is named for the cache."""
    return Path(os.path.expanduser(named)) / NAME  # noqa: PTH111 - Path.expanduser raises where there is no home


def is_ours(folder: Path) -> bool:
    """Whether there is a folder with a tag of ours."""
    try:
        return is_folder(folder) and read(folder / _TAG, 1 << 10).startswith(_MARK.encode())
    except OSError:
        return False


def fault(named: str) -> str | None:
    """Why nothing is kept below a folder that is named for the cache, where the user can change that."""
    folder = own(named)
    if os.path.lexists(folder.parent) and not folder.parent.is_dir():
        return f"{named}: not a folder, so no results are kept; give another folder for the cache"
    if os.path.lexists(folder) and not is_ours(folder):
        return (
            f"{folder}: not created by xlcheck, so it is not touched and no results are kept; "
            "name another folder for the cache, or remove this one"
        )
    return None


def make(folder: Path) -> None:
    """Make our folder where there is none, in one go: another run finds it with its tag or not at all.

    Raises OSError where it cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.tmp")
    draft.mkdir()
    try:
        for name, text in _FILES.items():
            write(draft / name, text.encode())
        draft.rename(folder)
    except OSError:
        with suppress(OSError):
            for name in _FILES:
                (draft / name).unlink(missing_ok=True)
            draft.rmdir()
        raise


def prune(folder: Path) -> None:
    """Remove, once a day, what no run has used for a month, and drafts of runs that were killed: files named as ours.

    The time of the tag is that of the last time. What cannot be removed stays.
    """
    now = time.time()
    try:
        if (folder / _TAG).lstat().st_mtime > now - LIMITS.day:
            return
        os.utime(folder / _TAG)
    except OSError:
        return
    for place in _within(folder, _FAN):
        if place.is_dir(follow_symlinks=False):
            for file in _within(Path(place.path), _ENTRY, _DRAFT):
                with suppress(OSError):
                    age = now - file.stat(follow_symlinks=False).st_mtime
                    if file.is_file(follow_symlinks=False) and age > (
                        LIMITS.day if _DRAFT.fullmatch(file.name) else _KEPT
                    ):
                        os.unlink(file.path)  # noqa: PTH108 - an entry of scandir


def _within(folder: Path, *names: re.Pattern[str]) -> Iterator[os.DirEntry[str]]:
    """What a folder holds under names of these forms."""
    with suppress(OSError), os.scandir(folder) as entries:
        yield from (entry for entry in entries if any(name.fullmatch(entry.name) for name in names))


def is_folder(path: Path) -> bool:
    """Whether a folder is there that is no link to one. Raises OSError where nothing is."""
    return S_ISDIR(path.lstat().st_mode)


def read(file: Path, most: int) -> bytes:
    """What a file holds. Raises OSError for one that holds more, for a link and for what is no file: a pipe waits."""
    with os.fdopen(os.open(file, _READ), "rb") as opened:
        state = os.fstat(opened.fileno())
        if not S_ISREG(state.st_mode) or state.st_size > most:
            raise OSError("no file of ours")
        return opened.read(most)


def write(file: Path, data: bytes) -> None:
    """Make a file. Raises OSError where something of its name is there already, a link too."""
    with os.fdopen(os.open(file, _WRITE, 0o666), "wb") as opened:
        opened.write(data)
