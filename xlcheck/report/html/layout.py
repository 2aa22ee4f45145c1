"""Which sentences of an event's articles stand side by side, and in which order."""

from collections import defaultdict
from collections.abc import Iterable

from xlcheck.model import Article, Event, Sentence, Span

Row = tuple[tuple[Sentence, ...], ...]
"""For each article of the event the sentences in this row, in reading order; an empty cell is a gap."""

_Group = list[Span]


def rows(event: Event) -> tuple[Row, ...]:
    """Merge the alignments into rows over the first article.

    Beads that share a sentence are one row. What two later articles have in common joins a row, or
    is a row of its own, unless it would tie two sentences of the first article that their own beads
    keep apart. The first article stands in its reading order; a row without it follows the row of
    the sentence before it in its own article.
    """
    groups = _groups(event)
    sentences = {s.span: s for article in event.articles for s in article.sentences}
    return tuple(
        tuple(
            tuple(sentences[span] for span in sorted(group, key=_start) if _belongs(span, article))
            for article in event.articles
        )
        for group in _ordered(event.articles, groups)
    )


def _start(span: Span) -> int:
    return span.start


def _belongs(span: Span, article: Article) -> bool:
    return span.document is article.document


def _groups(event: Event) -> dict[Span, _Group]:
    """The row of every sentence: one shared list of spans."""
    first = event.articles[0]
    groups: dict[Span, _Group] = {s.span: [s.span] for article in event.articles for s in article.sentences}
    for alignment in sorted(event.alignments, key=lambda a: a.source is not first):
        for pair in alignment.pairs:
            bead = _distinct(groups[s.span] for s in (*pair.source, *pair.target))
            anchored = sum(any(_belongs(span, first) for span in group) for group in bead)
            if alignment.source is first or anchored <= 1:
                _merge(bead, groups)
    return groups


def _distinct(groups: Iterable[_Group]) -> list[_Group]:
    return list({id(group): group for group in groups}.values())


def _merge(bead: list[_Group], groups: dict[Span, _Group]) -> None:
    for group in bead[1:]:
        bead[0].extend(group)
        for span in group:
            groups[span] = bead[0]


def _ordered(articles: tuple[Article, ...], groups: dict[Span, _Group]) -> list[_Group]:
    """Article by article, put the rows not yet placed behind the row that their article had before."""
    ordered: list[_Group] = []
    for article in articles:
        placed = {id(group) for group in ordered}
        following: dict[int | None, list[_Group]] = defaultdict(list)
        anchor: int | None = None
        for group in _distinct(groups[sentence.span] for sentence in article.sentences):
            if id(group) in placed:
                anchor = id(group)
            else:
                following[anchor].append(group)
        ordered = following[None] + [row for group in ordered for row in (group, *following[id(group)])]
    return ordered
