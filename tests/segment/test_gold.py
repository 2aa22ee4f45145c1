"""Boundary F1 on annotated text stays where it was measured."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from xlcheck.model import Document
from xlcheck.segment import segment


@pytest.mark.parametrize(
    ("name", "joint", "bar"),
    [("vi_vtb", " ", 0.98), ("es_ancora", " ", 0.98), ("zh_gsdsimp", "", 0.99), ("en_ewt", " ", 0.79)],
)
def test_universal_dependencies(shared: Path, name: str, joint: str, bar: float) -> None:
    documents: dict[str, list[str]] = {}
    with gzip.open(shared / "dev" / "seg_ud" / f"{name}.dev.tsv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            documents.setdefault(row["doc"], []).append(row["sentence"].strip())
    hits = found = gold = 0
    for sentences in documents.values():
        expected = _boundaries(sentences)
        got = _boundaries([s.text for s in segment(Document(name, joint.join(sentences)))])
        hits, found, gold = hits + len(expected & got), found + len(got), gold + len(expected)
    assert 2 * hits / (found + gold) >= bar


def _boundaries(sentences: list[str]) -> set[int]:
    ends, total = set(), 0
    for sentence in sentences:
        total += len("".join(sentence.split()))
        ends.add(total)
    return ends - {total}
