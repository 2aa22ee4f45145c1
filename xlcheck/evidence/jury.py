"""What differs among the articles of an event, and which of them is wrong, as far as the others can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Generic, Protocol, TypeVar

from xlcheck.model.document import Document, Span
from xlcheck.model.doubt import Doubt
from xlcheck.model.event import Event, Pair
from xlcheck.model.finding import Finding
from xlcheck.model.language import UNDETERMINED
from xlcheck.model.text import Sentence, whole

_NEIGHBOURS = 2
ASKED = 24
"""Articles besides those that differ that are asked: more tell no better, and each would be asked of every two."""
_CLEAR = 0.5
"""Which part of the votes must be left, those against it taken from those for it, of a matter that is not contested."""
_TWO = 2
_SOURCE = "the source"


def pairs_with_neighbours(event: Event) -> Iterator[tuple[Pair, tuple[Pair, ...]]]:
    """The pairs with two sides in languages that are known, each with the two before it and the two after it."""
    for alignment in event.alignments:
        for place, pair in enumerate(alignment.pairs):
            if all(any(each.language != UNDETERMINED for each in side) for side in (pair.source, pair.target)):
                before = alignment.pairs[max(0, place - _NEIGHBOURS) : place]
                yield pair, before + alignment.pairs[place + 1 : place + 1 + _NEIGHBOURS]


class Placed(Protocol):
    """What is compared of an article: a fact, or words, at a place of its text."""

    @property
    def span(self) -> Span: ...


F = TypeVar("F", bound=Placed)

Tells = Callable[[F, Sequence[Sentence]], bool | None]
"""Whether sentences tell a fact; None where that cannot be known."""

Same = Callable[[F, F], bool]
"""Whether two facts say the same."""


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
    whether one of them at least is a translation, or what was translated. `votes` are the other articles that speak
    for it less those that speak against it: 0 where none can tell, as of two articles, or where they are divided, when
    the first of the articles is taken for right. `contested`: fewer than three in four of those that can tell agree.
    `asked`: how many were asked. `strength` is the greatest of the differences. `rival` is what to call the article of
    the right fact: the source, unless none is known to be. `doubts` are what speaks against the verdict.
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

    @property
    def others(self) -> int:
        """How many articles say otherwise, at least: 1 for the source alone."""
        return max(len(self.related), self.votes + 1)

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
    event: Event, differences: Iterable[Difference[F]], tells: Tells[F], same: Same[F], *, near: bool = True
) -> Iterator[Verdict[F]]:
    """The differences among the articles of an event, each place once.

    Where most of the articles that say the same agree, the one that differs is wrong; where they are divided, what
    differs from the first; else the target. Where the user names the source, it is right, whatever the translations
    say. `near`: whether sentences around may tell a fact too.
    """
    heard = _heard(event) if is_polled(event) else {}
    order = {article.document: place for place, article in enumerate(event.articles)}
    tells = _remembered(tells)
    places: defaultdict[tuple[Span, bool], list[Verdict[F]]] = defaultdict(list)
    for each in differences:
        verdict = _judge(each, heard, order, tells, near=near)
        places[verdict.at, verdict.wrong is None].append(verdict)
    for (_, omitted), found in places.items():
        found.sort(key=lambda verdict: (verdict.right is None, -verdict.votes))
        while found:
            alike = [verdict for verdict in found if _same_right(verdict, found[0], same)]
            yield _merged(alike)
            found = [verdict for verdict in found if verdict not in alike] if omitted else []


def _remembered(tells: Tells[F]) -> Tells[F]:
    """The same, asked once of a fact and some sentences: every two articles that differ ask the same others."""
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
    return replace(
        alike[0], related=related, translation=translation, strength=max(verdict.strength for verdict in alike)
    )


def _same_right(one: Verdict[F], other: Verdict[F], same: Same[F]) -> bool:
    if one.right is None or other.right is None:
        return one.right is other.right
    return one.right is other.right or same(one.right, other.right)


def is_polled(event: Event) -> bool:
    """Whether articles besides two that differ can tell which is wrong: of three or more, none the source of all."""
    return len(event.articles) > _TWO and not event.sourced


def are_equals(event: Event) -> bool:
    """The same where also no two of the articles are known to be translations of a third, which were not compared."""
    return is_polled(event) and not any(alignment.siblings for alignment in event.alignments)


@dataclass(frozen=True, slots=True)
class _Witness:
    """What an article says where a sentence of another one stands, and around that."""

    said: tuple[Sentence, ...]
    around: tuple[Sentence, ...]
    translation: bool


_Heard = dict[Span, list[_Witness]]


@lru_cache(maxsize=1)  # several rules ask it of one event
def _heard(event: Event) -> _Heard:
    """For each sentence what the other articles say there."""
    heard: defaultdict[Span, list[_Witness]] = defaultdict(list)
    for pair, around in pairs_with_neighbours(event):
        sources = tuple(sentence for each in around for sentence in each.source)
        targets = tuple(sentence for each in around for sentence in each.target)
        for sentence in pair.source:
            heard[sentence.span].append(_Witness(pair.target, targets, pair.translation))
        for sentence in pair.target:
            heard[sentence.span].append(_Witness(pair.source, sources, pair.translation))
    return heard


def _judge(
    difference: Difference[F], heard: _Heard, order: Mapping[Document, int], tells: Tells[F], *, near: bool
) -> Verdict[F]:
    pair, source, target = difference.pair, difference.source, difference.target
    own = [side[0].span.document for side in (pair.source, pair.target)]
    others: defaultdict[Document, list[_Witness]] = defaultdict(list)
    for sentence in (*pair.source, *pair.target):
        for witness in heard.get(sentence.span, ()):
            others[witness.said[0].span.document].append(witness)
    asked = islice(((document, told) for document, told in others.items() if document not in own), ASKED)
    every = {document: _vote(source, target, told, tells, near=near) for document, told in asked}
    votes = sum(every.values())
    wrong, right, side, other = target, source, pair.target, pair.source
    if (votes or _first(every, own[0], order)) < 0:
        wrong, right, side, other = source, target, pair.source, pair.target
    return Verdict(
        wrong,
        right,
        wrong.span if wrong else whole(side),
        (right.span if right else whole(other),),
        pair.translation,
        abs(votes),
        contested=any(every.values()) and abs(votes) < _CLEAR * sum(map(abs, every.values())),
        strength=difference.strength,
        asked=len(every),
        rival=_rival(own, whole(other).document) if heard else _SOURCE,
    )


def _first(every: Mapping[Document, int], source: Document, order: Mapping[Document, int]) -> int:
    """The vote of the first article, be it the source of the pair, that tells one and not the other."""
    told = {document: vote for document, vote in every.items() if vote}
    if not told:
        return 1
    told[source] = 1
    return told[min(told, key=order.__getitem__)]


def _rival(own: Sequence[Document], other: Document) -> str:
    """What to call one of the two documents of a pair: the columns of a table have one path, and a source."""
    return _SOURCE if own[0].id == own[1].id else f"“{other.id}”"


def _vote(source: F | None, target: F | None, witnesses: Sequence[_Witness], tells: Tells[F], *, near: bool) -> int:
    """1 where an article tells the source's fact and not the target's, -1 where it is the other way round.

    What stands around counts where the sentences themselves decide nothing. Silence speaks against a fact that one
    side has alone, if the article is a translation.
    """
    said = [sentence for witness in witnesses for sentence in witness.said]
    around = [sentence for witness in witnesses for sentence in witness.around]
    for sentences in (said, [*said, *around]) if near else (said,):
        for_source, for_target = (fact is not None and tells(fact, sentences) for fact in (source, target))
        if for_source is None or for_target is None:
            return 0
        if for_source != for_target:
            return 1 if for_source else -1
    if (source and target) or for_source or for_target or not any(witness.translation for witness in witnesses):
        return 0
    return 1 if target else -1


def other_finding(verdict: Verdict[F], right: str, wrong: str, suggestion: str) -> Finding:
    """That a fact is another one than elsewhere; `right` and `wrong` are what was understood."""
    ours, theirs = (fact.span.text for fact in verdict.facts)
    return Finding(
        f"“{ours}” does not match “{theirs}” in {verdict.tellers}",
        verdict.at,
        related=verdict.related,
        suggestion="" if verdict.contested else suggestion,
        reason=f"{verdict.tellers} {verdict.verb('says', 'say')} {right}, {verdict.here} {wrong}",
        doubts=() if verdict.translation else (Doubt.INDEPENDENT,),
    )
