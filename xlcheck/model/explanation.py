"""Why a bead was made: the parts of its score, and what its sentences could have been paired with instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bead, made or not, by the places of its sentences, and its score.

    score = (cosine - crowd + clues) · lengths + support, the product only where it is the lesser. `crowd` is what
    was taken off because other sentences are alike too, `clues` what the mentions in `shared` (kind and value) added;
    `lengths` is 1 for sides as long as usual; `support` comes from the neighbours of beads out of order.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    cosine: float
    crowd: float
    clues: float
    lengths: float
    support: float
    shared: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why sentences were paired, or one was left alone.

    `chosen` is the bead, None for a sentence left alone; `rival` the best bead that pairs one of its sides, or that
    sentence, with others instead, None where there is none. `price` is what leaving out one sentence would have
    earned: a bead must score more than `price` times its sentences. `crossing`: found out of order.
    """

    chosen: Candidate | None
    rival: Candidate | None
    price: float
    crossing: bool = False
