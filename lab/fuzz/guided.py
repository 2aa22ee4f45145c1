"""The fuzzer that coverage guides: atheris (libFuzzer) on one target, xlcheck's own code instrumented.

    python lab/fuzz/guided.py TARGET FOLDER SEED INPUTS SECONDS

`run.py --engine atheris` starts it for each target, as libFuzzer ends the process that it runs in. Faults are kept and
it goes on; what raised the coverage is kept in the campaign's pool, which both engines share.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from random import Random

_MOST_MEMORY = 3000
"""MiB, for libFuzzer; its time limit is a little above our own, which tells where the time goes."""


def main(name: str, folder: str, seed: int, inputs: int, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["xlcheck"]):
        from attempt import ENDLESS, attempt, kind
        from mutate import LONGEST, Mutator
        from record import Record
        from targets import TARGETS

    target, record = TARGETS[name], Record(Path(folder))
    count = record.count(name)
    pool = [*target.seeds, *record.pool(name)]
    mutator = Mutator(pool, target.tokens, Random(f"{seed} {name}"))
    vary = target.vary

    def one(data: bytes) -> None:
        outcome = attempt(target, data)
        count.inputs += 1
        count.seconds += outcome.seconds
        count.slowest = max(count.slowest, outcome.seconds)
        if outcome.fault:
            if not count.faults[kind(outcome.fault)]:
                record.put_fault(name, data, f"{name}: {outcome.fault}\n\n{outcome.details}")
            count.faults[kind(outcome.fault)] += 1
        if count.inputs % 500 == 0:
            record.put_count(name, count)

    def custom(data: bytes, most: int, _seed: int) -> bytes:
        made = vary(data, mutator.changed) if vary else mutator.changed(data)
        return made[:most]

    first = Path(tempfile.mkdtemp(prefix="xlcheck-fuzz-seeds-"))
    for number, data in enumerate(target.seeds):
        (first / str(number)).write_bytes(data)
    (found := record.pool_folder(name)).mkdir(exist_ok=True)
    limits = (f"-seed={seed}", f"-runs={inputs}", f"-max_total_time={seconds}", f"-rss_limit_mb={_MOST_MEMORY}")
    others = (f"-timeout={4 * ENDLESS:.0f}", f"-max_len={LONGEST}", "-print_final_stats=1", "-reload=0")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    atheris.Setup([sys.argv[0], *limits, *others, str(found), str(first)], one, custom_mutator=custom)
    atheris.Fuzz()


if __name__ == "__main__":
    _, word, place, *numbers = sys.argv
    main(word, place, *map(int, numbers))
