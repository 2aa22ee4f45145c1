"""Signals that wait until something is whole."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
"""What ends a run from outside: Ctrl-C, a CI service or a supervisor, a closed terminal (Windows: Ctrl-Break)."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back what Python would raise at a signal (KeyboardInterrupt) until the block is left.

    Python raises between any two instructions, in a `finally` too, so that nothing else keeps the cleaning up whole.
    Only handlers written in Python are held back, and only the main thread has such: elsewhere this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = {each: signal.getsignal(each) for each in STOPS}
    held = [each for each in STOPS if callable(before[each])]
    try:
        for each in held:
            signal.signal(each, lambda number, _: waiting.append(number))
        yield
    finally:
        for each in held:
            signal.signal(each, before[each])
        for number in dict.fromkeys(waiting):
            signal.raise_signal(number)
