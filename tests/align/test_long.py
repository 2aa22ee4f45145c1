"""Long texts are cut into blocks; vectors are made up, so that the right answer is known."""

from __future__ import annotations

import tracemalloc

import numpy as np
from numpy.typing import NDArray

from xlcheck.align import align
from xlcheck.model import Document, Pair, Sentence, Span

Rows = NDArray[np.float32]


def sentences(count: int) -> list[Sentence]:
    document = Document("long", "a sentence of some length" * 2)
    return [Sentence(Span(document, 0, 50), "en", index) for index in range(count)]


def unit(rows: NDArray[np.float64]) -> Rows:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def translated(count: int, dropped: float) -> tuple[Rows, Rows, NDArray[np.intp]]:
    """Vectors of two texts and, for each target sentence, the source sentence that it renders."""
    chance = np.random.default_rng(5)
    source = chance.normal(size=(count, 64))
    kept = np.flatnonzero(chance.random(count) >= dropped)
    return unit(source), unit(source[kept] + 0.8 * chance.normal(size=(len(kept), 64))), kept


def linked(pairs: tuple[Pair, ...]) -> set[tuple[int, int]]:
    return {(s.paragraph, t.paragraph) for pair in pairs for s in pair.source for t in pair.target}


def test_a_long_text_with_missing_sentences_is_aligned():
    source, target, kept = translated(3000, 0.15)
    found = linked(align(sentences(len(source)), sentences(len(target)), source, target))
    gold = {(int(i), j) for j, i in enumerate(kept)}
    assert len(found & gold) >= 0.99 * len(gold)
    assert len(found & gold) >= 0.98 * len(found)


def test_a_passage_moved_far_is_found():
    source, target, _ = translated(1200, 0.0)
    order = np.concatenate([np.arange(20, 1200), np.arange(20)])
    found = linked(align(sentences(1200), sentences(1200), source, target[order]))
    moved = {(i, 1180 + i) for i in range(20)}
    assert len(found & moved) >= 19


def test_texts_of_very_different_length():
    source, target, _ = translated(20_000, 0.0)
    found = linked(align(sentences(20_000), sentences(5), source, target[9_000:9_005]))
    assert found == {(9_000 + j, j) for j in range(5)}


def test_texts_without_anything_in_common_keep_every_sentence():
    chance = np.random.default_rng(6)
    source, target = unit(chance.normal(size=(1300, 64))), unit(chance.normal(size=(900, 64)))
    pairs = align(sentences(1300), sentences(900), source, target)
    assert sorted(s.paragraph for pair in pairs for s in pair.source) == list(range(1300))
    assert sorted(t.paragraph for pair in pairs for t in pair.target) == list(range(900))


def test_memory_stays_far_below_that_of_all_beads():
    """The scores of all beads of these texts as a whole would take 2 GB."""
    source, target, _ = translated(3000, 0.0)
    texts = sentences(3000), sentences(3000)
    tracemalloc.start()
    align(*texts, source, target)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200e6
