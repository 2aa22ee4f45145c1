"""From a document to an article: segmented, tagged, facts and terms found, sentences encoded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os.path import abspath

import numpy as np
from numpy.typing import NDArray

from xlcheck.config import Config
from xlcheck.embed import Encoder
from xlcheck.find import Finder
from xlcheck.model import Article, Document, same_language
from xlcheck.model.language import UNDETERMINED
from xlcheck.pipeline.versions import language_in
from xlcheck.segment import segment
from xlcheck.tag import original_language, page_language, tag

Vectors = NDArray[np.float32]


def to_article(document: Document, config: Config) -> Article:
    """A document segmented and tagged."""
    return tagged(stated(document, config), config)


def to_column(column: Document, config: Config) -> Article:
    """A column's cells, in the language of its header. A cell too short to tell is in that, too."""
    article = tagged(column, config)
    sentences = (
        replace(sentence, language=article.language) if sentence.language == UNDETERMINED else sentence
        for sentence in article.sentences
    )
    return replace(article, sentences=tuple(sentences))


def tagged(document: Document, config: Config) -> Article:
    """A document in its stated language, if any, segmented and tagged."""
    config = config.at(document.id)
    expected = config.languages
    if expected and config.source_language:
        expected = (*expected, config.source_language)
    sentences = tag(segment(document), expected, document.language)
    page = page_language(document, sentences)
    article = Article(document, page, sentences)
    original = config.source_language or original_language(sentences, page) or _only_foreign(article)
    return article if original is None or same_language(original, page) else replace(article, original=original)


def stated(document: Document, config: Config) -> Document:
    """The document in the language that it is said to be in.

    The one that the path states holds before the target language that the user gave for all but the source.
    """
    config = config.at(document.id)
    given = config.source_language if is_source(document, config) else config.target_language
    language = language_in(document.id, config) or given or document.language
    return document if language == document.language else replace(document, language=language)


def is_source(document: Document, config: Config) -> bool:
    """Whether the document is the one that the others were translated from."""
    return config.against is not None and is_at(document.id, config.against)


def is_at(one: str, path: str) -> bool:
    """Whether two paths are one, however they are written."""
    return abspath(one) == abspath(path)  # noqa: PTH100 - as `read` compares them


def _only_foreign(article: Article) -> str | None:
    languages = {stretch.language for stretch in article.foreign()}
    return languages.pop() if len(languages) == 1 else None


def translated(article: Article, source: Article) -> Article:
    return article if same_language(article.language, source.language) else replace(article, original=source.language)


def with_facts(article: Article, finder: Finder) -> Article:
    published = article.document.date
    return replace(article, sentences=tuple(finder.find(sentence, published) for sentence in article.sentences))


def encode(articles: Sequence[Article], encoder: Encoder) -> list[Vectors]:
    """Vectors of each article's sentences, shape (sentences, dim); all articles in one call."""
    rows = encoder.encode([sentence.text for article in articles for sentence in article.sentences])
    ends = np.cumsum([len(article.sentences) for article in articles])
    return np.split(rows, ends[:-1])
