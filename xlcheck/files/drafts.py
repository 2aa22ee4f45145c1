"""Drafts: what is written next to a file before it takes its place, and what killed runs left of it.

A draft is locked as long as its writer lives; the system frees the lock when that dies, whatever kills it, and also
for another container or host that shares the folder, where process numbers mean nothing.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

from xlcheck.files.limits import LIMITS
from xlcheck.files.lock import lock

_NAME = re.compile(r"\.xlcheck-[0-9a-f]{16}\.tmp")
"""As `make` names them: hidden, and short, so that it fits where the name of the file itself takes all 255 bytes."""


def make(folder: Path, mode: int) -> tuple[Path, IO[bytes]]:
    """A new draft in a folder, open for writing and locked. Raises OSError where none can be made."""
    for _ in range(LIMITS.draft_names):
        draft = folder / f".xlcheck-{os.urandom(8).hex()}.tmp"
        file = open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode))  # noqa: SIM115
        if _is_ours(file, draft):
            return draft, file
        file.close()
    raise FileExistsError


def _is_ours(file: IO[bytes], draft: Path) -> bool:
    """Whether no run that clears the folder has taken the new draft for one without a writer."""
    with suppress(OSError):
        try:
            lock(file.fileno())
        except BlockingIOError:
            return False
    return _is(file.fileno(), draft)


@cache
def clear(folder: Path) -> None:
    """Remove the drafts of runs that were killed from a folder, once a run, and nothing else."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _remove(Path(entry.path))


def _remove(draft: Path) -> None:
    """Remove a draft that has no writer any more."""
    opened = os.open(draft, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        if _is_abandoned(opened) and _is(opened, draft):
            if os.name == "nt":  # where nothing that is open can be removed
                os.close(opened)
                opened = -1
            draft.unlink()
    finally:
        if opened >= 0:
            os.close(opened)


def _is_abandoned(opened: int) -> bool:
    if os.name != "nt":  # where a draft is closed, and so unlocked, before it is renamed
        try:
            lock(opened)
        except BlockingIOError:
            return False
        except OSError:
            pass
        else:
            return True
    return os.fstat(opened).st_mtime < time.time() - LIMITS.draft_seconds


def _is(opened: int, draft: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(opened), draft.stat())
    except FileNotFoundError:
        return False
