"""Coverage: how much of two texts answers to each other, and in which order."""

from collections.abc import Iterable, Sequence

from xlcheck.align.links import Link
from xlcheck.align.order import longest_ascending
from xlcheck.align.sides import Floats, letters
from xlcheck.model import Coverage, Pair, Sentence


def coverage(pairs: Sequence[Pair]) -> Coverage:
    """Measure the pairs of two whole texts: the shares that have a counterpart, and how many are in one order."""
    source = _reading_order(sentence for pair in pairs for sentence in pair.source)
    target = _reading_order(sentence for pair in pairs for sentence in pair.target)
    places = [{id(sentence): at for at, sentence in enumerate(text)} for text in (source, target)]
    links = [
        Link(
            tuple(places[0][id(sentence)] for sentence in pair.source),
            tuple(places[1][id(sentence)] for sentence in pair.target),
            pair.score,
        )
        for pair in pairs
    ]
    return measured(links, letters(s.text for s in source), letters(t.text for t in target))


def measured(links: Iterable[Link], source: Floats, target: Floats) -> Coverage:
    """The coverage of texts whose sentences have these lengths (n,) and (m,)."""
    beads = [link for link in links if link.source and link.target]
    firsts = sorted((link.source[0], link.target[0]) for link in beads)
    return Coverage(
        source=_share(source, [i for link in beads for i in link.source]),
        target=_share(target, [j for link in beads for j in link.target]),
        order=len(longest_ascending(firsts)) / len(firsts) if firsts else 0.0,
    )


def _share(lengths: Floats, places: Sequence[int]) -> float:
    return round(float(lengths[list(places)].sum() / lengths.sum()), 4) if len(lengths) else 0.0


def _reading_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda sentence: sentence.span.start)
