"""The smallest input that still shows a fault: parts are left out, larger ones first (ddmin, Zeller 2002)."""

from __future__ import annotations

import time
from collections.abc import Callable

_SIMPLER = (b"a", b"1", b"\n")


def shrunk(data: bytes, fails: Callable[[bytes], bool], seconds: float) -> bytes:
    """An input no larger than this one that `fails`, as small as can be found in so many CPU seconds."""
    end = time.process_time() + seconds
    size = max(1, len(data) // 2)
    while size and time.process_time() < end:
        smaller = _without(data, size, fails, end)
        size = size if len(smaller) < len(data) else size // 2
        data = smaller
    return _simplified(data, fails, end)


def _without(data: bytes, size: int, fails: Callable[[bytes], bool], end: float) -> bytes:
    """The input less all parts of this size that it does not need."""
    at = 0
    while at < len(data) and time.process_time() < end:
        candidate = data[:at] + data[at + size :]
        if fails(candidate):
            data = candidate
        else:
            at += size
    return data


def _simplified(data: bytes, fails: Callable[[bytes], bool], end: float) -> bytes:
    """The input with plain bytes in the place of those that do not matter."""
    for at in range(len(data)):
        for simple in _SIMPLER:
            candidate = data[:at] + simple + data[at + 1 :]
            if data[at : at + 1] == simple or time.process_time() >= end:
                break
            if fails(candidate):
                data = candidate
                break
    return data
