"""One input given to one target, within bounds of time and memory: what became of it."""

from __future__ import annotations

import re
import resource
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath

from target import Broken, Target

from xlcheck.model import XlcheckError

SLOW, ENDLESS = 1.0, 8.0
"""CPU seconds from which an input is reported as slow, and after which it is stopped."""

SLOWLY = "slow"
"""How the fault of an input begins that was only slow."""

_STUCK = 30
"""CPU seconds after which the process is ended where code outside Python does not let itself be stopped."""

_MOST_GROWTH = 256 << 10
"""KiB by which one input may raise the most memory that the process ever held."""

_MOST_MEMORY = 3 << 30
"""Bytes of address space on top of what the process has when it begins."""

_PLACE = re.compile(r"[^\s'“]*?\.\w+:\d+: |\d+|'[^']*'|“[^”]*”|\(.*?\)")
"""What differs from message to message of one kind."""


class Endless(BaseException):
    """The input took longer than `ENDLESS`; no `except Exception` takes it for an error."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a target made of an input. `fault` is empty where all is as it must be, `seen` tells results apart;
    `refused` says that the input is none that the target takes."""

    fault: str
    seen: str
    seconds: float
    refused: bool = False
    details: str = ""


def attempt(target: Target, data: bytes) -> Outcome:
    """Run a target once."""
    begun = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    fault, seen, details, is_refused = "", "", "", False
    try:
        with _stopped_in_time():
            seen = repr(target.run(data))[:200]
    except XlcheckError as error:
        seen = _PLACE.sub("·", str(error))[:200]
        is_refused, fault = True, "" if str(error).strip() else "an error without a message"
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        fault, details = _told(error), "".join(traceback.format_exception(error))[-4000:]
    seconds = time.process_time() - begun
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    if not fault and grown > _MOST_GROWTH:
        fault = f"takes {grown >> 10} MiB of memory"
    if not fault and seconds > SLOW:
        fault = f"{SLOWLY}: {seconds:.1f} s of CPU for {len(data)} bytes"
    return Outcome(fault, seen, seconds, is_refused, details)


def kind(fault: str) -> str:
    """What faults of one cause have in common."""
    return re.sub(r"[\d.]+ (?:s of CPU|MiB|bytes)", "…", fault)


def bound_memory() -> None:
    """What the process may take from now on."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + _MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _told(error: BaseException) -> str:
    """An error by what the target says of it, else by its type and the innermost place of ours."""
    if isinstance(error, Broken):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/xlcheck/" in frame.filename and "site-packages" not in frame.filename]
    where = (ours or frames)[-1]
    return f"{type(error).__name__} in {PurePath(where.filename).name}:{where.name}"


@contextmanager
def _stopped_in_time() -> Iterator[None]:
    """Raise Endless inside after too long, again every second; at last the system ends the process."""

    def stop(*_: object) -> None:
        raise Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + _STUCK, most))
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        signal.signal(signal.SIGVTALRM, before)
