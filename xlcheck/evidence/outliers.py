"""Which document of a row says alone what the others say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from xlcheck.evidence.facts import likeness
from xlcheck.evidence.names.sound import may_be, may_say
from xlcheck.evidence.names.spoken import Spoken
from xlcheck.evidence.sides import KINDS, Bearer, Side
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.witnesses import independent
from xlcheck.evidence.wording import said
from xlcheck.model.facts import Fact, Opposite
from xlcheck.model.name import Name


@dataclass(frozen=True, slots=True)
class Outlier:
    """A fact that one side says alone; the facts that others say instead, one a document; and who states these."""

    fact: Fact
    side: Side
    usual: Sequence[Fact]
    telling: Sequence[Side]


def outliers(sides: Sequence[Side], kind: type[Fact]) -> Iterator[Outlier]:
    """What one of three documents or more says alone, where the others agree on something else."""
    for side in sides:
        others = list(islice((other for other in sides if other is not side), THRESHOLDS.asked))
        alone = [fact for fact in side.facts(kind) if _stands_alone(fact, side, others)]
        agreed = _agreed(side, others, kind) if alone else []
        for fact in alone:
            if fitting := [known for known in agreed if any(comparable(fact, each) for each in known)]:
                usual = max(fitting, key=lambda known: likeness(fact, known[0], plain))
                agreed.remove(usual)
                home = next(other for other in others if other.article.document is usual[0].span.document)
                every = (other for other in sides if other is not side)
                yield Outlier(fact, side, usual, [other for other in every if other.states(usual[0], home)])


def _agreed(side: Side, others: Sequence[Side], kind: type[Fact]) -> list[list[Fact]]:
    """What most of the others state and a side does not: for each value the facts that say it, one a document."""
    least = max(
        THRESHOLDS.witnesses, (THRESHOLDS.agreeing_in_words if kind is Opposite else THRESHOLDS.agreeing) * len(others)
    )
    found: list[list[Fact]] = []
    for other in others:
        if kind is Opposite and other.negated != side.negated:
            continue
        for fact in other.facts(kind):
            if not _has(side, fact, other) and _is_agreed(fact, other, side, others, least):
                same = next((group for group in found if KINDS[kind].same(group[0], fact)), None)
                if same is None:
                    found.append([fact])
                elif all(known.span.document is not fact.span.document for known in same):
                    same.append(fact)
    return found


def _is_agreed(fact: Fact, home: Side, side: Side, others: Sequence[Side], least: float) -> bool:
    """Whether enough state a fact, and enough of them are witnesses against a side that depend on nobody else."""
    telling = [other.article for other in others if other.states(fact, home)]
    return len(telling) >= least and independent(side.article, telling) >= THRESHOLDS.witnesses


def _has(side: Side, fact: Fact, other: Side) -> bool:
    """Whether a side says a fact of another one too; of a name beside an office, whether beside that office."""
    if not (isinstance(fact, Name) and fact.offices):
        return side.answers(fact, other)
    named = (known for sentence in side.said for known in sentence.facts.of(Name))
    return any(each.offices & fact.offices and may_be(each, fact) for each in named)


def _stands_alone(fact: Fact, side: Side, others: Sequence[Side]) -> bool:
    """Whether no other document says it; of a name that few seem to say, by its sound, they say another.

    A name in letters is seldom heard by chance where the other document has letters too.
    """
    saying = [other for other in others if other.answers(fact, side)]
    if not isinstance(fact, Name):
        return not saying
    lettered = [other for other in others if other.lettered]
    if side.lettered and len(lettered) >= THRESHOLDS.witnesses:
        return len(saying) <= len(others) * THRESHOLDS.heard_by_any and not any(other.lettered for other in saying)
    return len(saying) <= len(others) * THRESHOLDS.heard_by_chance


def comparable(fact: Fact, usual: Fact) -> bool:
    """Whether one may stand in the place of another: names of people beside the same office, opposites."""
    match fact, usual:
        case Name(), Name():
            return bool(fact.offices & usual.offices) and not may_say(Spoken.of_name(fact), usual)
        case Opposite(meaning=meaning, contrary=contrary), Opposite():
            return (usual.meaning, usual.contrary) == (contrary, meaning)
        case Bearer(), Bearer():
            return fact.concept.kind == usual.concept.kind
    return True


def plain(fact: Fact) -> str:
    """What was understood."""
    return fact.meaning if isinstance(fact, Opposite) else said(fact)
