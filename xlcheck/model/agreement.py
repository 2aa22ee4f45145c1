"""When facts of two sentences say the same: values in any writing, units converted, dates in part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from xlcheck.model.event import Event, Pair
from xlcheck.model.finding import Finding
from xlcheck.model.language import UNDETERMINED
from xlcheck.model.text import Document, Fact, Sentence, Span
from xlcheck.model.unit import Unit

_NEIGHBOURS = 2
_TWO = 2
_HALF = Decimal("0.5")
_NEAR = Decimal("0.02")
_FAR = Decimal("0.1")
_PERCENT = 100
_FIGURES = re.compile(r"\d+")
_GROUPS = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f\u2009]\d{3})+(?!\d)")


def pairs_with_neighbours(event: Event) -> Iterator[tuple[Pair, tuple[Pair, ...]]]:
    """The pairs with two sides in languages that are known, each with the two before it and the two after it."""
    for alignment in event.alignments:
        for place, pair in enumerate(alignment.pairs):
            if all(any(each.language != UNDETERMINED for each in side) for side in (pair.source, pair.target)):
                before = alignment.pairs[max(0, place - _NEIGHBOURS) : place]
                yield pair, before + alignment.pairs[place + 1 : place + 1 + _NEIGHBOURS]


Tells = Callable[[Fact, Sequence[Sentence]], bool]
"""Whether sentences tell a fact."""

Same = Callable[[Fact, Fact], bool]
"""Whether two facts say the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact of one side of a pair, and the fact in its place on the other side; None: there is none."""

    pair: Pair
    source: Fact | None
    target: Fact | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong at one place of an event, as far as its articles can tell.

    The `wrong` fact stands `at` a place where others have the `right` one; either is None where there is none.
    `related` are the right facts, or the sentences without one, one of each article that differs. `translation` says
    whether one of them at least is a translation, or what was translated. `votes` are the other articles that speak
    for it less those that speak against it: 0 where none can tell, as of two articles.
    """

    wrong: Fact | None
    right: Fact | None
    at: Span
    related: tuple[Span, ...]
    translation: bool
    votes: int = 0

    @property
    def others(self) -> int:
        """How many articles say otherwise, at least: 1 for the source alone."""
        return max(len(self.related), self.votes + 1)


def verdicts(event: Event, differences: Iterable[Difference], tells: Tells, same: Same) -> Iterator[Verdict]:
    """The differences among the articles of an event, each place once.

    Where most of the articles that say the same agree, the one that differs is wrong; else the target. Where the user
    names the source, it is right, whatever the translations say.
    """
    heard = _heard(event) if len(event.articles) > _TWO and _all_aligned(event) else {}
    places: defaultdict[tuple[Span, bool], list[Verdict]] = defaultdict(list)
    for each in differences:
        verdict = _judge(each, heard, tells)
        places[verdict.at, verdict.wrong is None].append(verdict)
    for (_, omitted), found in places.items():
        found.sort(key=lambda verdict: (verdict.right is None, -verdict.votes))
        while found:
            alike = [verdict for verdict in found if _same_right(verdict, found[0], same)]
            yield _merged(alike)
            found = [verdict for verdict in found if verdict not in alike] if omitted else []


def _merged(alike: Sequence[Verdict]) -> Verdict:
    spans = {span.document: span for verdict in reversed(alike) for span in verdict.related}
    related = tuple(spans[document] for document in reversed(spans))
    return replace(alike[0], related=related, translation=any(verdict.translation for verdict in alike))


def _same_right(one: Verdict, other: Verdict, same: Same) -> bool:
    if one.right is None or other.right is None:
        return one.right is other.right
    return one.right is other.right or same(one.right, other.right)


def _all_aligned(event: Event) -> bool:
    return len(event.alignments) == len(event.articles) * (len(event.articles) - 1) // 2


@dataclass(frozen=True, slots=True)
class _Witness:
    """What an article says where a sentence of another one stands, and around that."""

    said: tuple[Sentence, ...]
    around: tuple[Sentence, ...]
    translation: bool


_Heard = dict[Span, list[_Witness]]


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


def _judge(difference: Difference, heard: _Heard, tells: Tells) -> Verdict:
    pair, source, target = difference.pair, difference.source, difference.target
    own = {side[0].span.document for side in (pair.source, pair.target)}
    others: defaultdict[Document, list[_Witness]] = defaultdict(list)
    for sentence in (*pair.source, *pair.target):
        for witness in heard.get(sentence.span, ()):
            others[witness.said[0].span.document].append(witness)
    votes = sum(_vote(source, target, told, tells) for document, told in others.items() if document not in own)
    wrong, right, side, other = target, source, pair.target, pair.source
    if votes < 0:
        wrong, right, side, other = source, target, pair.source, pair.target
    at = wrong.span if wrong else whole(side)
    return Verdict(wrong, right, at, (right.span if right else whole(other),), pair.translation, abs(votes))


def _vote(source: Fact | None, target: Fact | None, witnesses: Sequence[_Witness], tells: Tells) -> int:
    """1 where an article tells the source's fact and not the target's, -1 where it is the other way round.

    What stands around counts where the sentences themselves decide nothing. Silence speaks against a fact that one
    side has alone, if the article is a translation.
    """
    said = [sentence for witness in witnesses for sentence in witness.said]
    around = [sentence for witness in witnesses for sentence in witness.around]
    for sentences in (said, [*said, *around]):
        for_source, for_target = (fact is not None and tells(fact, sentences) for fact in (source, target))
        if for_source != for_target:
            return 1 if for_source else -1
    if (source and target) or for_source or for_target or not any(witness.translation for witness in witnesses):
        return 0
    return 1 if target else -1


def other_finding(verdict: Verdict, right: str, wrong: str, suggestion: str, confidence: float | None) -> Finding:
    """That a fact is another one than elsewhere; `right` and `wrong` are what was understood."""
    if verdict.wrong is None or verdict.right is None:
        raise ValueError("a verdict on one fact alone")
    several = f"{verdict.others} documents" if verdict.others > 1 else ""
    return Finding(
        f"“{verdict.wrong.span.text}” stands where {f'{several} have' if several else 'the source has'} "
        f"“{verdict.right.span.text}”",
        verdict.at,
        related=verdict.related,
        suggestion=suggestion,
        reason=f"{several} say {right}, this one {wrong}"
        if several
        else f"the source says {right}, the translation {wrong}",
        confidence=confidence,
    )


def whole(sentences: Sequence[Sentence]) -> Span:
    """From the first of neighbouring sentences to the last."""
    first, last = sentences[0].span, sentences[-1].span
    return Span(first.document, first.start, max(first.end, last.end))


def numbers(sentences: Iterable[Sentence]) -> tuple[Fact, ...]:
    """The numbers of the sentences, in the order of the text."""
    return tuple(fact for sentence in sentences for fact in sentence.facts if fact.kind == "number")


def is_told(number: Fact, sentences: Iterable[Sentence]) -> bool:
    """Whether the sentences may tell a number: by value, converted, in a word or a date, or by its bare figures."""
    written = {number.value, *_bare(number.span.text)}
    return any(
        any(_tells(fact, number) for fact in sentence.facts)
        or not written.isdisjoint(figures(sentence.text))
        or _tells_half(sentence.facts, number)
        for sentence in sentences
    )


def _bare(text: str) -> Iterator[Decimal]:
    """The figures of a number as they are written, where another value was understood: 31 of 2026-31, 42.000."""
    if text.isdecimal() or _GROUPS.fullmatch(text):
        yield Decimal("".join(_FIGURES.findall(text)))


def _tells_half(facts: Iterable[Fact], number: Fact) -> bool:
    """Two and a half, for 2.5."""
    if not (isinstance(number.value, Decimal) and number.value % 1 == _HALF):
        return False
    values = {fact.value for fact in facts if fact.kind in ("number", "hint")}
    return number.value - _HALF in values and not values.isdisjoint((_HALF, 1 + _HALF))


def same_value(one: Fact, other: Fact) -> bool:
    """Whether two numbers are the same amount: equal in units that do not contradict one another, or converted."""
    return (one.value == other.value and not other_unit(one, other)) or is_converted(one, other)


def other_unit(one: Fact, other: Fact) -> bool:
    """Whether both numbers have a unit, and none in common."""
    return bool(one.units and other.units) and not set(one.units) & set(other.units)


def is_converted(one: Fact, other: Fact) -> bool:
    """Whether a number is the other one in another unit, as far as both are rounded: 10 miles, 16 km; 80 °F, 27 °C."""
    return any(
        _equal_measures(one.value, unit, other.value, another)
        for unit in one.units
        for another in other.units
        if unit != another and unit.dimension == another.dimension and unit.size and another.size
    )


def _equal_measures(value: object, unit: Unit, other: object, another: Unit) -> bool:
    if not (isinstance(value, Decimal) and isinstance(other, Decimal)):
        return False
    first, second = value * unit.size + unit.zero, other * another.size + another.zero
    difference, step = abs(first - second), max(_step(value) * unit.size, _step(other) * another.size)
    if unit.dimension == "temperature":
        apart = abs(value * unit.size - other * another.size)  # 10 degrees above the average
        return min(difference, apart) <= step
    least = min(abs(first), abs(second))
    return difference <= _NEAR * least or difference <= min(step, _FAR * least)


def _step(value: Decimal) -> Decimal:
    """The last figure that counts: 1 in 27, 0.1 in 1.8; half of 10 in 130."""
    _, digits, exponent = value.normalize().as_tuple()
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return step / 2 if step > 1 and digits else step


def _tells(fact: Fact, number: Fact) -> bool:
    if fact.kind in ("number", "hint"):
        alike = (_same_share, _same_year, _same_century, is_converted)
        return fact.value == number.value or any(same(fact, number) for same in alike)
    if fact.kind in ("date", "month", "time") and isinstance(fact.value, tuple):
        parts = {part for part in fact.value if part is not None}
        if fact.kind == "time":
            parts |= {(part + 12) % 24 for part in fact.value[:1]} | {12}
        return number.value in parts
    return False


def _same_share(fact: Fact, number: Fact) -> bool:
    """A percentage and the word or the fraction for it: 50 %, half; 33 %, 1/3."""
    return any(
        any(unit.code == "percent" for unit in one.units)
        and isinstance(one.value, Decimal)
        and isinstance(other.value, Decimal)
        and abs(one.value - other.value * _PERCENT) < 1
        for one, other in ((fact, number), (number, fact))
    )


def _same_year(fact: Fact, number: Fact) -> bool:
    """A year or decade in two figures and in four: '98, 1998; the 80s, 1980s."""
    for short, full in ((fact, number), (number, fact)):
        if isinstance(short.value, Decimal) and isinstance(full.value, Decimal):
            before = short.span.document.text[max(0, short.span.start - 1) : short.span.start]
            told = short.kind == "hint" or short.value % 10 == 0 or before in ("'", "’")
            if told and 0 <= short.value < 100 and 1000 <= full.value < 2100 and full.value % 100 == short.value:
                return True
    return False


def _same_century(fact: Fact, number: Fact) -> bool:
    """A century and a year in it: the 20th century, the 1980s."""
    return any(
        any(unit.code == "century" for unit in century.units)
        and isinstance(century.value, Decimal)
        and isinstance(year.value, Decimal)
        and century.value - 1 == year.value // 100
        for century, year in ((fact, number), (number, fact))
    )


def figures(text: str) -> Iterator[Decimal]:
    """Every group of figures in a text, also joined across what may separate thousands."""
    for match in _FIGURES.finditer(text):
        yield Decimal(match[0])
    for match in _GROUPS.finditer(text):
        yield Decimal("".join(_FIGURES.findall(match[0])))
