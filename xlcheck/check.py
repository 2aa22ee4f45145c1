"""Runs the rules over a run, each on the narrowest unit it needs, and leaves out what is to be silenced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import product
from typing import Any

from xlcheck.evidence.doubts import confidence
from xlcheck.evidence.suppressed import alike, covering
from xlcheck.model import Article, Event, Finding, Pair, Rule, Sentence
from xlcheck.model.collection import Collection
from xlcheck.model.limits import LIMITS
from xlcheck.model.policy import Policy
from xlcheck.model.suppression import Silencing, Trial

Guard = Callable[[Rule[Any], Any], AbstractContextManager[None]]
"""What stands around a rule while it looks at a unit; it may go on behind what the rule raises."""


def _unguarded(_rule: Rule[Any], _unit: Any) -> AbstractContextManager[None]:
    return nullcontext()


def check(
    events: Sequence[Event], rules: Iterable[Rule[Any]], least: float = LIMITS.sure, guard: Guard = _unguarded
) -> tuple[Finding, ...]:
    """The findings of at least this confidence, stamped with their rule, ordered by document, place and code."""
    rules = tuple(rules)
    collection = Collection(tuple(events))
    found = [
        finding
        for rule in rules
        for unit in _UNITS[rule.unit](collection)
        for finding in _stamped(rule, unit, guard)
        if (finding.confidence or 0) >= least
    ]
    return in_order(_without_superseded(found, rules))


def _without_superseded(found: Sequence[Finding], rules: Iterable[Rule[Any]]) -> Iterator[Finding]:
    """Findings that are shown only where they are asked for supersede none that is surer."""
    supersedes = {rule.code: rule.supersedes for rule in rules}
    rivals: defaultdict[tuple[str, Hashable], list[Finding]] = defaultdict(list)
    for finding in found:
        for code, key in product(supersedes[finding.rule], _places(finding)):
            rivals[code, key].append(finding)
    for finding in found:
        near = (rival for key in _places(finding) for rival in rivals.get((finding.rule, key), ()))
        least = min(finding.confidence or 0, LIMITS.sure)
        if not any(rival.tells(finding) and (rival.confidence or 0) >= least for rival in near):
            yield finding


def _places(finding: Finding) -> tuple[Hashable, ...]:
    """What two findings have one of in common where one may tell the other."""
    told = ((finding.at.document, finding.suggestion),) if finding.suggestion else ()
    return finding.at, *finding.related, *told


def silence(
    findings: Iterable[Finding], silencing: Silencing, rules: Sequence[Rule[Any]], guard: Guard = _unguarded
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that are left, with those that the rules on suppressions add, and the findings ignored.

    A suppression is idle where its rule ran, the run could tell, and it covers no finding. The baseline is asked last:
    of more findings of a fingerprint than it knows, the later ones are left.
    """
    left, passed = [], []
    groups = alike(silencing.entries)
    holds = [any(silencing.entries[number].until >= silencing.today for number in group) for group in groups]
    busy: set[int] = set()
    known = dict(silencing.baseline)
    findings = tuple(findings)
    speaking = covering([silencing.entries[group[0]] for group in groups], findings)
    for finding, covered_by in zip(findings, speaking, strict=True):
        busy.update(covered_by)
        if any(holds[group] for group in covered_by):
            passed.append(finding)
        elif known and known.get(finding.fingerprint, 0) > 0:
            known[finding.fingerprint] -= 1
            passed.append(finding)
        else:
            left.append(finding)
    at_work = {number for group in busy for number in groups[group]}
    codes = {rule.code for rule in rules}
    trials = [
        Trial(
            entry,
            expired=entry.until < silencing.today,
            idle=number not in at_work and entry.rule in codes and silencing.tells(entry),
        )
        for number, entry in enumerate(silencing.entries)
    ]
    stale = (
        finding for rule in rules if rule.unit is Trial for trial in trials for finding in _stamped(rule, trial, guard)
    )
    return in_order((*left, *stale)), tuple(passed)


def judge(findings: Iterable[Finding], policy: Callable[[str], Policy]) -> tuple[Finding, ...]:
    """The findings that are reported, as severe as the policy of their document's path says."""
    policies: dict[str, Policy] = {}
    told = []
    for finding in findings:
        path = finding.at.document.id
        if path not in policies:
            policies[path] = policy(path)
        if judged := policies[path].judge(finding):
            told.append(judged)
    return tuple(told)


def _stamped(rule: Rule[Any], unit: Any, guard: Guard) -> Iterator[Finding]:
    with guard(rule, unit):
        for finding in rule.check(unit):
            yield replace(
                finding,
                rule=rule.code,
                name=rule.name,
                severity=rule.severity if finding.severity is None else finding.severity,
                confidence=confidence(finding, rule.code),
            )


def paths(unit: Any) -> tuple[str, ...]:
    """The documents that a rule looks at in a unit, by their paths."""
    match unit:
        case Sentence():
            return (unit.span.document.id,)
        case Article():
            return (unit.document.id,)
        case Pair():
            return tuple(sentence.span.document.id for sentence in (*unit.source, *unit.target))
        case Event():
            return tuple(article.document.id for article in unit.articles)
        case Collection():
            return tuple(path for event in unit.events for path in paths(event))
        case _:
            return (unit.entry.at.document.id,)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by document, place and code."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    at = finding.at
    start, end = (at.document.offset_in_file(offset) for offset in (at.start, at.end))
    return at.document.id, start, end, finding.rule, finding.message


def _articles(collection: Collection) -> Iterator[Article]:
    return (article for event in collection.events for article in event.articles)


def _sentences(collection: Collection) -> Iterator[Sentence]:
    return (sentence for article in _articles(collection) for sentence in article.sentences)


def _pairs(collection: Collection) -> Iterator[Pair]:
    return (pair for event in collection.events for pair in event.pairs)


_UNITS: Mapping[type, Callable[[Collection], Iterable[Any]]] = {
    Collection: lambda collection: (collection,),
    Event: lambda collection: collection.events,
    Article: _articles,
    Sentence: _sentences,
    Pair: _pairs,
    Trial: lambda _: (),  # suppressions are tried once the findings are there
}
