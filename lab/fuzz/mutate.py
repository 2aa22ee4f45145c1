"""New inputs out of known ones: changed, cut, doubled and spliced, the same for the same random numbers.

The operations are those of AFL's havoc and splice stages (Zalewski 2013), with tokens of the format and characters of
every plane in place of its arithmetic on bytes: what is read here is text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

LONGEST = 4_096
"""Bytes of an input: what takes more to show is a matter of growth, which has a test of its own."""

_CHANGES = (1, 1, 1, 2, 2, 3, 5, 8, 13)
_LENGTHS = (1, 1, 2, 3, 5, 10, 30, 100, 500)
_REPEATS = (2, 2, 3, 10, 40)
_REPAIRED = 0.9
"""How often an input for a reader of text is UTF-8: else most would be a matter of guessing their encoding."""

_PLANES = ((0x20, 0x7F), (0x80, 0x250), (0x250, 0x3000), (0x3000, 0xD800), (0xE000, 0x11_0000))


class Mutator:
    """Makes inputs out of `pool`, to which the caller may add what proved to be new."""

    def __init__(self, pool: Sequence[bytes], tokens: Sequence[bytes], dice: Random) -> None:
        self._pool = pool
        self._tokens = tokens or (b"\0",)
        self._dice = dice
        self._is_text = 2 * sum(map(_is_text, pool)) > len(pool)
        self._operations: tuple[Callable[[bytearray, int], None], ...] = (
            *(self._insert_token,) * 4,
            *(self._overwrite, self._delete, self._repeat, self._splice, self._splice),
            *(self._repeat_token, self._insert_character, self._swap, self._cut, self._replace_token),
        )

    def made(self) -> bytes:
        """An input, of at most `LONGEST` bytes."""
        return self.changed(self._dice.choice(self._pool))

    def changed(self, data: bytes) -> bytes:
        """An input like this one."""
        work = bytearray(data)
        for _ in range(self._dice.choice(_CHANGES)):
            self._dice.choice(self._operations)(work, self._dice.randrange(len(work) + 1))
        made = bytes(work[:LONGEST])
        return _repaired(made) if self._is_text and self._dice.random() < _REPAIRED else made

    def _length(self) -> int:
        return self._dice.choice(_LENGTHS)

    def _insert_token(self, work: bytearray, at: int) -> None:
        work[at:at] = self._dice.choice(self._tokens)

    def _replace_token(self, work: bytearray, at: int) -> None:
        token = self._dice.choice(self._tokens)
        work[at : at + len(token)] = token

    def _repeat_token(self, work: bytearray, at: int) -> None:
        work[at:at] = self._dice.choice(self._tokens) * self._dice.choice(_REPEATS)

    def _overwrite(self, work: bytearray, at: int) -> None:
        work[at : at + 1] = bytes([self._dice.randrange(256)])

    def _delete(self, work: bytearray, at: int) -> None:
        del work[at : at + self._length()]

    def _cut(self, work: bytearray, at: int) -> None:
        if self._dice.random() < 0.5:
            del work[at:]
        else:
            del work[:at]

    def _repeat(self, work: bytearray, at: int) -> None:
        work[at:at] = work[at : at + self._length()] * self._dice.choice(_REPEATS)

    def _splice(self, work: bytearray, at: int) -> None:
        other = self._dice.choice(self._pool)
        start = self._dice.randrange(len(other) + 1)
        work[at:at] = other[start : start + self._length()]

    def _swap(self, work: bytearray, at: int) -> None:
        length, other = self._length(), self._dice.randrange(len(work) + 1)
        first, last = sorted((at, other))
        if first + length <= last:
            one, two = work[first : first + length], work[last : last + length]
            work[last : last + length], work[first : first + length] = one, two

    def _insert_character(self, work: bytearray, at: int) -> None:
        work[at:at] = chr(self._dice.randrange(*self._dice.choice(_PLANES))).encode()


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _repaired(data: bytes) -> bytes:
    return data.decode("utf-8", "ignore").encode()
