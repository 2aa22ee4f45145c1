"""The bench's figures on development data do not fall."""

from __future__ import annotations

import importlib
import sys
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

_BENCH = Path(__file__).parents[2] / "lab" / "bench"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The bench as a module: its made-up news, its scoring and its way to call the aligner."""
    sys.path.insert(0, str(_BENCH))
    try:
        return importlib.import_module("align")
    finally:
        sys.path.remove(str(_BENCH))


@pytest.mark.parametrize(
    ("change", "strict", "alone"),
    [
        ("clean", 0.99, None),
        ("30 % foreign", 0.975, 0.95),
        ("50 % foreign", 0.965, 0.95),
        ("merged and split", 0.97, None),
        ("shuffled paragraphs", 0.975, None),
        ("missing halves", 0.97, 0.96),
        ("all of it", 0.91, 0.92),
    ],
)
def test_comparable_news(bench, shared, change, strict, alone):
    found = []
    for source, target in combinations(bench.LANGUAGES, 2):
        docs = bench.documents(shared / "dev" / "ntrex_dev.nway.tsv.gz", source, target)
        found += bench.aligned(bench.cases(docs, bench.CHANGES[change]), source, target)
    figures = bench.agreement(found)
    assert figures.strict >= strict
    assert alone is None or figures.alone >= alone


def test_hand_made_beads(bench, shared):
    figures = bench.textberg(shared / "dev" / "align" / "textberg_de_fr")
    assert figures.strict >= 0.87
    assert figures.lax >= 0.985
