"""Inputs in a wrapping that a change of single bytes would only break: spreadsheets, whose parts are changed."""

from __future__ import annotations

import io
import zipfile
from binascii import crc32
from collections.abc import Callable, Mapping

Change = Callable[[bytes], bytes]


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts, the same for the same parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return whole.getvalue()


def vary_parts(data: bytes, change: Change) -> bytes:
    """An archive with one of its parts changed, mostly the last; now and then the archive itself, or a part less."""
    dice = crc32(change(b"dice" + data[-64:]))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # an archive that is broken already is changed as the bytes it is
        return change(data)
    if not parts or dice % 8 == 0:
        return change(data)
    names = sorted(parts)
    victim = names[-1] if dice % 3 else names[dice // 8 % len(names)]
    if dice % 97 == 0:
        del parts[victim]
    else:
        parts[victim] = change(parts[victim])
    return packed(parts, zipfile.ZIP_STORED if dice % 2 else zipfile.ZIP_DEFLATED)
