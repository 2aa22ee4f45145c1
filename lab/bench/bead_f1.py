"""Agreement of beads with gold beads, as vecalign's `score.py` counts it (Thompson & Koehn 2019)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices of source and of target sentences; an empty side: no counterpart."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """F1 of beads that are exactly right, of beads that overlap a gold bead, and of the sentences left alone."""

    strict: float
    lax: float
    alone: float


def agreement(pairs: Iterable[tuple[Sequence[Bead], Sequence[Bead]]]) -> Agreement:
    """Measure (gold, found) of several texts together. Precision counts beads with an empty side, recall does not."""
    pairs = list(pairs)
    precision = [_hits(gold, found) for gold, found in pairs]
    recall = [_hits(_linked(found), _linked(gold)) for gold, found in pairs]
    alone = [(_alone(gold), _alone(found)) for gold, found in pairs]
    both = sum(len(gold & found) for gold, found in alone)
    return Agreement(
        strict=_f1(_share(precision, 0), _share(recall, 0)),
        lax=_f1(_share(precision, 1), _share(recall, 1)),
        alone=2 * both / max(1, sum(len(gold) + len(found) for gold, found in alone)),
    )


def _hits(gold: Sequence[Bead], found: Sequence[Bead]) -> tuple[int, int, int]:
    """How many of `found` are in `gold`, how many overlap a bead of it on both sides, and how many there are."""
    known = set(gold)
    counterparts = defaultdict(set)
    for source, target in gold:
        for i in source:
            counterparts[i].update(target)
    strict = [bead in known for bead in found]
    lax = [any(counterparts[i] & set(target) for i in source) for source, target in found]
    return sum(strict), sum(map(max, zip(strict, lax, strict=True))), len(found)


def _linked(beads: Sequence[Bead]) -> list[Bead]:
    return [bead for bead in beads if all(bead)]


def _alone(beads: Sequence[Bead]) -> set[tuple[int, int]]:
    return {(side, i) for bead in beads if not all(bead) for side in (0, 1) for i in bead[side]}


def _share(counts: Sequence[tuple[int, int, int]], which: int) -> float:
    return sum(count[which] for count in counts) / max(1, sum(count[2] for count in counts))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(precision + recall, 1e-9)
