"""How xlcheck's time grows with its inputs: each of many shapes is doubled, and doubled again.

python lab/fuzz/growth.py [--only WORD] [--shapes] [--seconds N]

Prints a line for each shape: its repeats, the CPU seconds that they take, and the power of n by which these grow (1:
twice as long for twice as much; 2: four times). Exit code 1 where one grows faster than n^1.3.
"""

from __future__ import annotations

import argparse
import gc
import signal
import sys
import time
from dataclasses import dataclass
from math import log2
from typing import NoReturn

from growing import SHAPES
from growing.shape import Shape

MOST_POWER = 1.3
"""n log n is 1.1 at these sizes; the rest is for caches that grow too small, and for noise."""

SECONDS = 0.3
"""CPU time that the larger of two inputs should take: less says little of a doubling, more takes long."""

TOO_SHORT = 0.02
"""CPU seconds that the clock and whatever else the machine does may add or take away."""

TRIES = 2
AGAIN = 3
"""Doublings that are measured anew before a shape is said to grow too fast."""

LONGEST = 60
"""CPU seconds that a single reading may take: what takes longer has grown too fast."""


@dataclass(frozen=True)
class Growth:
    """What n and 2n repeats of a shape take, less what one takes, in CPU seconds."""

    n: int
    smaller: float
    larger: float
    fault: str = ""

    @property
    def power(self) -> float | None:
        """The exponent; None where even the largest takes too short a time to say."""
        return log2(self.larger / max(self.smaller, TOO_SHORT)) if self.larger >= 2 * TOO_SHORT else None

    @property
    def fails(self) -> bool:
        return bool(self.fault) or (self.power is not None and self.power > MOST_POWER)


def seconds(shape: Shape, n: int, tries: int = TRIES) -> float:
    """The CPU time of one reading, the best of some tries; rounds of the garbage collector come by chance."""
    best = float("inf")
    for _ in range(tries):
        made = shape.make(n)
        gc.collect()
        gc.disable()
        try:
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            shape.run(made)
            best = min(best, time.process_time() - begun)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            gc.enable()
    return best


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise TimeoutError(f"took more than {LONGEST} s")


def growth(shape: Shape, least: float) -> Growth:
    """The last doubling of a shape, or why there is none."""
    try:
        return _growth(shape, least)
    except Exception as error:
        return Growth(0, 0, 0, f"{type(error).__name__}: {error}"[:80])


def _growth(shape: Shape, least: float) -> Growth:
    """The last doubling of a shape: from the first size that takes long enough, or as far as there is time."""
    shape.run(shape.make(1))  # what is loaded once
    start = seconds(shape, 1)
    n, smaller = 16, seconds(shape, 16) - start
    while 2 * smaller < least and n < shape.most:
        n *= 2 if 8 * smaller > least else 4
        smaller = seconds(shape, n, 1) - start
    found = Growth(n, seconds(shape, n) - start, seconds(shape, 2 * n) - start)
    for _ in range(AGAIN):
        if not found.fails:
            break
        again = Growth(n, seconds(shape, n) - start, seconds(shape, 2 * n) - start)
        found = min(found, again, key=lambda one: one.power or 0)
    return found


def line(shape: Shape, found: Growth) -> str:
    power = "-" if found.power is None else f"{found.power:.2f}"
    mark = f"  {found.fault or 'TOO FAST'}" if found.fails else ""
    return f"{shape.name:60} {2 * found.n:>9} {found.smaller:8.3f} {found.larger:8.3f} {power:>6}{mark}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="WORD", help="only the shapes whose name has this in it")
    parser.add_argument("--shapes", action="store_true", help="list the shapes, and measure nothing")
    parser.add_argument("--seconds", type=float, default=SECONDS, metavar="N", help="how long the larger should take")
    options = parser.parse_args()
    chosen = [shape for shape in SHAPES if options.only.lower() in shape.name.lower()]
    if options.shapes:
        print("\n".join(shape.name for shape in chosen))
        return 0
    signal.signal(signal.SIGPROF, _stop)
    print(f"{'shape':60} {'n':>9} {'n/2, s':>8} {'n, s':>8} {'power':>6}")
    failed = 0
    for shape in chosen:
        found = growth(shape, options.seconds)
        failed += found.fails
        print(line(shape, found), flush=True)
    print(f"{failed} of {len(chosen)} grow faster than n^{MOST_POWER}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
