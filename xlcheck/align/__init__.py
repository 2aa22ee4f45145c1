"""Which sentences of two texts say the same, in close translations and in independent reports alike."""

from collections.abc import Sequence

import numpy as np

from xlcheck.align.agreement import agreed
from xlcheck.align.clues import Mentions, mentions
from xlcheck.align.clusters import rows
from xlcheck.align.explanation import explanations
from xlcheck.align.extent import coverage, measured
from xlcheck.align.gaps import compared
from xlcheck.align.links import Link, in_reading_order, search
from xlcheck.align.sides import Rows, Texts, letters, sides
from xlcheck.align.weights import WEIGHTS, Weights
from xlcheck.model import Pair, Sentence
from xlcheck.model.explanation import Candidate, Explanation

__all__ = [
    "WEIGHTS",
    "Candidate",
    "Explanation",
    "Link",
    "Weights",
    "agreed",
    "align",
    "compared",
    "coverage",
    "explain",
    "rows",
    "texts",
]


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    source_vectors: Rows,
    target_vectors: Rows,
    weights: Weights = WEIGHTS,
) -> tuple[Pair, ...]:
    """Pair the sentences of two texts; each stands in one pair, alone where nothing answers to it.

    The vectors, (n, dim) and (m, dim) of any one encoder, have unit length, or are zero for an empty sentence.
    Pairs come in the source's order, lone target sentences behind the sentence that they follow. Raises
    ValueError when the shapes don't fit.

    A monotone chain of beads (Gale & Church 1993) over sums of sentence vectors (after Thompson & Koehn 2019) with
    margin scores (Artetxe & Schwenk 2019) tells how many sentences have no counterpart. Further passes, in which
    leaving a sentence out pays accordingly, give the beads in order; what they leave is searched for beads out of
    order. Numbers, dates, names and glossary concepts that both texts mention add to a bead's score.
    """
    given = _texts(source, target, source_vectors, target_vectors)
    links = _links(given, weights)
    translation = measured(links, *given.letters).translation
    return tuple(
        Pair(tuple(source[i] for i in link.source), tuple(target[j] for j in link.target), link.score, translation)
        for link in links
    )


def explain(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    source_vectors: Rows,
    target_vectors: Rows,
    weights: Weights = WEIGHTS,
) -> tuple[Explanation, ...]:
    """For each pair that `align` gives, in its order: what its score is made of, and its best rival.

    Takes what `align` takes and raises what it raises. Without sentences on a side there is nothing to explain.
    """
    given = _texts(source, target, source_vectors, target_vectors)
    if not (source and target):
        return tuple(Explanation(None, None, 0.0) for _ in (*source, *target))
    both = sides(given, weights)
    found = search(*both, weights)
    links = in_reading_order(list(found.beads), *both)
    return tuple(explanations(links, found, both, given.mentions, weights))


def texts(
    source: Sequence[str],
    target: Sequence[str],
    source_vectors: Rows,
    target_vectors: Rows,
    weights: Weights = WEIGHTS,
) -> tuple[Link, ...]:
    """Align lists of plain sentences by their vectors and lengths alone; the links hold places in the lists.

        >>> from xlcheck import align, embed
        >>> encoder = embed.load(None)
        >>> source = ["The talks ended on Monday.", "No deal was signed."]
        >>> target = ["Las conversaciones terminaron el lunes.", "No se firmó ningún acuerdo."]
        >>> for link in align.texts(source, target, encoder.encode(source), encoder.encode(target)):
        ...     print(link.source, link.target)
        (0,) (0,)
        (1,) (1,)

    Order, vectors and errors as in `align`, which takes sentences with their facts.
    """
    _must_fit(source, target, source_vectors, target_vectors)
    nothing = Mentions((), [()] * len(source), [()] * len(target))
    return tuple(_links(Texts((source_vectors, target_vectors), (letters(source), letters(target)), nothing), weights))


def _texts(source: Sequence[Sentence], target: Sequence[Sentence], source_vectors: Rows, target_vectors: Rows) -> Texts:
    _must_fit(source, target, source_vectors, target_vectors)
    lengths = letters(sentence.text for sentence in source), letters(sentence.text for sentence in target)
    return Texts((source_vectors, target_vectors), lengths, mentions(source, target))


def _links(texts: Texts, weights: Weights) -> list[Link]:
    n, m = map(len, texts.vectors)
    if not (n and m):
        return [*(Link((i,), (), 1.0) for i in range(n)), *(Link((), (j,), 1.0) for j in range(m))]
    both = sides(texts, weights)
    return in_reading_order(list(search(*both, weights).beads), *both)


def _must_fit(source: Sequence[object], target: Sequence[object], source_vectors: Rows, target_vectors: Rows) -> None:
    if len(source_vectors) != len(source) or len(target_vectors) != len(target):
        raise ValueError("there must be one vector for each sentence")
    if np.ndim(source_vectors) != 2 or np.shape(source_vectors)[1:] != np.shape(target_vectors)[1:]:
        raise ValueError("the vectors of both texts must have the same length")
