"""Why a bead was made: the parts of its score, and what its sentences could have been paired with instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.anchors import Block, blocks
from xlcheck.align.beads import SHAPES
from xlcheck.align.clues import Clue, Mentions, clue_weight
from xlcheck.align.lattice import parts
from xlcheck.align.links import Found, Link
from xlcheck.align.score import Evidence, bead_likeness, by_length, length_fit, support
from xlcheck.align.sides import Floats, Side
from xlcheck.align.weights import WEIGHTS, Weights
from xlcheck.model import Concept
from xlcheck.model.explanation import Candidate, Explanation

Mask = NDArray[np.bool_]


@dataclass(eq=False)
class _Region:
    """A block of two sides with the scores of all its beads."""

    source: Side
    target: Side
    ratio: float
    weights: Weights
    mentions: Mentions

    @cached_property
    def evidence(self) -> Evidence:
        return Evidence.of(self.source, self.target, self.weights)

    @cached_property
    def scores(self) -> Floats:
        likeness = bead_likeness(self.source, self.target, self.weights)
        return by_length(likeness, self.source, self.target, self.ratio, self.weights)

    @cached_property
    def fit(self) -> Floats:
        return length_fit(self.source, self.target, self.ratio, self.weights)

    def bead(self, link: Link) -> Candidate:
        i, j = self.source.places.tolist().index(link.source[0]), self.target.places.tolist().index(link.target[0])
        return self.candidate(i, j, len(link.source), len(link.target))

    def rival(self, link: Link) -> Candidate | None:
        """The best bead that pairs all sentences of one side of a link with others than it does."""
        (one, near), (other, there) = _same(self.source, link.source, 0), _same(self.target, link.target, 1)
        elsewhere = (one[:, :, None] & ~there.T[None]) | (~near[:, :, None] & other.T[None])
        scores = np.where(elsewhere, self.scores, -np.inf)
        end, shape, last = np.unravel_index(int(scores.argmax()), scores.shape)
        if scores[end, shape, last] == -np.inf:
            return None
        a, b = SHAPES[shape]
        return self.candidate(int(end) - a, int(last) - b, a, b)

    def candidate(self, i: int, j: int, a: int, b: int) -> Candidate:
        """The bead of shape (a, b) that begins at sentences i and j of the region."""
        shape = SHAPES.index((a, b))
        source, target = self.source.places[i : i + a].tolist(), self.target.places[j : j + b].tolist()
        parts = {
            "score": self.scores[i + a, shape, j + b],
            "cosine": self.evidence.cosine(a, b)[i, j],
            "crowd": self.weights.crowding * self.evidence.crowd(a, b)[i, j],
            "clues": self.weights.shared * self.evidence.clues(a, b)[i, j],
            "lengths": self.fit[i + a, shape, j + b],
            "support": self.weights.support * support(self.source, self.target, a, b)[i, j],
        }
        rounded = {name: round(float(value), WEIGHTS.explained_decimals) for name, value in parts.items()}
        return Candidate(tuple(source), tuple(target), shared=self._shared(source, target), **rounded)

    def _shared(self, source: Sequence[int], target: Sequence[int]) -> tuple[tuple[str, str], ...]:
        theirs = {number for at in target for number in self.mentions.target[at]}
        ours = dict.fromkeys(number for at in source for number in self.mentions.source[at])
        shared = [self.mentions.clues[number] for number in ours if number in theirs]
        return tuple(_named(clue) for clue in shared if clue_weight(clue, self.weights))


def explanations(
    links: Sequence[Link], found: Found, sides: tuple[Side, Side], mentions: Mentions, weights: Weights
) -> list[Explanation]:
    """Explain the links of two texts that were searched with this result."""
    regions: dict[tuple[int, Block], _Region] = {}

    def region(among: tuple[Side, Side], link: Link) -> _Region:
        block = _block(among, link)
        key = id(among[0]), block
        if key not in regions:
            regions[key] = _Region(*parts(*among, block), found.ratio, weights, mentions)
        return regions[key]

    made = {(bead.source, bead.target): among for bead, among in found.beads.items()}
    explained = []
    for link in links:
        among = made.get((link.source, link.target), sides)
        here = region(among, link)
        crossing = among[0].neighbours is not None
        explained.append(
            Explanation(
                here.bead(link) if link.source and link.target else None,
                here.rival(link),
                round(weights.crossing_price if crossing else found.price, WEIGHTS.explained_decimals),
                crossing,
            )
        )
    return explained


def _block(among: tuple[Side, Side], link: Link) -> Block:
    """The block that a link's sentences lie in."""
    source, target = (side.places.tolist() for side in among)
    for block in blocks(among[0].vectors, among[1].vectors):
        start, end, first, last = block
        ours, theirs = set(source[start:end]), set(target[first:last])
        if not (ours.isdisjoint(link.source) and theirs.isdisjoint(link.target)):
            return block
    raise ValueError("the link is not one of these texts'")


def _same(side: Side, places: Sequence[int], which: int) -> tuple[Mask, Mask]:
    """Which beads (n + 1, shapes), by where they end, have just the sentences at `places` on a side, and which any."""
    marked = np.concatenate([[0], np.isin(side.places, places).cumsum()])
    sizes = np.array([shape[which] for shape in SHAPES])
    starts = np.maximum(np.arange(len(marked))[:, None] - sizes, 0)
    count = marked[:, None] - marked[starts]
    return (count == len(places)) & (sizes == len(places)) & (len(places) > 0), count > 0


def _named(clue: Clue) -> tuple[str, str]:
    """Kind and value of a clue, for people."""
    match clue:
        case Concept():
            return "concept", clue.id
        case ("date", (year, month, day)):
            return "date", "-".join(f"{part:02}" for part in (year, month, day) if part)
        case (kind, value):
            return str(kind), str(value)
    return "clue", str(clue)
