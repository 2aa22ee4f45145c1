"""Which documents belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from xlcheck.cache import shape
from xlcheck.model import Article, Document, XlcheckError
from xlcheck.pipeline.articles import Vectors, is_at, is_source
from xlcheck.pipeline.executor import Task
from xlcheck.pipeline.inputs import Input, Track
from xlcheck.pipeline.versions import versions
from xlcheck.pipeline.workshop import Rows, Workshop, table


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one happening; `sourced` where the first is what the others were translated from.

    Those of a `table` are its columns.
    """

    documents: tuple[Document, ...]
    sourced: bool = False
    table: bool = False


def groups(inputs: Sequence[Input], shop: Workshop, track: Track) -> list[Group]:
    """All inputs by happening, in the order of their first paths."""
    tables = [Group(columns, table=True) for columns in inputs if len(columns) > 1]
    documents = [columns[0] for columns in inputs if len(columns) == 1]
    told = [Group(tuple(documents[at] for at in group), sourced) for group, sourced in _grouped(documents, shop, track)]
    return sorted((*tables, *told), key=lambda group: group.documents[0].id)


def _grouped(documents: Sequence[Document], shop: Workshop, track: Track) -> list[tuple[list[int], bool]]:
    """The numbers of the documents of each happening, and whether the first of them is known to be the source."""
    config = shop.config
    source = next((at for at, document in enumerate(documents) if is_source(document, config)), None)
    if config.against and source is None and not any(is_at(path, config.against) for path in shop.net.unread):
        raise XlcheckError(f"{config.against}: not one of the documents read; name the text that was translated")
    if source is not None:
        return [([source, *(at for at in range(len(documents)) if at != source)], True)]

    def found() -> list[tuple[list[int], bool]]:
        tagged = shop.perform(Task(article_of, (document,)) for document in track(documents, "tagging"))
        at = [number for number, article in enumerate(tagged) if article]
        articles = [tagged[number] for number in at]
        known = versions(articles, config)
        placed = {number for group, _ in known for number in group}
        rest = [number for number in range(len(articles)) if number not in placed]
        every = known + [(group, False) for group in _matched(articles, rest, shop)]
        return [([at[number] for number in group], sourced) for group, sourced in every]

    said = [(here.source_language, here.pairs) for here in (config.at(document.id) for document in documents)]
    return shop.recall(["groups", said], documents, partial(_fits, len(documents)), found)


_are_groups = shape(list[tuple[list[int], bool]])


def _fits(count: int, kept: Any) -> bool:
    """Whether groups hold as many documents, each once."""
    return (
        _are_groups(kept)
        and all(group for group, _ in kept)
        and sorted(at for group, _ in kept for at in group) == list(range(count))
    )


def _matched(articles: Sequence[Article], rest: Sequence[int], shop: Workshop) -> list[list[int]]:
    """The articles of these numbers in groups of which each is one happening; each on its own where that fails."""
    if len(rest) < 2:
        return [list(rest)] * bool(rest)
    from xlcheck.match import match

    encoded = _encoded([articles[at] for at in rest], shop)
    numbers = [rest[place] for place in encoded]
    alone = [[at] for at in rest if at not in set(numbers)]
    members = [articles[at] for at in numbers]
    with shop.net.around([article.document.id for article in articles], "while matching"):
        told = match(members, list(encoded.values()), shop.measured)
        return [*([numbers[place] for place in group] for group in told), *alone]
    return [[at] for at in rest]


def _encoded(articles: Sequence[Article], shop: Workshop) -> dict[int, Vectors]:
    """The vectors of the articles by their numbers; what goes wrong is left to the net."""
    if shop.config.model is not None:  # which is faster for all of them at once
        return shop.encoded(articles)
    found = shop.perform(Task(rows_of, (article.document,), (article,)) for article in articles)
    return {number: table(rows) for number, rows in enumerate(found) if rows}


def article_of(shop: Workshop, documents: tuple[Document]) -> Article | None:
    """A document as an article; None where something goes wrong."""
    (document,) = documents
    with shop.net.around((document.id,), "while splitting it into sentences"):
        return shop.article(document)
    return None


def rows_of(shop: Workshop, documents: tuple[Document], article: Article) -> Rows | None:
    """The vectors of an article; None where something goes wrong."""
    (document,) = documents
    with shop.net.around((document.id,), "while encoding"):
        return shop.rows(article)
    return None
