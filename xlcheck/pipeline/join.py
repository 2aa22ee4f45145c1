"""From articles to an event: which of their sentences say the same.

What aligns is imported where there are two articles: most events of a site without translations have one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from xlcheck.model import Alignment, Article, Document, Event, Pair, Row, Sentence
from xlcheck.pipeline.articles import Vectors, translated
from xlcheck.pipeline.grouping import Group
from xlcheck.pipeline.workshop import Workshop


def align_group(shop: Workshop, documents: tuple[Document, ...], sourced: bool, table: bool) -> Event:
    """As `event`, of the documents of a group."""
    return event(Group(documents, sourced, table), shop)


def event(group: Group, shop: Workshop) -> Event:
    """The happening with its articles aligned, as far as nothing goes wrong with them."""
    if group.table:
        with shop.net.around((group.documents[0].id,), "while splitting it into sentences"):
            return _table([shop.column(document) for document in group.documents])
        return Event(())
    articles = shop.articles(group.documents)
    source = articles.get(0) if group.sourced else None
    members = [each if source in (None, each) else translated(each, source) for each in articles.values()]

    def pairs(one: int, other: int) -> tuple[Pair, ...] | None:
        from xlcheck.pipeline.beads import beads

        with shop.net.around((members[one].document.id, members[other].document.id), "while aligning"):
            return beads(members[one], members[other], shop)
        return None

    if len(members) < 2:
        return Event(tuple(members), (), tuple(Row(((each,),), 0.0) for one in members for each in one.sentences))
    with shop.net.around([member.document.id for member in members], "while reconciling alignments"):
        return _joined(members, source, _together(members, source, lambda: shop.vectors(members)), pairs)
    return Event(tuple(members))


def with_all_gaps(event: Event, shop: Workshop) -> Event:
    """The event with what each translation leaves out or adds."""
    if not event.alignments:
        return event
    from xlcheck.pipeline.beads import with_gaps

    alignments = []
    for alignment in event.alignments:
        compared = alignment
        with shop.net.around((alignment.source.document.id, alignment.target.document.id), "while looking for gaps"):
            compared = with_gaps(alignment, shop)
        alignments.append(compared)
    return replace(event, alignments=tuple(alignments))


def to_event(articles: Sequence[Article], vectors: Sequence[Vectors], source: Article | None = None) -> Event:
    """Articles of one happening aligned; with a source, the first, each translation with it alone.

    The vectors of an article's sentences have the shape (sentences, dim).
    """
    from xlcheck.align import align

    def pairs(one: int, other: int) -> tuple[Pair, ...]:
        return align(articles[one].sentences, articles[other].sentences, vectors[one], vectors[other])

    return _joined(articles, source, _together(articles, source, lambda: vectors), pairs)


def _together(
    articles: Sequence[Article], source: Article | None, vectors: Callable[[], Sequence[Vectors]]
) -> list[tuple[int, int]]:
    """Which of the articles to align, one < other: the source with each of the others, else those that tell most."""
    if source:
        return [(0, other) for other in range(1, len(articles))]
    from xlcheck.match import WEIGHTS, partners

    return partners(articles, vectors() if len(articles) > WEIGHTS.full else ())


def _joined(
    articles: Sequence[Article],
    source: Article | None,
    together: Iterable[tuple[int, int]],
    pairs_of: Callable[[int, int], tuple[Pair, ...] | None],
) -> Event:
    """The event of articles with its alignments, but for those that cannot be made, brought to agree."""
    from xlcheck.align import agreed, coverage, rows

    alignments = []
    for one, other in together:
        pairs = pairs_of(one, other)
        if pairs is None:
            continue
        if source:
            pairs = tuple(replace(pair, translation=True) for pair in pairs)
        alignments.append(Alignment(articles[one], articles[other], pairs, coverage(pairs)))
    side_by_side = rows(articles, alignments)
    return Event(tuple(articles), agreed(alignments, side_by_side), side_by_side)


def _table(columns: Sequence[Article]) -> Event:
    """An aligned table: every row a pair as it stands, the first column the source."""
    source = columns[0]
    articles = [replace(source, original=None), *(translated(article, source) for article in columns[1:])]
    alignments = [
        Alignment(one, other, tuple(map(_row, one.sentences, other.sentences)))
        for one, other in combinations(articles, 2)
    ]
    table = tuple(
        Row(tuple((sentence,) if sentence.text.strip() else () for sentence in cells), 1.0)
        for cells in zip(*(article.sentences for article in articles), strict=True)
    )
    return Event(tuple(articles), tuple(alignments), table)


def _row(source: Sentence, target: Sentence) -> Pair:
    return Pair(
        tuple(sentence for sentence in (source,) if sentence.text.strip()),
        tuple(sentence for sentence in (target,) if sentence.text.strip()),
        score=1.0,
        translation=True,
    )
