"""Signals that end a run: each as Ctrl-C does, with an exit code of its own."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from xlcheck.cli.limits import LIMITS
from xlcheck.cli.output import CLEAN
from xlcheck.files.undisturbed import STOPS

_came: list[int] = []


@contextmanager
def heeding() -> Iterator[None]:
    """Raise KeyboardInterrupt at SIGTERM and SIGHUP, too, so that nothing is left half done.

    What was ignored when we were started stays so: SIGINT in a job in the background, SIGHUP under nohup.
    """
    _came.clear()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {each: signal.getsignal(each) for each in STOPS}
    ours = [each for each, how in before.items() if how in (signal.SIG_DFL, signal.default_int_handler)]
    for each in ours:
        signal.signal(each, _stop)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, before[each])


def _stop(number: int, _frame: FrameType | None) -> None:
    _came.append(number)
    raise KeyboardInterrupt


def heed() -> None:
    """Raise KeyboardInterrupt where a signal has come whose exception was lost: Python drops what is raised in a
    destructor or in the callback of a weak reference.
    """
    if _came:
        raise KeyboardInterrupt


def stopped() -> int:
    """The exit code of a run that a signal stopped."""
    return LIMITS.by_signal + (_came or [signal.SIGINT])[-1]


def ended() -> int:
    """The exit code of what runs until it is stopped, for which Ctrl-C is the regular end."""
    code = stopped() if _came and _came[-1] != signal.SIGINT else CLEAN
    _came.clear()
    return code
