"""The fuzzer that coverage guides: atheris (libFuzzer) on one target, xlcheck's own code instrumented.

    python lab/fuzz/guided.py TARGET FOLDER SEED INPUTS SECONDS

`run.py --engine atheris` starts it for each target, as libFuzzer ends the process that it runs in. Faults are kept and
it goes on; what raised the coverage is kept in the campaign's pool, which both engines share.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

_LIMITS = ("-rss_limit_mb=3000", "-reload=0", "-print_final_stats=1")
"""For libFuzzer, whose limit of time is above our own, which says where the time goes."""


_OFTEN = 200
"""Inputs after which the counts are written: libFuzzer ends the process without a word."""


def main(name: str, folder: str, seed: int, inputs: int, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["xlcheck"]):
        from attempt import ENDLESS, attempt, kind
        from campaign import keep
        from mutate import LONGEST, Mutator
        from record import Record
        from targets import TARGETS

    target, record = TARGETS[name], Record(Path(folder))
    count = record.count(name)
    pool = [*target.seeds, *record.pool(name)]
    mutator = Mutator(pool, target.tokens, Random(f"{seed} {name}"))
    vary = target.vary
    before, begun = count.seconds, time.process_time()

    def one(data: bytes) -> None:
        outcome = attempt(target, data)
        count.inputs += 1
        count.slowest = max(count.slowest, outcome.seconds)
        if outcome.fault:
            if not count.faults[kind(outcome.fault)]:
                keep(target, record, data, outcome.fault, outcome.details)
            count.faults[kind(outcome.fault)] += 1
        if count.inputs % _OFTEN == 0:
            count.seconds = before + time.process_time() - begun
            record.put_count(name, count)

    def custom(data: bytes, most: int, _seed: int) -> bytes:
        made = vary(data, mutator.changed) if vary else mutator.changed(data)
        return made[:most]

    options = (*_LIMITS, f"-max_len={LONGEST}", f"-timeout={4 * ENDLESS:.0f}", f"-artifact_prefix={folder}/faults/")
    numbers = (f"-seed={seed}", f"-runs={inputs}", f"-max_total_time={seconds}")
    folders = map(str, (record.pool_folder(name), record.put_seeds(name, target.seeds)))
    atheris.Setup([sys.argv[0], *options, *numbers, *folders], one, custom_mutator=custom)
    atheris.Fuzz()


if __name__ == "__main__":
    _, word, place, *numbers = sys.argv
    main(word, place, *map(int, numbers))
