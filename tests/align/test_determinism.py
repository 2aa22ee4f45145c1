"""The same pairs and scores, whatever the hash seed and the number of threads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = """
import sys
from pathlib import Path
from xlcheck.config import Config
from xlcheck.pipeline import aligned

(event,) = aligned(Config(paths=tuple(sys.argv[1:]))).events
for pair in event.alignments[0].pairs:
    print([s.span.start for s in pair.source], [t.span.start for t in pair.target], pair.score, pair.translation)
"""


def _run(paths: list[Path], seed: str, threads: str) -> str:
    variables = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads}
    command = [sys.executable, "-c", _SCRIPT, *map(str, paths)]
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("other", ["004_7ec95feefc092dc3.txt", "002_ef07036254e702c8.txt"])
def test_hash_seed_and_threads_change_nothing(seeds, other):
    paths = [seeds / "000_fecb52052cebe9ee.txt", seeds / other]
    first = _run(paths, "1", "1")
    assert first.count("\n") > 10
    assert _run(paths, "2", "2") == first
