"""Runs the rules over the events, each on the narrowest unit it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from xlcheck.model import Article, Event, Finding, Pair, Rule, Sentence
from xlcheck.model.finding import SURE


def check(events: Sequence[Event], rules: Iterable[Rule[Any]], least: float = SURE) -> tuple[Finding, ...]:
    """The findings of at least this confidence, stamped with their rule, ordered by document, place and code."""
    found = [
        replace(
            finding,
            rule=rule.code,
            name=rule.name,
            severity=rule.severity if finding.severity is None else finding.severity,
            confidence=rule.confidence if finding.confidence is None else finding.confidence,
        )
        for rule in rules
        for event in events
        for unit in _UNITS[rule.unit](event)
        for finding in rule.check(unit)
    ]
    sure = (finding for finding in found if (finding.confidence or 0) >= least)
    return tuple(sorted(sure, key=_place))


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    at = finding.at
    start, end = (at.document.offset_in_file(offset) for offset in (at.start, at.end))
    return at.document.id, start, end, finding.rule, finding.message


def _sentences(event: Event) -> Iterator[Sentence]:
    return (sentence for article in event.articles for sentence in article.sentences)


def _pairs(event: Event) -> Iterator[Pair]:
    return (pair for alignment in event.alignments for pair in alignment.pairs)


_UNITS: Mapping[type, Callable[[Event], Iterable[Any]]] = {
    Event: lambda event: (event,),
    Article: lambda event: event.articles,
    Sentence: _sentences,
    Pair: _pairs,
}
