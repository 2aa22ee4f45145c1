"""Alignments made to agree with rows: sentences are linked only within a row, and what a row holds is linked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from xlcheck.align.consensus import Consensus
from xlcheck.align.weights import WEIGHTS
from xlcheck.model import Alignment, Pair, Row, Sentence

Places = Mapping[int, int]
"""Where in its article a sentence, by its identity, stands."""


def agreed(alignments: Sequence[Alignment], rows: Sequence[Row]) -> tuple[Alignment, ...]:
    """The alignments as the rows of their event correct them.

    A bead is cut where its sentences share no row and the other articles' votes are against it. Sentences of a row that
    no bead links become one; a single one joins a bead of its row where the votes are for it. Beads inside a row stay
    as fine as they are. Pairs come in reading order as from `align`.
    """
    consensus = Consensus.of(alignments, rows)
    return tuple(replace(alignment, pairs=_agreed(alignment, rows, consensus)) for alignment in alignments)


def _agreed(alignment: Alignment, rows: Sequence[Row], consensus: Consensus) -> tuple[Pair, ...]:
    ours, theirs = (
        {id(sentence): at for at, sentence in enumerate(article.sentences)}
        for article in (alignment.source, alignment.target)
    )
    pairs: list[Pair] = []
    before: dict[int, Pair] = {}
    free: list[Sentence] = []
    for pair in alignment.pairs:
        for source, target in consensus.grouped(pair.source, pair.target, linked=True):
            if source and target:
                pairs.append(replace(pair, source=source, target=target))
            else:
                free += (*source, *target)
                before |= {id(sentence): pair for sentence in (*source, *target)}
    own, other = ([s for s in free if id(s) in places] for places in (ours, theirs))
    bead = {id(sentence): at for at, pair in enumerate(pairs) for sentence in (*pair.source, *pair.target)}
    for source, target in consensus.grouped(own, other, linked=False):
        was = before[id((*source, *target)[0])]
        if source and target:
            score = max(rows[row].score for s in source for t in target for row in consensus.shared(s, t))
            pairs.append(Pair(source, target, score, was.translation))
        elif (at := _bead_of((*source, *target)[0], bead, alignment, consensus)) is not None:
            pairs[at] = replace(pairs[at], source=(*pairs[at].source, *source), target=(*pairs[at].target, *target))
        else:
            pairs.append(Pair(source, target, _lone_score(was), was.translation))
    return _in_reading_order((_sorted(pair, ours, theirs) for pair in pairs), ours, theirs)


def _bead_of(sentence: Sentence, bead: Mapping[int, int], alignment: Alignment, consensus: Consensus) -> int | None:
    """The bead that a single sentence belongs to, where there is one."""
    own, other = alignment.source.document, alignment.target.document
    mates = consensus.mates(sentence, other if sentence.span.document is own else own)
    linked = (mate for mate in mates if id(mate) in bead)
    return next((bead[id(mate)] for mate in linked if consensus.votes(sentence, mate) > WEIGHTS.left_alone), None)


def _sorted(pair: Pair, ours: Places, theirs: Places) -> Pair:
    if len(pair.source) < 2 and len(pair.target) < 2:
        return pair
    source = sorted(pair.source, key=lambda sentence: ours[id(sentence)])
    target = sorted(pair.target, key=lambda sentence: theirs[id(sentence)])
    return replace(pair, source=tuple(source), target=tuple(target))


def _lone_score(was: Pair) -> float:
    """As sure as before that a sentence has no counterpart, or as unsure as the bead was that it lost."""
    return round(1 - was.score, 4) if was.source and was.target else was.score


def _in_reading_order(pairs: Iterable[Pair], ours: Places, theirs: Places) -> tuple[Pair, ...]:
    """By the source; what the target alone has stands behind the pair of the target's sentence before it."""
    ordered = sorted(pairs, key=lambda pair: (not pair.source, [ours[id(s)] for s in pair.source]))
    place = {theirs[id(t)]: (at, -1) for at, pair in enumerate(ordered) if pair.source for t in pair.target}
    for j in range(len(theirs)):
        place.setdefault(j, (place[j - 1][0] if j else -1, j))

    def order(numbered: tuple[int, Pair]) -> tuple[int, int]:
        at, pair = numbered
        return (at, -1) if pair.source else place[theirs[id(pair.target[0])]]

    return tuple(pair for _, pair in sorted(enumerate(ordered), key=order))
