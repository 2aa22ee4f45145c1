"""A folder of values, safely shared by runs side by side: a file is written whole, and never changed."""

from __future__ import annotations

import os
import time
import zlib
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from xlcheck.cache import Cache
from xlcheck.cache.frozen import Known, freeze, thaw

_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY
"""Seconds after which what was not used is dropped."""

_DIGEST = 32


class DiskCache(Cache):
    """Keeps values in a folder, each in a file with its checksum.

    Whatever cannot be read back, is cut short or is not ours counts as not there, and where nothing can be written
    nothing is kept: a cache is no reason for a run to fail.
    """

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder).expanduser()

    @classmethod
    def open(cls, folder: str) -> DiskCache:
        """The cache in a folder; once a day, less what no run has used for a month."""
        cache = cls(folder)
        cache._prune()
        return cache

    def get(self, name: str, known: Known) -> Any:
        file = self._file(name)
        try:
            data = file.read_bytes()
            if sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
                return None
            value = thaw(zlib.decompress(data[_DIGEST:]), known)
            if file.stat().st_mtime < time.time() - _DAY:
                os.utime(file)
        except Exception:  # whatever a file of another's making brings about
            return None
        return value

    def put(self, name: str, value: object, known: Known) -> None:
        data = zlib.compress(freeze(value, known), level=1)
        file = self._file(name)
        draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(sha256(data).digest() + data)
            draft.replace(file)
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def _prune(self) -> None:
        mark = self._folder / "pruned"
        now = time.time()
        try:
            if not self._folder.exists() or (mark.exists() and mark.stat().st_mtime > now - _DAY):
                return
            mark.touch()
            for file in self._folder.glob("??/*"):
                if file.stat().st_mtime < now - _KEPT:
                    file.unlink(missing_ok=True)
        except OSError:
            return

    def _file(self, name: str) -> Path:
        return self._folder / name[:2] / name[2:]
