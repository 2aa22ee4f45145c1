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
from xlcheck.cache.folder import is_folder, is_ours, make, own, prune, read, write
from xlcheck.cache.frozen import Known, freeze, thaw
from xlcheck.cache.limits import LIMITS
from xlcheck.cache.shape import Fits
from xlcheck.files.undisturbed import undisturbed


class DiskCache(Cache):
    """Keeps values in a folder of its own below one that is named, each in a file with its checksum.

    Whatever cannot be read back, is cut short or is not ours counts as not there, and where nothing can be written
    nothing is kept: a cache is no reason for a run to fail.
    """

    def __init__(self, named: str) -> None:
        self._folder = own(named)
        self._off = False

    @classmethod
    def open(cls, named: str) -> DiskCache:
        """The cache below a folder; once a day, less what no run has used for a month."""
        cache = cls(named)
        if is_ours(cache._folder):
            prune(cache._folder)
        else:
            cache._off = os.path.lexists(cache._folder)
        return cache

    def get(self, name: str, known: Known, fits: Fits) -> Any:
        if self._off:
            return None
        file = self._file(name)
        try:
            data = read(file, LIMITS.value_bytes)
            if _digest(name, data[LIMITS.digest :]) != data[: LIMITS.digest]:
                return None
            value = thaw(_unpacked(data[LIMITS.digest :]), known)
            if not fits(value):
                return None
            if is_folder(file.parent) and file.lstat().st_mtime < time.time() - LIMITS.day:
                os.utime(file)
        except Exception:  # whatever a file of another's making brings about
            return None
        return value

    def put(self, name: str, value: object, known: Known) -> None:
        if self._off:
            return
        try:
            data = freeze(value, known)
        except (TypeError, ValueError, RecursionError):  # nothing that is kept: found anew by every run
            return
        if len(data) <= LIMITS.value_bytes:
            packed = zlib.compress(data, level=1)
            self._write(self._file(name), _digest(name, packed) + packed)

    def _write(self, file: Path, data: bytes) -> None:
        with undisturbed():  # a signal leaves no draft
            self._put(file, data)

    def _put(self, file: Path, data: bytes) -> None:
        draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
        try:
            if not os.path.lexists(self._folder):
                with suppress(OSError):  # of two runs one is first
                    make(self._folder)
            if not is_ours(self._folder):
                self._off = True
                return
            file.parent.mkdir(exist_ok=True)
            if is_folder(file.parent):
                write(draft, data)
                draft.replace(file)
        except FileExistsError:  # the draft of another run
            return
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def _file(self, name: str) -> Path:
        return self._folder / name[:2] / name[2:]


def _digest(name: str, packed: bytes) -> bytes:
    """What tells a file that is whole, and is the one of this name, from others; it is no secret."""
    return sha256(name.encode() + packed).digest()


def _unpacked(data: bytes) -> bytes:
    """Raises ValueError or zlib.error for what is too large, cut short or of another's making."""
    unpacker = zlib.decompressobj()
    unpacked = unpacker.decompress(data, LIMITS.value_bytes)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("larger than what is kept, or cut short")
    return unpacked
