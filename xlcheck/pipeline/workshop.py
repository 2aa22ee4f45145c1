"""What a run works with, each thing opened when it is first needed, and what is kept of earlier runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np

from xlcheck import terms
from xlcheck.cache import Cache, Fits, Known, name_of, shape
from xlcheck.cache.disk import DiskCache
from xlcheck.cache.program import program
from xlcheck.config import Config
from xlcheck.embed import Encoder, load, our_name, trusted
from xlcheck.find import Finder
from xlcheck.lang import check_added
from xlcheck.model import Article, Concept, Document, Glossary
from xlcheck.pipeline.articles import Vectors, encode, is_source, tagged, to_column, with_facts
from xlcheck.pipeline.executor import Executor, Outcome, Serial, Task
from xlcheck.pipeline.glossary import sound
from xlcheck.pipeline.net import Net, Unfinished
from xlcheck.pipeline.versions import language_in
from xlcheck.read.formats import syntaxes

if TYPE_CHECKING:
    from xlcheck.match import Measured

T = TypeVar("T")

_FLOAT = np.dtype(np.float32).itemsize
Rows = tuple[int, bytes]
"""A table of vectors: their length, and their numbers as they are in memory."""

_are_rows = shape(Rows)


def table(rows: Rows) -> Vectors:
    """The vectors, shape (sentences, dim)."""
    dim, data = rows
    return np.frombuffer(data, dtype=np.float32).reshape(-1, dim)


def kept(config: Config) -> Cache:
    """What is kept of earlier runs: nothing with a model that the user names, as what lies behind it may change."""
    return DiskCache.open(config.cache) if config.cache and config.model is None else Cache()


class Workshop:
    """Settings, glossaries, finders and encoder of a run, and the `net` around its documents.

    Raises XlcheckError for a model that is not trusted, and for a language pack that cannot be used.
    """

    def __init__(self, config: Config, cache: Cache | None = None, executor: Executor | None = None) -> None:
        if config.model is not None and config.model_at is not None:
            trusted(config.model, config.model_at)
        check_added()
        self.config = config
        self.cache = cache or kept(config)
        self.executor = executor or Serial()
        self.net = Net()
        self._finders: dict[tuple[str, ...], tuple[Finder, str]] = {}
        self._names: dict[Document, str] = {}

    @cached_property
    def glossary(self) -> Glossary:
        """All concepts, those that are for some paths only too."""
        return self._load(self.config.glossaries)

    @cached_property
    def encoder(self) -> Encoder:
        return self.cache.hold(name_of("encoder", self.config.model), lambda: load(self.config.model))

    @cached_property
    def measured(self) -> Measured:
        """What is known of pairs of articles from the last run of this process."""
        from xlcheck.match import Measured

        return self.cache.hold(name_of("measured"), Measured)

    @property
    def encoder_name(self) -> str:
        """The encoder's name, for which ours is not opened."""
        return our_name() if self.config.model is None else self.encoder.name

    def outcomes(self, tasks: Iterable[Task]) -> list[Outcome]:
        """The outcomes of tasks, in their order, whatever the order in which the executor does them."""
        done = dict(self.executor.run(tasks, self))
        return [done[number] for number in sorted(done)]

    def perform(self, tasks: Iterable[Task]) -> list[Any]:
        """What tasks give, in their order; what goes wrong with their documents goes to the net."""
        outcomes = self.outcomes(tasks)
        for outcome in outcomes:
            self.net.take(outcome.net)
        return [outcome.value for outcome in outcomes]

    def known(self, documents: Sequence[Document] = ()) -> Known:
        """What is referred to by name and number, not kept or sent."""
        return Known(documents, self._concepts, syntaxes())

    def recall(self, parts: Sequence[object], documents: Sequence[Document], fits: Fits, make: Callable[[], T]) -> T:
        """What `make` gives, which depends on these parts and documents alone, or gave in an earlier run.

        Whoever can write the cache can write anything there: `fits` says whether it is what `make` may have given.
        What it gives where something went wrong with a document is not kept.
        """
        whole = name_of(program(), *parts, *map(self.name, documents))

        def made() -> T:
            before = len(self.net.failures)
            value = make()
            if len(self.net.failures) > before:
                raise Unfinished(value)
            return value

        try:
            return self.cache.recall(whole, self.known(documents), fits, made)
        except Unfinished as unfinished:
            return cast(T, unfinished.value)

    def name(self, document: Document) -> str:
        """64 hex digits for a document and all that is read out of it, before it is compared with others."""
        known = self._names.get(document)
        if known is None:
            here = self.config.at(document.id)
            settings = (here.source_language, here.target_language, here.languages, language_in(document.id, here))
            stated = (document.language, document.date, document.title, document.dateline, document.rows)
            glossary = self._finder(here.glossary)[1]
            source = is_source(document, here)
            written = (document.file, document.syntax.name) if document.origin else ()
            known = name_of(document.id, document.text, written, stated, settings, source, glossary)
            self._names[document] = known
        return known

    def article(self, document: Document) -> Article:
        return self._article(document, tagged)

    def column(self, document: Document) -> Article:
        """A column of an aligned table."""
        return self._article(document, to_column)

    def _article(self, document: Document, make: Callable[[Document, Config], Article]) -> Article:
        def found() -> Article:
            finder, _ = self._finder(self.config.at(document.id).glossary)
            return with_facts(make(document, self.config), finder)

        def fits(kept: object) -> bool:
            return isinstance(kept, Article) and kept.document is document

        return self.recall([make.__name__], [document], fits, found)

    def articles(self, documents: Iterable[Document]) -> dict[int, Article]:
        """The documents as articles by their numbers; those with which something goes wrong are left to the net."""
        found = {}
        for number, document in enumerate(documents):
            with self.net.around((document.id,), "while splitting it into sentences"):
                found[number] = self.article(document)
        return found

    def encoded(self, articles: Sequence[Article]) -> dict[int, Vectors]:
        """The vectors of all articles by their numbers; none where something goes wrong, which is left to the net."""
        with self.net.around([article.document.id for article in articles], "while encoding"):
            return dict(enumerate(self.vectors(articles)))
        return {}

    def vectors(self, articles: Sequence[Article]) -> list[Vectors]:
        """Vectors of each article's sentences, shape (sentences, dim)."""
        if self.config.model is not None:
            return encode(articles, self.encoder)
        return [table(self.rows(article)) for article in articles]

    def rows(self, article: Article) -> Rows:
        """The vectors of an article's sentences by our own model."""

        def rows() -> Rows:
            made = encode([article], self.encoder)[0]
            return made.shape[1], made.tobytes()

        def fits(kept: Any) -> bool:
            """Whether there are as many rows as sentences."""
            return _are_rows(kept) and kept[0] > 0 and len(kept[1]) == len(article.sentences) * kept[0] * _FLOAT

        return self.recall(["vectors"], [article.document], fits, rows)

    @cached_property
    def _concepts(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.glossary.concepts}

    def _finder(self, paths: tuple[str, ...]) -> tuple[Finder, str]:
        """What finds the concepts of these glossaries, and the digest of the concepts."""
        if paths not in self._finders:
            glossary = self.glossary if paths == self.config.glossaries else self._part(paths)
            finder = self.cache.hold(name_of("finder", paths, glossary.digest), lambda: Finder(glossary))
            self._finders[paths] = finder, glossary.digest
        return self._finders[paths]

    def _part(self, paths: tuple[str, ...]) -> Glossary:
        """The very concepts of the whole glossary that these paths have: rules ask whether two are one."""
        part = terms.load(paths)
        return Glossary(tuple(self._concepts[concept.id] for concept in part.concepts), part.digest)

    def _load(self, paths: tuple[str, ...]) -> Glossary:
        loaded = terms.load(paths)
        return self.cache.hold(name_of("glossary", paths, loaded.digest), lambda: sound(loaded))
