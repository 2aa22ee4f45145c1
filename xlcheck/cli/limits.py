"""How much is printed, and how often something is tried."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader of a terminal can take in, and what a run of `--watch` or `--fix` needs."""

    rounds: int = 5
    """Times that fixes are written and the files are checked again: a fix can make another one possible."""
    head: int = 4096
    """Bytes of a page in which it can name its encoding: the HTML standard looks at the first 1,024."""
    notes: int = 5
    """Inputs with nothing to check that are named; of the others the number is reported. A site may have hundreds."""
    long_run: int = 40
    """Items from which a progress bar is shown."""
    by_signal: int = 128
    """What shells add to a signal's number: 130 for Ctrl-C, 143 for SIGTERM, 129 for SIGHUP."""
    quiet: int = 30
    """Milliseconds without a change after which one is seen to."""
    longest_change: int = 200
    """Milliseconds for which a stream of changes may hold that up."""
    tick: int = 200
    """Milliseconds after which what no watched folder holds is looked at."""


LIMITS = Limits()
