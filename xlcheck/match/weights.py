"""What the evidence weighs that two articles cover one happening, and where the line is: the matcher's constants."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """How pairs of articles are found, scored, joined into events and aligned.

    The five weights of the logistic model, in log odds, were fitted by `lab/bench/match.py` on NTREX training
    documents. These have no two reports of one event in one language: that weight is what keeps articles of one paper
    on one subject apart. The rest was decided by hand; `lab/bench/match.py`, `match_news.py` (events of a day's news)
    and `match_scale.py` (many articles) measure it.
    """

    coverage: float = 26.9
    """How much of the shorter article the other one says too."""
    same_language: float = -4.1
    """That both are in one language."""
    numbers: float = 1.6
    """Numbers in both, by how rare they are."""
    names: float = 1.25
    """Names in both, by how rare they are."""
    prior: float = -4.6
    """What speaks against any two articles before anything is known."""
    same_day: float = 2.0
    """That both tell of one day, in log odds."""
    per_day: float = -1.5
    """Each day between the two, in log odds."""
    other_time: float = -8.0
    """The most that days can say against two articles, in log odds."""
    full_across: float = 0.5
    """The part of the room above its neighbours that a translated sentence takes up: in news that the encoder has
    not seen (demetr, mqm_google) the median is .43 to .62."""
    full_within: float = 0.85
    """The same of a sentence reworded in its language: there the median is .83 to .87."""
    neighbours: int = 3
    """Nearest sentences of other articles that a sentence is measured against."""
    expected: float = 0.4
    """The cosine of those neighbours where there are none, worth as many sentences."""
    few_names: int = 3
    """Names that each article must have for those of both to tell anything."""
    threshold: float = 0.5
    """Log odds above which articles belong together, decided on training documents."""
    voice: float = 8.0
    """A pair's voice within a cluster, either way, in log odds."""
    heard: int = 12
    """Members of a cluster that have a voice, those that were joined first: in a larger one more would tell no
    better."""
    nearest: int = 16
    """Nearest articles that each one is compared with."""
    passage: int = 8
    """Sentences of a passage that is searched for by itself; a text half as long again is one passage."""
    period: int = 8
    """Days that are searched together."""
    days_apart: int = 10
    """Days on which two articles of one event can be published apart, and told apart."""
    rare: int = 24
    """Articles that a rare fact is in at most."""
    surprise: float = 3.0
    """Surprise of the rare facts that two articles must share to be compared for them."""
    entries: int = 4
    """Entries with a time or day that a live page has at least."""
    entry_share: float = 0.1
    """Share of the sentences of a live page that open an entry, at least."""
    entries_in_order: float = 0.75
    """Share of its entries that follow one another in time."""
    lead: int = 10
    """Sentences in which an article says when."""
    days_to_print: int = 4
    """Days after which a paper still prints what happened as news."""
    covered: float = 0.7
    """Share of a text that must have a counterpart for the two to be one text, in part or whole."""
    part: float = 0.6
    """Share of a text, at most, that is in another one that is brief."""
    alike: float = 0.7
    """Share of the words that two versions of one text have in common."""
    sure_pair: float = 0.8
    """Score of a pair that counts: true ones have more, pairs that are together for want of better ones less."""
    full: int = 12
    """Articles of an event that are all aligned with one another: one in each language of the development news."""
    partners: int = 4
    """Of more articles, how many each is aligned with at least."""
    cosine_step: float = 0.05
    """Cosines nearer to one another than that do not say which article is nearer."""
    no_cosine: int = -100
    """Fewer steps than any cosine has."""
    shown_sentences: int = 5
    """Sentences that an explanation shows."""
    shown_facts: int = 8
    """Facts in common that an explanation shows."""
    shown_name: int = 4
    """Letters of a name that it shows; what is shorter is mostly the capitalised first word of a sentence."""
    kept_pairs: int = 1 << 16
    """Pairs whose measures are kept for the next run at most: there may be millions."""
    exact_rows: int = 8192
    """Vectors up to which all are compared with all. This and what follows bounds memory and time (inverted file
    index, Jégou, Douze and Schmid 2011)."""
    probes: int = 24
    """Cells of the index that are searched for each vector."""
    rounds: int = 4
    """Rounds of k-means that fit the cells."""
    cell_sample: int = 32
    """Vectors that a cell is fitted on, at most."""
    cosines_at_once: int = 1 << 22
    """Cosines held at a time."""
    numbers_at_once: int = 1 << 22
    """Numbers held for a batch of pairs."""
    steps: int = 4000
    """Steps to a length of 1 that vectors are rounded to: sums of products stay below 2 ** 24, up to which single
    precision is exact."""


WEIGHTS = Weights()
