"""What one article of an event says in a row, and whether it tells what another one says."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from xlcheck.evidence.facts import figures, is_stated, is_told, same_value, weekday_of
from xlcheck.evidence.names.sound import in_letters, may_be, may_say
from xlcheck.evidence.names.spoken import Spoken
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.witnesses import Question
from xlcheck.model.facts import (
    Amount,
    Clock,
    Day,
    Fact,
    LunarDay,
    Month,
    Negation,
    Number,
    Opposite,
    RelativeDay,
    Value,
    Weekday,
)
from xlcheck.model.name import Name
from xlcheck.model.term import Concept
from xlcheck.model.text import Article, Sentence

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Side:
    """What one article says in a row, and in the sentences next to it."""

    article: Article
    said: Sequence[Sentence]
    beside: Sequence[Sentence]
    _answered: dict[tuple[Fact, int], bool] = field(default_factory=dict, repr=False, compare=False)

    def facts(self, kind: type[F]) -> list[F]:
        return list(islice(self._facts(kind), THRESHOLDS.compared_facts))

    def _facts(self, kind: type[F]) -> Iterator[F]:
        for sentence in self.said:
            yield from (fact for fact in found_in(sentence, kind) if counts(fact, sentence))

    @property
    def lettered(self) -> bool:
        return all(in_letters(sentence) for sentence in self.said)

    @property
    def negated(self) -> bool:
        return any(sentence.facts.of(Negation) for sentence in self.said)

    def bearers(self, name: Name) -> Iterator[Bearer]:
        """The glossary's persons and places whose terms are part of a name."""
        for known in self.facts(Bearer):
            if known.span.overlaps(name.span):
                yield known

    def answers(self, fact: Fact, other: Side) -> bool:
        """Whether it tells a fact of another side, if only beside, where the other does not tell it once more."""
        key = fact, id(other)
        if key not in self._answered:
            self._answered[key] = self._finds(fact, other)
        return self._answered[key]

    def _finds(self, fact: Fact, other: Side) -> bool:
        if isinstance(fact, Name) and any(self.answers(known, other) for known in other.bearers(fact)):
            return True
        tells = KINDS[type(fact)].tells
        return bool(tells(fact, self.said) or (tells(fact, self.beside) and not tells(fact, other.beside)))

    def states(self, fact: Fact, other: Side) -> bool:
        """Whether it says a fact of another side, if only beside, so that it is a witness: not in another sense."""
        if not self.answers(fact, other):
            return False
        states = KINDS[type(fact)].stated
        return states is None or bool(states(fact, self.said) or states(fact, self.beside))


@dataclass(frozen=True, slots=True)
class Bearer(Value):
    """One of the glossary's persons or places, in whatever script and spelling."""

    concept: Concept

    @property
    def content(self) -> Hashable:
        return self.concept.kind, self.concept.id


def found_in(sentence: Sentence, kind: type[F]) -> Iterator[F]:
    """The facts of a class that a sentence has, the glossary's persons and places among them."""
    yield from sentence.facts.of(kind)
    for mention in sentence.mentions if kind is Bearer else ():
        known = Bearer(mention.span, mention.concept)
        if mention.concept.kind in ("person", "place") and isinstance(known, kind):
            yield known


def counts(fact: Fact, sentence: Sentence) -> bool:
    """Whether a fact says something of its own: not one, nor the day that a weekday comes to; who holds an office."""
    match fact:
        case Day():
            by_article = sentence.facts.of(Weekday, RelativeDay, LunarDay)
            return not any(other.span == fact.span for other in by_article)
        case Name(bounded=True, country=False, words=words):
            return bool(fact.offices) and max(map(len, words), default=0) >= THRESHOLDS.sides_sounds
        case Name():
            return False
        case Amount(value=value):
            return value != 1
    return True


def _tells_day(fact: Day | Month, sentences: Sequence[Sentence]) -> bool:
    """Whether sentences may tell a date or month, in words or figures."""
    _, *parts = fact.content
    for sentence in sentences:
        told = {part for other in sentence.facts.of(Day, Month, Clock) for part in other.content}
        numbers = {amount.value for amount in sentence.facts.of(Amount)}
        if told.union(numbers, figures(sentence.text)).issuperset(parts):
            return True
    return False


def _tells_weekday(fact: Weekday, sentences: Sequence[Sentence]) -> bool:
    return any(
        other.weekday == fact.weekday if isinstance(other, Weekday) else weekday_of(other) == fact.weekday
        for sentence in sentences
        for other in sentence.facts.of(Weekday, Day)
    )


def _tells_lunar(fact: LunarDay, sentences: Sequence[Sentence]) -> bool:
    told = [other for sentence in sentences for other in sentence.facts.of(LunarDay, Day)]
    return any(isinstance(other, Day) or other.day == fact.day for other in told)


def _mentions(fact: Bearer, sentences: Sequence[Sentence]) -> bool:
    return any(_equal(fact, other) for sentence in sentences for other in found_in(sentence, Bearer))


def _says(fact: Opposite, sentences: Sequence[Sentence]) -> bool:
    return any(_equal(fact, other) for sentence in sentences for other in sentence.facts.of(Opposite))


def _names(name: Name, sentences: Sequence[Sentence]) -> bool:
    return any(may_say(Spoken.of(sentence), name) for sentence in sentences)


def _equal(one: Value, other: Value) -> bool:
    return one.content == other.content


def _equal_days(one: Day, other: Day) -> bool:
    return (one.month, one.day) == (other.month, other.day)


def _equal_months(one: Month, other: Month) -> bool:
    return one.month == other.month


def _states_day(fact: Day, sentences: Sequence[Sentence]) -> bool:
    return any(_equal_days(fact, other) for sentence in sentences for other in sentence.facts.of(Day))


def _states_month(fact: Month, sentences: Sequence[Sentence]) -> bool:
    return any(fact.month == other.month for sentence in sentences for other in sentence.facts.of(Month, Day))


def _states_lunar(fact: LunarDay, sentences: Sequence[Sentence]) -> bool:
    return any(_equal(fact, other) for sentence in sentences for other in sentence.facts.of(LunarDay))


KINDS: Mapping[type[Fact], Question[Any]] = {
    Number: Question(is_told, same_value, is_stated),
    Day: Question(_tells_day, _equal_days, _states_day),
    Month: Question(_tells_day, _equal_months, _states_month),
    Weekday: Question(_tells_weekday, _equal),
    LunarDay: Question(_tells_lunar, _equal, _states_lunar),
    Bearer: Question(_mentions, _equal),
    Name: Question(_names, may_be),
    Opposite: Question(_says, _equal),
}
"""What is asked about the facts of each class that are compared."""
