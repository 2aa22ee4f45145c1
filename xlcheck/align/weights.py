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

    The fields from `left_alone` on were decided by hand: `lab/bench/rows.py` measures rows, `coverage.py` and
    `meaning.py` pieces, gaps and drift. Bounds of memory and time come last.
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
    """Weight of a date."""
    names: float = 1.5
    """Weight of a name."""
    concepts: float = 1.0
    """Weight of a glossary's concept."""
    first_price: float = -0.03
    """What leaving a sentence out earns in the first pass, which finds out how many there are to leave."""
    price: float = 0.1
    """What leaving a sentence out earns where half of all sentences have no counterpart."""
    price_slope: float = 0.045
    """How much that grows with the log odds of a sentence's having no counterpart."""
    price_least: float = -0.15
    """What leaving a sentence out earns at least."""
    price_most: float = 0.15
    """What it earns at most."""
    crossing_price: float = 0.11
    """The same for beads out of order: they have no chain to lean on and must earn more."""
    strong: float = 0.35
    """From this score on, a bead of the chain is not looked for elsewhere."""
    support: float = 0.25
    """Weight, for beads out of order, of the likeness of the sentences before or behind them."""
    left_alone: int = 1
    """What the alignment of two articles weighs that left a sentence alone, against the votes of the others."""
    alone: float = 0.4
    """How much a sentence left alone speaks against a link: an aligner overlooks more than it makes up."""
    phrase: int = 3
    """Pieces of a run: a word, or a short phrase that is one word elsewhere."""
    apart: float = 0.2
    """What two pieces lose in cosine that stand at the two ends of their sides."""
    near: int = 6
    """Pieces of a word or phrase: no rivals for one counterpart."""
    rival_margin: float = 0.3
    """By how much a piece must be more like its counterpart than its rivals are."""
    rival_cost: float = 1.5
    """What each unit short of that margin costs."""
    drift_pieces: float = 0.7
    """What the likeness of the pieces weighs next to the cosine of the sides."""
    drift_odd: float = 0.3
    """What an odd length weighs next to the cosine of the sides."""
    answered: float = 0.1
    """How far below the usual likeness the pieces of a side still have their counterparts."""
    drift_full: int = 30
    """Pieces from which a longer sentence says no more surely that it is unlike."""
    drift_power: float = 0.3
    """Exponent of the number of pieces: how much surer a longer sentence is."""
    below: float = 0.25
    """A piece has no counterpart where its likeness is so far below what is usual between the languages."""
    gap_length: float = 3.0
    """What a standard step of the lengths weighs against the unanswered run."""
    spelled_out: float = 12.0
    """What the words of an abbreviation add to the unanswered run."""
    own_lengths: int = 4
    """Pairs of a document after which its own proportion of lengths weighs as much as the languages' usual one."""
    fewest_pieces: int = 2
    """Pieces that each side must have to be judged."""
    gap_sure: float = 0.9
    """The confidence at which `likely.sure` was measured, and from which a pair as a whole is taken to differ."""
    gap_likely: float = 0.5
    """Confidence below which a run is not reported at all."""
    gap_unsure: float = 0.85
    """The most confidence where the encoder or the pair of languages was not measured."""
    next_best: int = 2
    """Next best counterparts whose mean likeness is the crowd (margin score, Artetxe and Schwenk 2019, with few
    neighbours)."""
    short: float = 30.0
    """Characters added to both lengths before they are compared: the lengths of short sentences say little."""
    fair: float = 0.3
    """Share of the median likeness of mutual best sentences below which one of them is no anchor."""
    least_syllables: int = 2
    """Characters from which two readings of a name are no coincidence."""
    passes: int = 2
    """Chains that are drawn again at the price which the chain before shows."""
    crossing_rounds: int = 24
    """Chains, at most, that are looked for among what the strong beads left."""
    most_sentences: int = 8
    """Sentences of both sides together that a bead may hold."""
    exact_cells: int = 300 * 300
    """Cells (300 by 300 sentences) up to which two texts are aligned as a whole. This and what follows bounds
    memory and time."""
    anchor_cells: int = 1 << 18
    """Cells of one block between two anchors."""
    anchor_distance: int = 32
    """Sentences between two anchors, at least."""
    band: int = 2
    """Chunks on both sides of the coarse path that are looked at."""
    clue_columns: int = 256
    """Columns of the table of clues that are multiplied at once."""
    compared_pieces: int = 1000
    """Pieces on both sides, in the geometric mean, that are compared each with each: 36 MB a table, and far more
    than any sentence of prose has."""
    confidence_rows: int = 512
    """Sentences whose best counterparts are looked for at once."""
    crossing_rows: int = 256
    """Sentences whose beads out of order are scored at once."""
    lattice_cells: int = 1 << 18
    """Cells of the lattice that are scored at once."""
    kept_cells: int = 1 << 20
    """Cells up to which the scores of a first pass are kept for the next."""
    sample: int = 400
    """Sentences of each side from which the likeness of unrelated sentences is estimated."""
    least_norm: float = 1e-6
    """Norm below which a merged vector counts as this: no division by nothing."""
    tiny: float = 1e-9
    """Weight or norm below which a piece counts as this: no division by nothing."""
    log_odds_cap: int = 20
    """Steps beyond which the odds of a gap are all the same: exp() stays in bounds."""
    figure_reach: int = 40
    """Code points around a gap in which the word that it cuts is looked for."""
    score_decimals: int = 6
    """Decimals of a score: what is beyond them may differ with the number of threads."""
    row_decimals: int = 6
    """Decimals of the score of a row."""
    confidence_decimals: int = 4
    """Decimals of a confidence."""
    explained_decimals: int = 4
    """Decimals that an explanation shows."""
    gap_decimals: int = 2
    """Decimals of the confidence of a gap."""


WEIGHTS = Weights()
