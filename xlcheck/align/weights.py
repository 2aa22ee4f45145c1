"""What the evidence weighs: the aligner's constants, fitted on development data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """How a bead is scored and what leaving a sentence out costs; all in units of cosine.

    Fitted by coordinate search on 12 documents of NTREX-128 in six language pairs, made into comparable news as in
    `lab/bench/comparable_news.py`, with vectors of an encoder that had not seen them (`lab/train/run.py --hold-out
    12`); the form of the score (lengths, weights of merged vectors) was chosen by NTREX-128's development part too.
    Another encoder may be used as it stands: what its cosines have in common is taken off first. To get all out of
    a large one, `price`, `price_slope`, `crossing_price` and `strong` want fitting again, as cosines of true pairs
    are higher there, and the clues weigh less.
    """

    background: float = 0.25
    """Quantile of the cosines of unrelated sentences that counts as no likeness at all."""
    crowding: float = 0.5
    """Share of a sentence's likeness to its next best counterparts that is taken off."""
    length: float = 1.0
    """Exponent of the ratio of the lengths."""
    shared: float = 0.25
    """The most that shared clues can add."""
    numbers: float = 3.0
    """Weight of a number of many digits; the weights of the four kinds of clues are those beside one another."""
    dates: float = 1.0
    names: float = 1.5
    concepts: float = 1.0
    first_price: float = -0.03
    """What leaving a sentence out earns in the first pass, which finds out how many there are to leave."""
    price: float = 0.1
    """What leaving a sentence out earns where half of all sentences have no counterpart."""
    price_slope: float = 0.045
    price_least: float = -0.15
    price_most: float = 0.15
    crossing_price: float = 0.11
    """The same for beads out of order: they have no chain to lean on and must earn more."""
    strong: float = 0.35
    """From this score on, a bead of the chain is not looked for elsewhere."""
    support: float = 0.25
    """Weight, for beads out of order, of the likeness of the sentences before or behind them."""


WEIGHTS = Weights()
