"""From articles to events: which belong together, and which of their sentences say the same."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import combinations

from xlcheck.align import agreed, align, compared, coverage, rows
from xlcheck.config import Config
from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.match import match
from xlcheck.model import Alignment, Article, Event, Pair, Row, Sentence, XlcheckError
from xlcheck.pipeline.articles import Vectors, encode, is_source, to_articles, to_column, translated, with_facts
from xlcheck.pipeline.inputs import Input, Track
from xlcheck.pipeline.versions import versions


def join(
    inputs: Sequence[Input], config: Config, finder: Finder, track: Track
) -> tuple[tuple[Event, ...], Encoder | None]:
    """All inputs as events, in the order of their first paths, and the encoder where one was needed."""
    tables = [_table(columns, config, finder) for columns in inputs if len(columns) > 1]
    single = [columns[0] for columns in inputs if len(columns) == 1]
    articles = to_articles(single, config, finder, track)
    source = next((article for article in articles if is_source(article.document, config)), None)
    if config.against and source is None:
        raise XlcheckError(f"{config.against}: not a document that was read; name the text that was translated")
    encoder = load(config.model) if len(articles) > 1 else None
    vectors = encode(articles, encoder) if encoder else []
    groups: list[tuple[list[int], Article | None]]
    if source:
        groups = [(sorted(range(len(articles)), key=lambda at: articles[at] is not source), source)]
    else:
        groups = versions(articles, config)
        groups += ((group, None) for group in _matched(articles, vectors, {at for group, _ in groups for at in group}))
    told = [
        to_event(_members(articles, group, first), [vectors[at] for at in group] if encoder else [], first)
        for group, first in track(groups, "aligning")
    ]
    return tuple(sorted((*tables, *told), key=lambda event: event.articles[0].document.id)), encoder


def _matched(articles: Sequence[Article], vectors: Sequence[Vectors], known: Set[int]) -> list[list[int]]:
    """The articles that are not known to belong together, in groups of which each is one happening."""
    rest = [at for at in range(len(articles)) if at not in known]
    if len(rest) < 2:
        return [rest] * bool(rest)
    groups = match([articles[at] for at in rest], [vectors[at] for at in rest])
    return [[rest[at] for at in group] for group in groups]


def _members(articles: Sequence[Article], group: Sequence[int], source: Article | None) -> list[Article]:
    members = [articles[at] for at in group]
    return [each if source in (None, each) else translated(each, source) for each in members]


def with_gaps(event: Event, encoder: Encoder, ours: bool) -> Event:
    """The event with what each translation leaves out or adds; two translations of a third text are not compared."""
    return replace(
        event,
        alignments=tuple(
            replace(each, pairs=compared(each.pairs, encoder.pieces, calibrated=ours))
            if each.source.original is None or each.source.original != each.target.original
            else each
            for each in event.alignments
        ),
    )


def to_event(articles: Sequence[Article], vectors: Sequence[Vectors], source: Article | None = None) -> Event:
    """Articles of one happening, each pair aligned; with a source, each translation with the source alone."""
    alignments = []
    for one, other in combinations(range(len(articles)), 2):
        if source in (None, articles[one]):
            pairs = align(articles[one].sentences, articles[other].sentences, vectors[one], vectors[other])
            if source:
                pairs = tuple(replace(pair, translation=True) for pair in pairs)
            alignments.append(Alignment(articles[one], articles[other], pairs, coverage(pairs)))
    return _in_rows(articles, alignments)


def _in_rows(articles: Sequence[Article], alignments: Sequence[Alignment]) -> Event:
    """The event with its alignments brought to agree."""
    side_by_side = rows(articles, alignments)
    return Event(tuple(articles), agreed(alignments, side_by_side), side_by_side)


def _table(columns: Input, config: Config, finder: Finder) -> Event:
    """An aligned table: every row a pair as it stands, the first column the source."""
    articles = [with_facts(to_column(column, config), finder) for column in columns]
    source = articles[0]
    articles = [replace(source, original=None), *(translated(article, source) for article in articles[1:])]
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
