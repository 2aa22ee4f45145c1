"""Fuzzes the readers, writers and finders, the aligner and all reports, and prints what was reached.

    python lab/fuzz/run.py                                   20 CPU seconds a target
    python lab/fuzz/run.py --target glossary --inputs 100000 until each of these has had so many inputs in all
    python lab/fuzz/run.py --engine atheris --seconds 60     guided by coverage; needs the extra 'fuzz'
    python lab/fuzz/run.py --table                           what was reached so far

A campaign goes on where it was: counts, pools and faults are in the folder that --state names. An input that shows a
fault is made as small as can be and kept there under faults/, with the reason. Exit code 1 where there are any.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

_ENDLESS_INPUTS = 1 << 60
_COVERAGE = re.compile(r"cov: (\d+)")


def arguments() -> argparse.Namespace:
    from platformdirs import user_cache_dir

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=("mutate", "atheris"), default="mutate")
    parser.add_argument("--target", action="append", default=[], help="a target, or how several begin; may be repeated")
    parser.add_argument("--inputs", type=int, help="inputs that each target is to have had in all")
    parser.add_argument("--seconds", type=float, help="CPU seconds for each target in this run; real ones with atheris")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, default=Path(user_cache_dir("xlcheck-fuzz", appauthor=False)))
    parser.add_argument("--table", action="store_true", help="print what was reached, and fuzz nothing")
    return parser.parse_args()


def main() -> int:
    import logging
    import warnings

    given = arguments()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("error")  # which users would see on standard error
    from record import Record, table
    from targets import TARGETS

    record = Record(given.state)
    names = chosen(tuple(TARGETS), given.target)
    if not given.table:
        inputs = given.inputs or _ENDLESS_INPUTS
        seconds = given.seconds or (_ENDLESS_INPUTS if given.inputs else 20.0)
        if given.engine == "atheris":
            guide(names, record, given, inputs, seconds)
        else:
            mutate(names, record, given.seed, inputs, seconds)
    counts = {name: record.count(name) for name in names}
    print(table(counts))
    found = [f"{name}: {fault} ({many})" for name, count in counts.items() for fault, many in count.faults.items()]
    print("\n".join(found))
    return int(bool(found))


def chosen(names: Sequence[str], words: Sequence[str]) -> list[str]:
    """The targets that words name, or whose names begin so; all where there are none."""
    found = {name for word in words for name in names if name == word or (word not in names and name.startswith(word))}
    return [name for name in names if name in found or not words]


def mutate(names: list[str], record: object, seed: int, inputs: int, seconds: float) -> None:
    """Slice by slice, those that had the fewest inputs first, so that a run that is stopped leaves none behind."""
    from campaign import Bounds, run_slice
    from targets import TARGETS

    left = dict.fromkeys(names, seconds)
    while left:
        name = min(left, key=lambda name: record.count(name).inputs)
        if record.count(name).inputs >= inputs or left[name] <= 0:
            del left[name]
            continue
        left[name] -= max(0.1, run_slice(TARGETS[name], record, seed, Bounds(inputs, left[name])))


def guide(names: list[str], record: object, given: argparse.Namespace, inputs: int, seconds: float) -> None:
    """A process for each target; libFuzzer's last line says how much of the code was reached."""
    from target import scratch

    for name in names:
        runs = max(0, min(inputs - record.count(name).inputs, (1 << 31) - 1))
        numbers = map(str, (given.seed, runs, int(min(seconds, (1 << 31) - 1))))
        command = [sys.executable, str(Path(__file__).with_name("guided.py")), name, str(given.state), *numbers]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            told = process.communicate()[1].decode("utf-8", "replace")
        shutil.rmtree(scratch(process.pid), ignore_errors=True)
        count = record.count(name)
        reached = _COVERAGE.findall(told)
        count.coverage = max(count.coverage, int(reached[-1]) if reached else 0)
        if process.returncode:
            count.faults[f"atheris ended with {process.returncode}: {told.strip()[-300:]}"] += 1
        record.put_count(name, count)


if __name__ == "__main__":
    sys.exit(main())
