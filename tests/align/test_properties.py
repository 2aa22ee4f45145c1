"""What must hold for any texts: seeded random ones, whose right beads are known."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from xlcheck.align import Link, texts

Rows = NDArray[np.float32]
Text = tuple[list[str], Rows]


def made(seed: int) -> tuple[Text, Text]:
    """Two texts of like meaning: noise in the vectors, sentences missing, merged and moved."""
    chance = np.random.default_rng(seed)
    count = int(chance.integers(4, 40))
    meaning = chance.normal(size=(count, 48))
    lengths = chance.integers(20, 200, count)
    sides = []
    for noise in (0.0, 0.7):
        units = [[at] for at in range(count) if chance.random() > 0.15] or [[0]]
        if chance.random() < 0.5:
            cut = int(chance.integers(0, len(units)))
            units = units[cut:] + units[:cut]
        at = 0
        while at + 1 < len(units):
            if chance.random() < 0.15:
                units[at : at + 2] = [units[at] + units[at + 1]]
            at += 1
        rows = np.array([meaning[unit].sum(axis=0) + noise * chance.normal(size=48) for unit in units])
        sides.append((["x" * int(lengths[unit].sum()) for unit in units], unit_rows(rows)))
    return sides[0], sides[1]


def unit_rows(rows: NDArray[np.float64]) -> Rows:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def foreign(count: int, seed: int) -> Text:
    chance = np.random.default_rng(1000 + seed)
    rows = chance.normal(size=(count, 48))
    return ["y" * int(chance.integers(20, 200)) for _ in range(count)], unit_rows(rows)


def linked(source: Text, target: Text) -> tuple[Link, ...]:
    return texts(source[0], target[0], source[1], target[1])


def appended(text: Text, more: Text) -> Text:
    return [*text[0], *more[0]], np.concatenate([text[1], more[1]])


@pytest.mark.parametrize("seed", range(30))
def test_swapping_source_and_target_mirrors_the_beads(seed):
    source, target = made(seed)
    there = {(link.source, link.target, link.score) for link in linked(source, target)}
    assert there == {(link.target, link.source, link.score) for link in linked(target, source)}


@pytest.mark.parametrize("seed", range(30))
def test_every_sentence_stands_once(seed):
    source, target = made(seed)
    links = linked(source, target)
    assert [i for link in links for i in link.source] == list(range(len(source[0])))
    assert sorted(j for link in links for j in link.target) == list(range(len(target[0])))


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("side", ["source", "target", "both"])
def test_foreign_text_at_the_end_changes_little_before_it(seed, side):
    """Of the sure beads few change, and no sentence of theirs goes elsewhere: it loses or gains a neighbour or all."""
    source, target = made(seed)
    before = [link for link in linked(source, target) if link.source and link.target and link.score > 0.9]
    longer = (
        appended(source, foreign(6, seed)) if side != "target" else source,
        appended(target, foreign(6, seed + 500)) if side != "source" else target,
    )
    after = linked(*longer)
    kept = {(link.source, link.target) for link in after}
    changed = [link for link in before if (link.source, link.target) not in kept]
    assert len(changed) <= 2
    for link in changed:
        for now in after:
            if now.source and now.target and not set(link.source).isdisjoint(now.source):
                assert min(abs(i - j) for i in link.target for j in now.target) <= 1
