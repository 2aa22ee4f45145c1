"""How two articles of one event are to one another, as their alignment shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

from xlcheck.match.live import is_live
from xlcheck.match.weights import WEIGHTS
from xlcheck.model import Alignment, Article, Event, Pair, Relation, Sentence, primary

_CLOSEST = (Relation.SAME_TEXT, Relation.TRANSLATION, Relation.BRIEF, Relation.INDEPENDENT, Relation.LIVE_PAGE)


def relation(alignment: Alignment) -> Relation:
    """Name it; the articles are of one event."""
    source, target = alignment.source, alignment.target
    if is_live(source) != is_live(target):
        return Relation.LIVE_PAGE
    if primary(source.language) == primary(target.language):
        pairs: Sequence[Pair] = [pair for pair in alignment.pairs if _alike(pair)]
        whole = Relation.SAME_TEXT
    else:
        pairs = [
            pair
            for pair in alignment.pairs
            if pair.translation and pair.source and pair.target and pair.score >= WEIGHTS.sure_pair
        ]
        whole = Relation.TRANSLATION
    shares = sorted(
        (
            _letters([sentence for pair in pairs for sentence in pair.source]) / max(_letters(source.sentences), 1),
            _letters([sentence for pair in pairs for sentence in pair.target]) / max(_letters(target.sentences), 1),
        )
    )
    if shares[1] < WEIGHTS.covered:
        return Relation.INDEPENDENT
    return whole if shares[0] > WEIGHTS.part else Relation.BRIEF


def kin(event: Event) -> tuple[tuple[Article, Article, Relation], ...]:
    """Each article but the first, the closest of those before it that it is aligned with, and how they are related.

    Of many articles one may be aligned only with some behind it: then it is the closest of these.
    """
    found: dict[Article, tuple[bool, int, Article, Relation]] = {}
    for alignment in event.alignments:
        named = relation(alignment)
        rank = _CLOSEST.index(named)
        both = (alignment.source, alignment.target)
        for behind, (other, article) in enumerate((both, both[::-1])):
            if article not in found or (bool(behind), rank) < found[article][:2]:
                found[article] = bool(behind), rank, other, named
    found.pop(event.articles[0], None)
    return tuple((article, found[article][2], found[article][3]) for article in event.articles if article in found)


def _letters(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text) for sentence in sentences)


def _alike(pair: Pair) -> bool:
    """Whether both sides are one text but for a few words: Dice's coefficient of their letters three by three."""
    one, other = (_threes(" ".join(sentence.text for sentence in side)) for side in (pair.source, pair.target))
    return 2 * (one & other).total() >= WEIGHTS.alike * (one.total() + other.total()) > 0


def _threes(text: str) -> Counter[str]:
    text = " ".join(normalize("NFC", text).casefold().split())
    return Counter(text[at : at + 3] for at in range(max(len(text) - 2, 1)))
