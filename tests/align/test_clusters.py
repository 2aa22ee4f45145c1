"""Sentences joined to rows, the surest first, as a search through all pairs of groups does it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import combinations

import pytest

from xlcheck.align.clusters import Group, Node, _clustered, _Votes

SENTENCES = 4


def graph(kind: str, count: int, chance: random.Random) -> list[tuple[int, int]]:
    """Which articles are aligned."""
    every = list(combinations(range(count), 2))
    if kind == "all":
        return every
    if kind == "star":
        hub = chance.randrange(count)
        return [pair for pair in every if hub in pair]
    return [pair for pair in every if pair[1] - pair[0] in (1, count - 1) or chance.random() < 0.2]


def votes(kind: str, count: int, chance: random.Random) -> _Votes:
    """Alignments that mostly link each sentence to its like; some link others, or two to one, or none."""
    made = _Votes()
    for one, other in graph(kind, count, chance):
        order = list(range(SENTENCES))
        if chance.random() < 0.5:
            chance.shuffle(order)
        beads = [([i], [j], round(chance.uniform(0.1, 1), 1)) for i, j in enumerate(order)]
        lone = beads.pop() if chance.random() < 0.5 else None
        if lone and chance.random() < 0.5:
            beads[0] = (beads[0][0], sorted([*beads[0][1], *lone[1]]), 0.7)
            lone = None
        if lone:
            beads += [(lone[0], [], 0.8), ([], lone[1], 0.8)]
        made.add(one, other, beads)
    return made


def searched(nodes: Iterable[Node], told: _Votes) -> list[Group]:
    """Every two groups with a link are weighed anew before each step."""
    groups: dict[Node, Group] = {node: {node[0]: [node[1]]} for node in nodes}

    def linked(one: Node, other: Node) -> bool:
        theirs = {(article, at) for article, places in groups[other].items() for at in places}
        return any(theirs & told.linked[article, at].keys() for article, places in groups[one].items() for at in places)

    while True:
        steps = [
            (not groups[one].keys().isdisjoint(groups[other]), -told.between(groups[one], groups[other]), one, other)
            for one, other in combinations(sorted(groups), 2)
            if linked(one, other)
        ]
        best = min((step for step in steps if step[1] < 0), default=None)
        if best is None:
            return list(groups.values())
        for article, places in groups.pop(best[3]).items():
            groups[best[2]][article] = sorted([*groups[best[2]].get(article, []), *places])


@pytest.mark.parametrize("kind", ["all", "star", "few"])
@pytest.mark.parametrize("seed", range(12))
def test_as_a_search_through_all_pairs(kind: str, seed: int) -> None:
    chance = random.Random(f"{kind}-{seed}")
    count = chance.randint(3, 9)
    told = votes(kind, count, chance)
    nodes = [(article, at) for article in range(count) for at in range(SENTENCES)]
    made = sorted(map(sorted, (group.items() for group in _clustered(nodes, told))))
    assert made == sorted(map(sorted, (group.items() for group in searched(nodes, told))))
    assert len(made) < len(nodes)
