"""The way through the house: read, segment, tag, find, embed, match, align, check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from xlcheck import __version__
from xlcheck.align import align, coverage
from xlcheck.align import explain as explain_beads
from xlcheck.check import check, judge, silence
from xlcheck.config import Config
from xlcheck.embed import load
from xlcheck.find import Finder
from xlcheck.match import explain
from xlcheck.model import Alignment, Article, Document, Report, Tie, XlcheckError
from xlcheck.model.explanation import Explanation
from xlcheck.pipeline.articles import encode, is_at, to_article, to_articles, with_facts
from xlcheck.pipeline.glossary import load_glossary
from xlcheck.pipeline.inputs import Input, Track, read_all, single
from xlcheck.pipeline.join import join, to_event, with_gaps
from xlcheck.pipeline.silencing import silencing
from xlcheck.read import is_folder
from xlcheck.rules import RULES

__all__ = ["aligned", "events", "examine", "explained", "run", "segmented", "tie"]


def _untracked(items: Sequence[Any], _label: str) -> Iterable[Any]:
    return items


def run(config: Config, track: Track = _untracked) -> Report:
    """Read the configured paths and check them.

    Inputs that cannot be read are the report's `failures`, and the others are still checked. Raises XlcheckError when
    there is nothing to read, or the glossary or the model cannot be loaded.
    """
    inputs, failures = read_all(config, track)
    return replace(examine(inputs, config, track), failures=failures)


def examine(inputs: Sequence[Input], config: Config, track: Track = _untracked) -> Report:
    """Check documents that are read already; several in one input are the columns of an aligned table."""
    glossary = load_glossary(config.glossary)
    happenings, encoder = join(inputs, config, Finder(glossary), track)
    if any(happening.alignments for happening in happenings):
        encoder = encoder or load(config.model)
        happenings = tuple(with_gaps(each, encoder, config.model is None) for each in happenings)
    rules = tuple(rule for rule in RULES if config.runs(rule.code))
    signature = {
        "version": __version__,
        "encoder": encoder.name if encoder else "unused",
        "glossary": glossary.digest or "none",
        "rules": ",".join(rule.code for rule in rules),
    }
    left, passed = silence(check(happenings, rules, least=0.0), silencing(config, happenings), rules)
    findings, silenced = judge(left, config.policy), judge(passed, config.policy)
    return Report(happenings, findings, rules, signature=signature, silenced=silenced)


def events(config: Config, track: Track = _untracked) -> Report:
    """Which of the configured paths cover the same happening; a report without findings."""
    inputs, failures = read_all(config, track)
    happenings, _ = join(inputs, config, Finder(load_glossary(config.glossary)), track)
    return Report(happenings, (), failures=failures)


def tie(config: Config, of: tuple[str, str], track: Track = _untracked) -> Tie:
    """Why two of the configured documents are taken to cover one happening, or not.

    Raises XlcheckError for a path that is none of theirs, and as `events`.
    """
    inputs, _ = read_all(config, track)
    documents = [columns[0] for columns in inputs if len(columns) == 1]
    articles = to_articles(documents, config, Finder(load_glossary(config.glossary)), track)
    one, other = (_place(documents, path) for path in of)
    return explain(articles, encode(articles, load(config.model)), one, other)


def _place(documents: Sequence[Document], path: str) -> int:
    place = next((place for place, document in enumerate(documents) if is_at(document, path)), None)
    if place is None:
        raise XlcheckError(f"{path}: none of the documents that were read; name it among the paths, too")
    return place


def segmented(config: Config) -> Article:
    """The one configured document in sentences with their languages."""
    (path,) = config.paths
    return to_article(single(path), config)


def aligned(config: Config, as_given: bool = False, track: Track = _untracked) -> Report:
    """The configured documents aligned: two with one another, folders and more than two event by event.

    A report without findings; `as_given` takes one sentence a line.
    """
    if _are_two_files(config):
        articles = _two(config, as_given)
        return Report((to_event(articles, encode(articles, load(config.model))),), ())
    inputs, failures = read_all(config, track, as_given)
    documents = [document for columns in inputs for document in columns]
    if len(documents) == 1:
        raise XlcheckError(f"{documents[0].id}: one document only; name another to align it with")
    happenings, _ = join(inputs, config, Finder(load_glossary(config.glossary)), track)
    return Report(happenings, (), failures=failures)


def explained(config: Config, as_given: bool = False) -> tuple[Alignment, tuple[Explanation, ...]]:
    """The two configured documents aligned, and why each pair was made. Raises XlcheckError where they are not two."""
    if not _are_two_files(config):
        raise XlcheckError("two files are needed; name the two to explain")
    source, target = articles = _two(config, as_given)
    ours, theirs = encode(articles, load(config.model))
    pairs = align(source.sentences, target.sentences, ours, theirs)
    return Alignment(source, target, pairs, coverage(pairs)), explain_beads(
        source.sentences, target.sentences, ours, theirs
    )


def _are_two_files(config: Config) -> bool:
    return len(config.paths) == 2 and not any(map(is_folder, config.paths))


def _two(config: Config, as_given: bool) -> list[Article]:
    finder = Finder(load_glossary(config.glossary))
    languages = (config.source_language, config.target_language)
    return [
        with_facts(to_article(single(path, as_given), replace(config, target_language=language)), finder)
        for path, language in zip(config.paths, languages, strict=True)
    ]
