"""The way through the house: read, segment, tag, find, embed, match, align, check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from os.path import abspath
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xlcheck import __version__
from xlcheck.align import align
from xlcheck.check import check
from xlcheck.config import Config
from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.match import match
from xlcheck.model import Alignment, Article, Document, Event, Pair, Report, Sentence, XlcheckError, same_language
from xlcheck.model.language import UNDETERMINED
from xlcheck.read import expand, read, read_segmented
from xlcheck.rules import RULES
from xlcheck.segment import segment
from xlcheck.tag import original_language, page_language, tag
from xlcheck.terms import load as load_glossary

__all__ = ["aligned", "events", "examine", "run", "segmented"]

Vectors = NDArray[np.float32]
Input = tuple[Document, ...]
"""What one file holds: a document, or the columns of an aligned table."""

Track = Callable[[Sequence[Any], str], Iterable[Any]]
"""Passes items on and shows how far it is; the command line hands one in."""


def _untracked(items: Sequence[Any], _label: str) -> Iterable[Any]:
    return items


def run(config: Config, track: Track = _untracked) -> Report:
    """Read the configured paths and check them.

    Inputs that cannot be read are the report's `failures`, and the others are still checked. Raises XlcheckError when
    there is nothing to read, or the glossary or the model cannot be loaded.
    """
    inputs, failures = _read_all(config, track)
    return replace(examine(inputs, config, track), failures=failures)


def examine(inputs: Sequence[Input], config: Config, track: Track = _untracked) -> Report:
    """Check documents that are read already; several in one input are the columns of an aligned table."""
    glossary = load_glossary(config.glossary)
    found, encoder = _events(inputs, config, Finder(glossary), track)
    rules = tuple(rule for rule in RULES if config.selects(rule.code))
    signature = {
        "version": __version__,
        "encoder": encoder.name if encoder else "unused",
        "glossary": glossary.digest or "none",
        "rules": ",".join(rule.code for rule in rules),
    }
    return Report(found, check(found, rules), rules, signature=signature)


def events(config: Config, track: Track = _untracked) -> Report:
    """Which of the configured paths cover the same happening; a report without findings."""
    inputs, failures = _read_all(config, track)
    found, _ = _events(inputs, config, Finder(load_glossary(config.glossary)), track)
    return Report(found, (), failures=failures)


def segmented(config: Config) -> Article:
    """The one configured document in sentences with their languages."""
    (path,) = config.paths
    first, *others = read(path)
    if others:
        raise XlcheckError(f"{path}:1: an aligned table is segmented already; give a text or HTML file")
    return _article(first, config)


def aligned(config: Config, as_given: bool = False) -> Alignment:
    """The two configured documents aligned; `as_given` takes one sentence a line."""
    finder = Finder(load_glossary(config.glossary))
    languages = (config.source_language, config.target_language)
    source, target = (
        _found(_article(_single(path, as_given), replace(config, target_language=language)), finder)
        for path, language in zip(config.paths, languages, strict=True)
    )
    encoder = load(config.model)
    ours, theirs = _encode((source, target), encoder)
    return Alignment(source, target, align(source.sentences, target.sentences, ours, theirs))


def _single(path: str, as_given: bool) -> Document:
    if as_given:
        return read_segmented(path)
    first, *others = read(path)
    if others:
        raise XlcheckError(f"{path}:1: an aligned table is aligned already; give a text or HTML file")
    return first


def _read_all(config: Config, track: Track) -> tuple[list[Input], tuple[str, ...]]:
    """What the paths hold, and a line for each that cannot be read; raises these lines where nothing can."""
    inputs, failures = [], []
    found: list[str] = []
    for path in dict.fromkeys((*config.paths, *((config.against,) if config.against else ()))):
        try:
            found += expand((path,))
        except XlcheckError as error:
            failures.append(str(error))
    for file in track(expand(found), "reading"):
        try:
            inputs.append(read(file))
        except XlcheckError as error:
            failures.append(str(error))
    if not inputs:
        raise XlcheckError("\n".join(failures))
    return inputs, tuple(failures)


def _events(
    inputs: Sequence[Input], config: Config, finder: Finder, track: Track
) -> tuple[tuple[Event, ...], Encoder | None]:
    """All inputs as events, in the order of their first paths, and the encoder where one was needed."""
    tables = [_table(columns, config, finder) for columns in inputs if len(columns) > 1]
    single = [columns[0] for columns in inputs if len(columns) == 1]
    articles = [_found(_article(document, config), finder) for document in track(single, "tagging")]
    source = next((article for article in articles if _is_source(article.document, config)), None)
    if config.against and source is None:
        raise XlcheckError(f"{config.against}: not a document that was read; name the text that was translated")
    if source:
        articles = [article if article is source else _translated(article, source) for article in articles]
    encoder = load(config.model) if len(articles) > 1 else None
    vectors = _encode(articles, encoder) if encoder else []
    if source:
        groups: Sequence[Sequence[int]] = [sorted(range(len(articles)), key=lambda at: articles[at] is not source)]
    else:
        groups = match(articles, vectors) if encoder else [range(len(articles))] * bool(articles)
    told = [
        _event([articles[at] for at in group], [vectors[at] for at in group] if encoder else [], source)
        for group in track(groups, "aligning")
    ]
    return tuple(sorted((*tables, *told), key=lambda event: event.articles[0].document.id)), encoder


def _article(document: Document, config: Config) -> Article:
    """A document segmented and tagged. The target language that the user gave holds for all but the source."""
    given = config.source_language if _is_source(document, config) else config.target_language
    if given:
        document = replace(document, language=given)
    expected = config.languages
    if expected and config.source_language:
        expected = (*expected, config.source_language)
    sentences = tag(segment(document), expected, document.language)
    page = page_language(document, sentences)
    article = Article(document, page, sentences)
    original = config.source_language or original_language(sentences, page) or _only_foreign(article)
    return article if original is None or same_language(original, page) else replace(article, original=original)


def _is_source(document: Document, config: Config) -> bool:
    """Whether the document is the one that the others were translated from, however its path is written."""
    return config.against is not None and abspath(document.id) == abspath(config.against)  # noqa: PTH100 - as `read` compares them


def _only_foreign(article: Article) -> str | None:
    languages = {stretch.language for stretch in article.foreign()}
    return languages.pop() if len(languages) == 1 else None


def _translated(article: Article, source: Article) -> Article:
    return article if same_language(article.language, source.language) else replace(article, original=source.language)


def _found(article: Article, finder: Finder) -> Article:
    published = article.document.date
    return replace(article, sentences=tuple(finder.find(sentence, published) for sentence in article.sentences))


def _encode(articles: Sequence[Article], encoder: Encoder) -> list[Vectors]:
    """Vectors of each article's sentences, shape (sentences, dim); all articles in one call."""
    rows = encoder.encode([sentence.text for article in articles for sentence in article.sentences])
    ends = np.cumsum([len(article.sentences) for article in articles])
    return np.split(rows, ends[:-1])


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
    articles = [_found(_column(column, config), finder) for column in columns]
    source = articles[0]
    articles = [replace(source, original=None), *(_translated(article, source) for article in articles[1:])]
    alignments = [
        Alignment(one, other, tuple(map(_row, one.sentences, other.sentences)))
        for one, other in combinations(articles, 2)
    ]
    return Event(tuple(articles), tuple(alignments))


def _column(column: Document, config: Config) -> Article:
    """A column's cells. A cell too short to tell is in the language that the header declares."""
    article = _article(column, replace(config, target_language=None))
    sentences = (
        replace(sentence, language=article.language) if sentence.language == UNDETERMINED else sentence
        for sentence in article.sentences
    )
    return replace(article, sentences=tuple(sentences))


def _row(source: Sentence, target: Sentence) -> Pair:
    return Pair(
        tuple(sentence for sentence in (source,) if sentence.text.strip()),
        tuple(sentence for sentence in (target,) if sentence.text.strip()),
        score=1.0,
        translation=True,
    )
