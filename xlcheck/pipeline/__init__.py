"""The way through the house: read, segment, tag, find, embed, match, align, check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from xlcheck import __version__
from xlcheck.align import align
from xlcheck.check import check
from xlcheck.config import Config
from xlcheck.embed import load
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Report
from xlcheck.model.finding import SURE
from xlcheck.pipeline.articles import encode, to_article, with_facts
from xlcheck.pipeline.inputs import Input, Track, read_all, single
from xlcheck.pipeline.join import join
from xlcheck.rules import RULES
from xlcheck.terms import load as load_glossary

__all__ = ["aligned", "events", "examine", "run", "segmented"]


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
    rules = tuple(rule for rule in RULES if config.selects(rule.code))
    signature = {
        "version": __version__,
        "encoder": encoder.name if encoder else "unused",
        "glossary": glossary.digest or "none",
        "rules": ",".join(rule.code for rule in rules),
    }
    return Report(happenings, check(happenings, rules, 0.0 if config.pedantic else SURE), rules, signature=signature)


def events(config: Config, track: Track = _untracked) -> Report:
    """Which of the configured paths cover the same happening; a report without findings."""
    inputs, failures = read_all(config, track)
    happenings, _ = join(inputs, config, Finder(load_glossary(config.glossary)), track)
    return Report(happenings, (), failures=failures)


def segmented(config: Config) -> Article:
    """The one configured document in sentences with their languages."""
    (path,) = config.paths
    return to_article(single(path), config)


def aligned(config: Config, as_given: bool = False) -> Alignment:
    """The two configured documents aligned; `as_given` takes one sentence a line."""
    finder = Finder(load_glossary(config.glossary))
    languages = (config.source_language, config.target_language)
    source, target = (
        with_facts(to_article(single(path, as_given), replace(config, target_language=language)), finder)
        for path, language in zip(config.paths, languages, strict=True)
    )
    encoder = load(config.model)
    ours, theirs = encode((source, target), encoder)
    return Alignment(source, target, align(source.sentences, target.sentences, ours, theirs))
