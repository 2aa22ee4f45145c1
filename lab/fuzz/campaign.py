"""The mutation fuzzer: a target is run in a process of its own, slice by slice, so that nothing can end the campaign.

What brings about a result that was not seen before (an error of another wording, another language, another rule) joins
the pool that inputs are made of.
"""

from __future__ import annotations

import mmap
import multiprocessing
import shutil
import time
import warnings
from dataclasses import dataclass
from multiprocessing.connection import Connection
from random import Random
from typing import Any

from attempt import attempt, bound_memory, kind
from mutate import LONGEST, Mutator
from record import Count, Record
from shrink import shrunk
from target import Target, scratch

_SLICE = 20.0
"""CPU seconds that a process works for before it hands over what it found."""

_SHRINKING = 10.0
"""CPU seconds in which a fault's input is made small."""

_LONGEST_KEPT = 1024
"""Bytes of an input that joins the pool: long ones would make all others long."""

_LENGTH, _PACKED = 4, 1 << 18
"""Bytes of the length in front of the input that is being tried, and the most that a packed one may have."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A slice ends when the target has had so many inputs in all, or after so many CPU seconds."""

    inputs: int
    seconds: float


class Tried:
    """Memory that two processes share: the input that is being tried, which one tells of should the other die."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _LENGTH + _PACKED)

    def put(self, data: bytes) -> None:
        self._memory[: _LENGTH + len(data)] = len(data).to_bytes(_LENGTH, "little") + data

    def get(self) -> bytes:
        length = int.from_bytes(self._memory[:_LENGTH], "little")
        return self._memory[_LENGTH : _LENGTH + length]


def run_slice(target: Target, record: Record, seed: int, bounds: Bounds) -> float:
    """Run a target for a while in a process of its own; the CPU seconds that it took are added to the record."""
    tried = Tried()
    here, there = multiprocessing.Pipe(duplex=False)
    seconds = min(_SLICE, bounds.seconds)
    context = multiprocessing.get_context("fork")
    count = record.count(target.name)
    args = (target, record, count, seed, Bounds(bounds.inputs, seconds), tried, there)
    process = context.Process(target=_work, args=args)
    with warnings.catch_warnings():  # Python 3.12 warns of threads, which libraries have and leave idle
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    there.close()
    try:
        done: Count | None = here.recv()
    except EOFError:
        done = None
    process.join()
    shutil.rmtree(scratch(process.pid), ignore_errors=True)
    if done is None:
        return _died(target, record, count, tried.get(), process.exitcode, seconds)
    record.put_count(target.name, done)
    return done.seconds - count.seconds


def _died(target: Target, record: Record, count: Count, data: bytes, code: Any, seconds: float) -> float:
    """What is kept of a process that its input ended: the slice's other inputs are not counted."""
    fault = f"the process ended with {code}"
    count.faults[fault] += 1
    count.inputs += 1
    count.seconds += seconds
    record.put_fault(target.name, data, f"{target.name}: {fault}; not made smaller")
    record.put_count(target.name, count)
    return seconds


def _work(
    target: Target, record: Record, count: Count, seed: int, bounds: Bounds, tried: Tried, out: Connection
) -> None:
    """Make and try inputs; runs in a process of its own. The same seed and count so far give the same inputs."""
    bound_memory()
    grown = record.pool(target.name)
    pool = [*target.seeds, *grown]
    mutator = Mutator(pool, target.tokens, Random(f"{seed} {target.name} {count.inputs}"))
    seen = {attempt(target, data).seen for data in pool}
    longest = max((_LONGEST_KEPT, *map(len, target.seeds)))
    begun = time.process_time()
    while count.inputs < bounds.inputs and time.process_time() - begun < bounds.seconds:
        data = _input(target, mutator, pool, count.inputs)
        tried.put(data)
        outcome = attempt(target, data)
        count.inputs += 1
        count.slowest = max(count.slowest, outcome.seconds)
        if outcome.fault:
            if not count.faults[kind(outcome.fault)]:
                keep(target, record, data, outcome.fault, outcome.details)
            count.faults[kind(outcome.fault)] += 1
        elif outcome.seen not in seen and len(data) <= longest and not record.is_full(grown):
            seen.add(outcome.seen)
            grown.append(data)
            pool.append(data)
    count.seconds += time.process_time() - begun
    record.put_pool(target.name, grown)
    out.send(count)
    out.close()


def _input(target: Target, mutator: Mutator, pool: list[bytes], number: int) -> bytes:
    if target.vary is None:
        return mutator.made()
    return target.vary(pool[number % len(pool)], mutator.changed)[: 4 * LONGEST]


def keep(target: Target, record: Record, data: bytes, fault: str, details: str) -> None:
    """Keep the smallest input that is found to show a fault of this kind."""
    wanted = kind(fault)
    small = shrunk(data, lambda smaller: kind(attempt(target, smaller).fault) == wanted, _SHRINKING)
    record.put_fault(target.name, small, f"{target.name}: {fault}\n\n{details}")
