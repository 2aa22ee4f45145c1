"""What differs among the articles of an event, and which of them is wrong, as far as the others can tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.witnesses import Heard, Question, Tells, Witness, heard, independent, vote
from xlcheck.model.document import Document, Span
from xlcheck.model.doubt import Doubt
from xlcheck.model.event import Event, Pair
from xlcheck.model.finding import Finding
from xlcheck.model.text import Article, Sentence, whole

_SOURCE = "the source"


class Placed(Protocol):
    """What is compared of an article: a fact, or words, at a place of its text."""

    @property
    def span(self) -> Span: ...


F = TypeVar("F", bound=Placed)


@dataclass(frozen=True, slots=True)
class Difference(Generic[F]):
    """A fact of one side of a pair, and the fact in its place on the other side; None: there is none.

    `strength` is how much speaks for their differing, as the rule measures it.
    """

    pair: Pair
    source: F | None
    target: F | None
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict(Generic[F]):
    """What is wrong at one place of an event, as far as its articles can tell.

    The `wrong` fact stands `at` a place where others have the `right` one; either is None where there is none.
    `related` are the right facts, or the sentences without one, one of each article that differs. `translation` says
    whether one of them at least is a translation, or what was translated. `votes` are the witnesses that speak for it,
    those that depend on one another being one, less those that speak against it: 0 where none can tell, as of two
    articles, or where they are divided, when the first of the articles is taken for right. `contested`: fewer than
    three in four of those that can tell agree. `asked`: how many were asked. `strength` is the greatest of the
    differences. `rival` is what to call the article of the right fact: the source, unless none is known to be.
    `doubts` are what speaks against the verdict. `telling` are the articles that state the right fact, or do without
    the wrong one.
    """

    wrong: F | None
    right: F | None
    at: Span
    related: tuple[Span, ...]
    translation: bool
    votes: int = 0
    contested: bool = False
    strength: float = 0.0
    asked: int = 0
    rival: str = _SOURCE
    doubts: tuple[Doubt, ...] = ()
    telling: frozenset[Document] = frozenset()

    @property
    def others(self) -> int:
        """How many articles say otherwise: 1 for the source alone."""
        return max(1, len(self.telling))

    @property
    def shown(self) -> tuple[Span, ...]:
        """The first of `related`: of a large event a few are enough."""
        return self.related[: THRESHOLDS.articles_shown]

    @property
    def tellers(self) -> str:
        """What to call the articles that say otherwise."""
        return f"{self.others} other documents" if self.others > 1 else self.rival

    @property
    def here(self) -> str:
        """What to call the article that is wrong."""
        return "the translation" if self.tellers == _SOURCE else "this document"

    @property
    def facts(self) -> tuple[F, F]:
        """The wrong fact and the right one. Raises ValueError where it is about one alone."""
        if self.wrong is None or self.right is None:
            raise ValueError("a verdict on one fact alone")
        return self.wrong, self.right

    def verb(self, one: str, several: str) -> str:
        """A verb behind `tellers`: says, say."""
        return several if self.others > 1 else one

    def missing(self, right: Placed) -> str:
        """The message that the right fact is missing."""
        return f"“{right.span.text.strip()}” in {self.tellers} is missing from {self.here}"


def verdicts(
    event: Event, differences: Iterable[Difference[F]], question: Question[F], *, near: bool = True
) -> Iterator[Verdict[F]]:
    """The differences among the articles of an event, each place once.

    Where most of the articles that say the same agree, the one that differs is wrong; where they are divided, what
    differs from the first; else the target. Where the user names the source, it is right, whatever the translations
    say. `near`: whether sentences around may tell a fact too.
    """
    others = heard(event) if is_polled(event) else {}
    articles = {article.document: article for article in event.articles}
    question = _remembered(question)
    places: defaultdict[tuple[Span, bool], list[Verdict[F]]] = defaultdict(list)
    for each in differences:
        verdict = _judge(each, others, articles, question, near=near)
        places[verdict.at, verdict.wrong is None].append(verdict)
    changed = _changed(verdict for found in places.values() for verdict in found)
    for (_, omitted), every in places.items():
        found = [each for each in every if not (omitted and _is_changed(each, changed, question.same))]
        found.sort(key=lambda verdict: (verdict.right is None, -verdict.votes))
        while found:
            alike = [verdict for verdict in found if _same_right(verdict, found[0], question.same)]
            yield _merged(alike)
            found = [verdict for verdict in found if verdict not in alike] if omitted else []


def _changed(found: Iterable[Verdict[F]]) -> Mapping[Document, list[Verdict[F]]]:
    """The verdicts on a fact in the place of another one, of each article in the order of the text."""
    changed: defaultdict[Document, list[Verdict[F]]] = defaultdict(list)
    for verdict in sorted(found, key=_start):
        if verdict.wrong is not None and verdict.right is not None:
            changed[verdict.at.document].append(verdict)
    return changed


def _is_changed(
    omitted: Verdict[F], changed: Mapping[Document, list[Verdict[F]]], same: Callable[[F, F], bool]
) -> bool:
    """Whether a missing fact is reported already, by another one that stands in its place."""
    here, at = changed.get(omitted.at.document, []), omitted.at
    within = here[bisect_left(here, at.start, key=_start) : bisect_left(here, at.end, key=_start)]
    return any(_same_right(each, omitted, same) for each in within)


def _start(verdict: Verdict[Any]) -> int:
    return verdict.at.start


def _remembered(question: Question[F]) -> Question[F]:
    """The same, asked once of a fact and some sentences: every two articles that differ ask the same others."""
    stated = _once(question.stated) if question.stated else None
    return Question(_once(question.tells), question.same, stated)


def _once(tells: Tells[F]) -> Tells[F]:
    answers: dict[tuple[F, tuple[Span, ...]], bool | None] = {}

    def remembered(fact: F, sentences: Sequence[Sentence]) -> bool | None:
        key = fact, tuple(sentence.span for sentence in sentences)
        if key not in answers:
            answers[key] = tells(fact, sentences)
        return answers[key]

    return remembered


def _merged(alike: Sequence[Verdict[F]]) -> Verdict[F]:
    spans = {span.document: span for verdict in reversed(alike) for span in verdict.related}
    related = tuple(spans[document] for document in reversed(spans))
    translation = any(verdict.translation for verdict in alike)
    telling = frozenset[Document]().union(*(verdict.telling for verdict in alike))
    strength = max(verdict.strength for verdict in alike)
    return replace(alike[0], related=related, translation=translation, strength=strength, telling=telling)


def _same_right(one: Verdict[F], other: Verdict[F], same: Callable[[F, F], bool]) -> bool:
    if one.right is None or other.right is None:
        return one.right is other.right
    return one.right is other.right or same(one.right, other.right)


def is_polled(event: Event) -> bool:
    """Whether articles besides two that differ can tell which is wrong: of three or more, none the source of all."""
    return len(event.articles) > 2 and not event.sourced


def are_equals(event: Event) -> bool:
    """The same where also no two of the articles are known to be translations of a third, which were not compared."""
    return is_polled(event) and not any(alignment.siblings for alignment in event.alignments)


def _judge(
    difference: Difference[F], others: Heard, articles: Mapping[Document, Article], question: Question[F], *, near: bool
) -> Verdict[F]:
    pair, source, target = difference.pair, difference.source, difference.target
    own = [side[0].span.document for side in (pair.source, pair.target)]
    witnesses: defaultdict[Document, list[Witness]] = defaultdict(list)
    for sentence in (*pair.source, *pair.target):
        for witness in others.get(sentence.span, ()):
            witnesses[witness.said[0].span.document].append(witness)
    asked = islice(((document, told) for document, told in witnesses.items() if document not in own), THRESHOLDS.asked)
    every = {document: vote(source, target, told, question, near=near) for document, told in asked}
    count = _Count.of(every, own, articles)
    wrong, right, side, other = target, source, pair.target, pair.source
    if count.side < 0:
        wrong, right, side, other = source, target, pair.source, pair.target
    return Verdict(
        wrong,
        right,
        wrong.span if wrong else whole(side),
        (right.span if right else whole(other),),
        pair.translation,
        abs(count.votes),
        contested=abs(count.votes) < THRESHOLDS.clear * (count.for_source + count.for_target),
        strength=difference.strength,
        asked=len(every),
        rival=_rival(own, whole(other).document) if others else _SOURCE,
        telling=frozenset((whole(other).document, *(told for told, each in every.items() if each == count.side))),
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """How many witnesses speak for either side besides the two that differ, those that depend on one another being one.

    `side` is the one that is right: 1 is the source's, -1 the target's; where they are divided, that of the first
    article.
    """

    for_source: int
    for_target: int
    side: int

    @property
    def votes(self) -> int:
        return self.for_source - self.for_target

    @classmethod
    def of(cls, every: Mapping[Document, int], own: Sequence[Document], articles: Mapping[Document, Article]) -> _Count:
        if not any(every.values()):
            return cls(0, 0, 1)
        source, target = (articles[document] for document in own)
        sides = [[articles[document] for document, each in every.items() if each == side] for side in (1, -1)]
        for_source = independent(target, [source, *sides[0]]) - 1
        for_target = independent(source, [target, *sides[1]]) - 1
        if for_source != for_target:
            return cls(for_source, for_target, 1 if for_source > for_target else -1)
        told = {document: each for document, each in every.items() if each} | {own[0]: 1}
        order = list(articles)
        return cls(for_source, for_target, told[min(told, key=order.index)])


def _rival(own: Sequence[Document], other: Document) -> str:
    """What to call one of the two documents of a pair: the columns of a table have one path, and a source."""
    return _SOURCE if own[0].id == own[1].id else f"“{other.id}”"


def other_finding(verdict: Verdict[F], right: str, wrong: str, suggestion: str) -> Finding:
    """That a fact is another one than elsewhere; `right` and `wrong` are what was understood."""
    ours, theirs = (fact.span.text for fact in verdict.facts)
    return Finding(
        f"“{ours}” does not match “{theirs}” in {verdict.tellers}",
        verdict.at,
        related=verdict.shown,
        suggestion="" if verdict.contested else suggestion,
        reason=f"{verdict.tellers} {verdict.verb('says', 'say')} {right}, {verdict.here} {wrong}",
        doubts=() if verdict.translation else (Doubt.INDEPENDENT,),
    )
