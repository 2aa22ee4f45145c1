"""The beads of two articles and what is missing in them, as far as earlier runs have not found them already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from xlcheck.align import align, compared
from xlcheck.cache import shape
from xlcheck.model import Alignment, Article, Gap, Pair, Sentence
from xlcheck.pipeline.workshop import Workshop

Place = tuple[tuple[int, ...], tuple[int, ...], float, bool]
"""A bead without its text: where its sentences start on either side, its score, whether it is a translation."""

Gaps = tuple[tuple[Gap, ...], tuple[Gap, ...], float]
"""What is omitted in a bead, what is added, and its drift."""

_are_places, _are_gaps = shape(list[Place]), shape(list[Gaps])


def beads(source: Article, target: Article, shop: Workshop) -> tuple[Pair, ...]:
    """The sentences of two articles aligned."""

    def found() -> list[Place]:
        one, other = shop.vectors((source, target))
        return list(map(_place, align(source.sentences, target.sentences, one, other)))

    def fits(kept: Any) -> bool:
        """Whether the beads are of the sentences that there are, and of all of them."""
        return (
            _are_places(kept)
            and {start for one, *_ in kept for start in one} == ours.keys()
            and {start for _, other, *_ in kept for start in other} == theirs.keys()
        )

    ours, theirs = ({sentence.span.start: sentence for sentence in each.sentences} for each in (source, target))
    return tuple(
        Pair(tuple(ours[start] for start in one), tuple(theirs[start] for start in other), score, translation)
        for one, other, score, translation in shop.recall(["beads"], (source.document, target.document), fits, found)
    )


def with_gaps(alignment: Alignment, shop: Workshop) -> Alignment:
    """The alignment with what a translation leaves out or adds; two translations of a third text are not compared."""
    source, target, pairs = alignment.source, alignment.target, alignment.pairs
    if alignment.siblings:
        return alignment

    def found() -> list[Gaps]:
        made = compared(pairs, shop.encoder.pieces, calibrated=shop.config.model is None)
        return [(pair.omitted, pair.added, pair.drift) for pair in made]

    def fits(kept: Any) -> bool:
        return _are_gaps(kept) and len(kept) == len(pairs)

    gaps = shop.recall(["gaps", list(map(_place, pairs))], (source.document, target.document), fits, found)
    compared_pairs = (
        replace(pair, omitted=omitted, added=added, drift=drift)
        for pair, (omitted, added, drift) in zip(pairs, gaps, strict=True)
    )
    return replace(alignment, pairs=tuple(compared_pairs))


def _place(pair: Pair) -> Place:
    return _starts(pair.source), _starts(pair.target), float(pair.score), pair.translation


def _starts(sentences: Sequence[Sentence]) -> tuple[int, ...]:
    return tuple(sentence.span.start for sentence in sentences)
