"""Versions of one text by their paths: alike but for the language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from xlcheck.config import Config
from xlcheck.model import Article, same_language
from xlcheck.model.path import variant


def language_in(path: str, config: Config) -> str | None:
    """The language that a path states, as the first of the configured patterns that it is one of says."""
    found = (variant(path, pattern) for pattern in config.pairs)
    return next((version[0] for version in found if version), None)


def versions(articles: Sequence[Article], config: Config) -> list[tuple[list[int], bool]]:
    """The numbers of articles that are versions of one text, and whether the first is in the source language."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for pattern in config.pairs:
            if version := variant(article.document.id, pattern):
                groups[pattern, version[1]].append(number)
                break
    return [_source_first(group, articles, config) for group in groups.values() if len(group) > 1]


def _source_first(group: list[int], articles: Sequence[Article], config: Config) -> tuple[list[int], bool]:
    wanted = config.at(articles[group[0]].document.id).source_language
    if not wanted:
        return group, False
    ordered = sorted(group, key=lambda number: not same_language(articles[number].language, wanted))
    return ordered, same_language(articles[ordered[0]].language, wanted)
