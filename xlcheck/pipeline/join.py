"""From articles to events: which belong together, and which of their sentences say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from xlcheck.align import align
from xlcheck.config import Config
from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.match import match
from xlcheck.model import Alignment, Article, Event, Pair, Sentence, XlcheckError
from xlcheck.pipeline.articles import Vectors, encode, is_source, to_article, to_column, translated, with_facts
from xlcheck.pipeline.inputs import Input, Track


def join(
    inputs: Sequence[Input], config: Config, finder: Finder, track: Track
) -> tuple[tuple[Event, ...], Encoder | None]:
    """All inputs as events, in the order of their first paths, and the encoder where one was needed."""
    tables = [_table(columns, config, finder) for columns in inputs if len(columns) > 1]
    single = [columns[0] for columns in inputs if len(columns) == 1]
    articles = [with_facts(to_article(document, config), finder) for document in track(single, "tagging")]
    source = next((article for article in articles if is_source(article.document, config)), None)
    if config.against and source is None:
        raise XlcheckError(f"{config.against}: not a document that was read; name the text that was translated")
    if source:
        articles = [article if article is source else translated(article, source) for article in articles]
    encoder = load(config.model) if len(articles) > 1 else None
    vectors = encode(articles, encoder) if encoder else []
    if source:
        groups: Sequence[Sequence[int]] = [sorted(range(len(articles)), key=lambda at: articles[at] is not source)]
    else:
        groups = match(articles, vectors) if encoder else [range(len(articles))] * bool(articles)
    told = [
        _event([articles[at] for at in group], [vectors[at] for at in group] if encoder else [], source)
        for group in track(groups, "aligning")
    ]
    return tuple(sorted((*tables, *told), key=lambda event: event.articles[0].document.id)), encoder


def _event(articles: Sequence[Article], vectors: Sequence[Vectors], source: Article | None) -> Event:
    """Articles of one happening, each pair aligned; with a source, each translation with the source alone."""
    alignments = []
    for one, other in combinations(range(len(articles)), 2):
        if source in (None, articles[one]):
            pairs = align(articles[one].sentences, articles[other].sentences, vectors[one], vectors[other])
            if source:
                pairs = tuple(replace(pair, translation=True) for pair in pairs)
            alignments.append(Alignment(articles[one], articles[other], pairs))
    return Event(tuple(articles), tuple(alignments))


def _table(columns: Input, config: Config, finder: Finder) -> Event:
    """An aligned table: every row a pair as it stands, the first column the source."""
    articles = [with_facts(to_column(column, config), finder) for column in columns]
    source = articles[0]
    articles = [replace(source, original=None), *(translated(article, source) for article in articles[1:])]
    alignments = [
        Alignment(one, other, tuple(map(_row, one.sentences, other.sentences)))
        for one, other in combinations(articles, 2)
    ]
    return Event(tuple(articles), tuple(alignments))


def _row(source: Sentence, target: Sentence) -> Pair:
    return Pair(
        tuple(sentence for sentence in (source,) if sentence.text.strip()),
        tuple(sentence for sentence in (target,) if sentence.text.strip()),
        score=1.0,
        translation=True,
    )
