"""Bytes on one line that people can read.

UTF-8 as it is; `\\n`, `\\r`, `\\t`, `\\\\`; a byte as `\\x1b`; what does not show as `\\u202e` or `\\U000e0041`.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([nrt\\]))")
_SHORT = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\"}
_HIDDEN = ("C", "M", "Z")
"""Categories of characters that do not show by themselves."""


def read(line: str) -> bytes:
    """The bytes that a line stands for."""
    parts, at = [], 0
    for found in _ESCAPED.finditer(line):
        parts.append(line[at : found.start()].encode())
        byte, short, long, letter = found.groups()
        parts.append(
            _SHORT[letter] if letter else bytes([int(byte, 16)]) if byte else chr(int(short or long, 16)).encode()
        )
        at = found.end()
    return b"".join((*parts, line[at:].encode()))


def write(data: bytes) -> str:
    """The line that stands for these bytes."""
    return "".join(map(_written, data.decode("utf-8", "surrogateescape")))


def _written(character: str) -> str:
    code = ord(character)
    if "\udc80" <= character <= "\udcff":
        return f"\\x{code - 0xDC00:02x}"
    for letter, byte in _SHORT.items():
        if character.encode() == byte:
            return f"\\{letter}"
    if code < 0x80:
        return character if character.isprintable() else f"\\x{code:02x}"
    if unicodedata.category(character)[0] not in _HIDDEN:
        return character
    return f"\\u{code:04x}" if code < 0x1_0000 else f"\\U{code:08x}"
