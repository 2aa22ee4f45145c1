"""The aligner, over vectors and lengths made of the bytes: zero, infinite and undefined ones among them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from target import Target, must

from xlcheck.align import Link, texts

_MOST, _DIM = 24, 6
_STRANGE = {0x80: 0.0, 0x7F: np.inf, 0x81: -np.inf, 0x7E: np.nan, 0x82: 1e-38, 0x7D: -1e30}
"""What some bytes stand for, where an input says so; the others are small numbers."""


def _aligned(data: bytes) -> object:
    """Three bytes say how many sentences there are and whether vectors are strange; others are lengths and vectors."""
    head, rest = data[:3].ljust(3, b"\0"), data[3:]
    ours, theirs = head[0] % _MOST, head[1] % _MOST
    lengths, numbers = rest[: ours + theirs], rest[ours + theirs :]
    sides = ["x" * (byte * byte // 64) for byte in lengths.ljust(ours + theirs, b"\x40")]
    strange = bool(head[2] & 1)
    rows = _rows(numbers, ours + theirs, strange=strange)
    with np.errstate(all="ignore" if strange else "warn"):
        links = texts(sides[:ours], sides[ours:], rows[:ours], rows[ours:])
    _check_cover(links, ours, theirs)
    must(strange or all(0 <= link.score <= 1 for link in links), "a score that is no share")
    return len(links), sum(1 for link in links if link.source and link.target)


def _rows(numbers: bytes, count: int, *, strange: bool) -> np.ndarray:
    """Vectors of unit length, or zero, as encoders give them; strange ones as they are."""
    filled = (numbers or b"\1\2\3\5\7\x0b\x0d") * (count * _DIM // max(1, len(numbers)) + count * _DIM)
    if strange:
        values = [_STRANGE.get(byte, (byte - 128) / 64) for byte in filled[: count * _DIM]]
        return np.array(values, np.float32).reshape(count, _DIM)
    values = np.frombuffer(filled[: count * _DIM], np.int8).reshape(count, _DIM).astype(np.float32)
    lengths = np.linalg.norm(values, axis=1, keepdims=True)
    return (values / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _check_cover(links: Sequence[Link], ours: int, theirs: int) -> None:
    """Each sentence is in one link, links follow the source's order, lone target sentences the one before them."""
    must(sorted(i for link in links for i in link.source) == list(range(ours)), "a source sentence not in one link")
    must(sorted(j for link in links for j in link.target) == list(range(theirs)), "a target sentence not in one link")
    must(all(link.source or link.target for link in links), "an empty link")
    sources = [link.source for link in links if link.source]
    must(sources == sorted(sources), "links out of the source's order")
    place = {j: number for number, link in enumerate(links) for j in link.target}
    lone = [link.target[0] for link in links if not link.source]
    must(all(place[j - 1] < place[j] for j in lone if j), "a lone sentence that is not behind the one before it")


_seeds = tuple(
    bytes([ours, theirs, strange]) + bytes(range(40, 40 + ours + theirs)) + bytes(range(1, 251, 3)) * 2
    for ours, theirs, strange in ((5, 5, 0), (3, 12, 0), (12, 4, 1), (0, 3, 0), (7, 7, 1), (23, 23, 0))
)

TARGETS = (Target("align", _aligned, _seeds, tuple(bytes([byte]) * _DIM for byte in (0, *_STRANGE))),)
