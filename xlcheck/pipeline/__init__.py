"""The way through the house: read, segment, tag, find, embed, match, align, check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from xlcheck import __version__
from xlcheck.cache import Cache
from xlcheck.check import judge, silence
from xlcheck.config import Config
from xlcheck.mend import offered
from xlcheck.model import Alignment, Article, Event, Report, Tie, XlcheckError, same_language
from xlcheck.model.explanation import Explanation
from xlcheck.pipeline.articles import is_at, stated, to_article
from xlcheck.pipeline.checking import checked, guarded
from xlcheck.pipeline.executor import Executor, Task
from xlcheck.pipeline.grouping import groups
from xlcheck.pipeline.inputs import Input, Track, read_all, single
from xlcheck.pipeline.join import align_group, to_event
from xlcheck.pipeline.net import Net
from xlcheck.pipeline.revision import found_at
from xlcheck.pipeline.silencing import silencing
from xlcheck.pipeline.workshop import Workshop
from xlcheck.read import is_folder
from xlcheck.rules import RULES

__all__ = ["aligned", "events", "examine", "explained", "proposals", "run", "segmented", "tie"]


def _untracked(items: Sequence[Any], _label: str) -> Iterable[Any]:
    return items


def run(
    config: Config, track: Track = _untracked, cache: Cache | None = None, executor: Executor | None = None
) -> Report:
    """Read the configured paths and check them, with what a cache has of earlier runs.

    What can be done apart, the executor does: reading a file, finding the sentences of a document, checking an event.
    Without one it is done here, one after the other.

    Inputs that cannot be read or checked are the report's `failures`, and the others are still checked. Raises
    XlcheckError when nothing can be read, or the glossary or the model cannot be loaded.
    """
    shop = Workshop(config, cache, executor)
    return _report(read_all(shop, track), shop, track)


def examine(inputs: Sequence[Input], config: Config, track: Track = _untracked) -> Report:
    """Check documents that are read already; several in one input are the columns of an aligned table."""
    return _report(inputs, Workshop(config), track)


def _report(inputs: Sequence[Input], shop: Workshop, track: Track) -> Report:
    config = shop.config
    rules = tuple(rule for rule in RULES if config.runs(rule.code))
    happenings, found = checked(inputs, rules, shop, track)
    known = found_at(config.base, config, rules, shop, track) if config.base else {}
    found = tuple(offered(happenings, found, partial(_is_in_source_language, config)))
    passing = silencing(config, happenings, known, shop.net)
    left, passed = silence(found, passing, rules, guarded(shop))
    findings, silenced = judge(left, config.policy), judge(passed, config.policy)
    signature = {
        "version": __version__,
        "encoder": shop.encoder_name if any(happening.alignments for happening in happenings) else "unused",
        "glossary": shop.glossary.digest or "none",
        "rules": ",".join(rule.code for rule in rules),
    }
    return _told(Report(happenings, findings, rules, signature=signature, silenced=silenced), shop)


def _told(report: Report, shop: Workshop) -> Report:
    return replace(report, failures=shop.net.failures, notes=shop.net.notes)


def _is_in_source_language(config: Config, article: Article) -> bool:
    source = config.at(article.document.id).source_language
    return source is not None and same_language(source, article.language)


def events(config: Config, track: Track = _untracked, cache: Cache | None = None) -> Report:
    """Which of the configured paths cover the same happening; a report without findings."""
    shop = Workshop(config, cache)
    return _told(Report(_events(read_all(shop, track), shop, track), ()), shop)


def _events(inputs: Sequence[Input], shop: Workshop, track: Track) -> tuple[Event, ...]:
    tasks = (
        Task(align_group, group.documents, (group.sourced, group.table))
        for group in track(groups(inputs, shop, track), "aligning")
    )
    return tuple(event for event in shop.perform(tasks) if event.articles)


def proposals(config: Config, most: int, track: Track = _untracked) -> tuple[str, Report]:
    """A TOML glossary of at most so many concepts that the configured texts suggest, and the events it is made from.

    Raises XlcheckError as `run`.
    """
    from xlcheck.terms.suggest import suggest, write

    shop = Workshop(config)
    found = _events(read_all(shop, track), shop, track)
    alignments = [alignment for each in found for alignment in each.alignments]
    return write(suggest(alignments, shop.glossary, most)), _told(Report(found, ()), shop)


def tie(config: Config, of: tuple[str, str], track: Track = _untracked) -> Tie:
    """Why two of the configured documents are taken to cover one happening, or not.

    Raises XlcheckError for a path that is none of theirs, and as `events`.
    """
    from xlcheck.match import explain

    shop = Workshop(config)
    documents = [columns[0] for columns in read_all(shop, track) if len(columns) == 1]
    articles = list(shop.articles(track(documents, "tagging")).values())
    one, other = (_place(articles, path, shop.net) for path in of)
    return explain(articles, shop.vectors(articles), one, other)


def _place(articles: Sequence[Article], path: str, net: Net) -> int:
    place = next((place for place, article in enumerate(articles) if is_at(article.document.id, path)), None)
    if place is None:
        if net.failures:
            raise net.error
        raise XlcheckError(f"{path}: not one of the documents read; add it to the paths")
    return place


def segmented(config: Config) -> Article:
    """The one configured document in sentences with their languages."""
    (path,) = config.paths
    net = Net()
    with net.around((path,), "while splitting it into sentences"):
        return to_article(single(path), config)
    raise net.error


def aligned(config: Config, as_given: bool = False, track: Track = _untracked) -> Report:
    """The configured documents aligned: two with one another, folders and more than two event by event.

    A report without findings; `as_given` takes one sentence a line.
    """
    shop = Workshop(config)
    if _are_two_files(config):
        return Report((_two_aligned(shop, as_given),), ())
    inputs = read_all(shop, track, as_given)
    documents = [document for columns in inputs for document in columns]
    if len(documents) == 1:
        raise XlcheckError(f"{documents[0].id}: only one document; name another to align it with")
    return _told(Report(_events(inputs, shop, track), ()), shop)


def explained(config: Config, as_given: bool = False) -> tuple[Alignment, tuple[Explanation, ...]]:
    """The two configured documents aligned, and why each pair was made. Raises XlcheckError where they are not two."""
    from xlcheck.align import align, coverage, explain

    if not _are_two_files(config):
        raise XlcheckError("--explain needs exactly two files; name them")
    shop = Workshop(config)
    with shop.net.around(config.paths, "while aligning"):
        source, target = articles = _two(shop, as_given)
        ours, theirs = shop.vectors(articles)
        pairs = align(source.sentences, target.sentences, ours, theirs)
        return Alignment(source, target, pairs, coverage(pairs)), explain(
            source.sentences, target.sentences, ours, theirs
        )
    raise shop.net.error


def _two_aligned(shop: Workshop, as_given: bool) -> Event:
    with shop.net.around(shop.config.paths, "while aligning"):
        articles = _two(shop, as_given)
        return to_event(articles, shop.vectors(articles))
    raise shop.net.error


def _are_two_files(config: Config) -> bool:
    return len(config.paths) == 2 and not any(map(is_folder, config.paths))


def _two(shop: Workshop, as_given: bool) -> list[Article]:
    """The first in the source language, the second in the target language, where the user says which they are."""
    config = shop.config
    languages = (config.source_language, config.target_language)
    return [
        shop.article(stated(single(path, as_given), replace(config, target_language=language)))
        for path, language in zip(config.paths, languages, strict=True)
    ]
