"""Signals wait until something is whole."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from xlcheck.files.undisturbed import undisturbed


@pytest.fixture(autouse=True)
def foreground() -> Iterator[None]:
    """Ctrl-C as a program in the foreground has it, even where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_waits() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt):  # noqa: SIM117 - what is raised on leaving the inner block
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("whole")
    assert done == ["whole"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_is_raised_in_the_block_is_raised() -> None:
    with pytest.raises(ValueError, match="ours"), undisturbed():
        raise ValueError("ours")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGHUP")
def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with undisturbed():
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_other_threads_are_not_asked() -> None:
    seen = []

    def work() -> None:
        with undisturbed():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]
