"""What one article of an event says in a row, and whether it tells what another one says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from xlcheck.evidence.facts import MOST, figures, is_told, same_value, weekday
from xlcheck.evidence.names.sound import in_letters, may_be, may_say
from xlcheck.evidence.names.spoken import Spoken
from xlcheck.model.name import Name
from xlcheck.model.text import Article, Fact, Sentence

_LEAST_SOUNDS = 4


@dataclass(frozen=True, slots=True)
class Side:
    """What one article says in a row, and in the sentences beside it."""

    article: Article
    said: Sequence[Sentence]
    beside: Sequence[Sentence]
    _answered: dict[tuple[Fact, int], bool] = field(default_factory=dict, repr=False, compare=False)

    def facts(self, kind: str) -> list[Fact]:
        if kind == "bearer":
            return [fact for sentence in self.said for fact in bearers_of(sentence)]
        found = (f for sentence in self.said for f in sentence.facts if f.kind == kind and counts(f, sentence))
        return list(islice(found, MOST))

    @property
    def lettered(self) -> bool:
        return all(in_letters(sentence) for sentence in self.said)

    @property
    def negated(self) -> bool:
        return any(fact.kind == "negation" for sentence in self.said for fact in sentence.facts)

    def bearers(self, name: Fact) -> Iterator[Fact]:
        """The glossary's persons and places whose terms are part of a name."""
        for known in self.facts("bearer"):
            if known.span.overlaps(name.span):
                yield known

    def answers(self, fact: Fact, other: Side) -> bool:
        """Whether it tells a fact of another side, if only beside, where the other does not tell it once more."""
        key = fact, id(other)
        if key not in self._answered:
            self._answered[key] = self._finds(fact, other)
        return self._answered[key]

    def _finds(self, fact: Fact, other: Side) -> bool:
        tells = TELLS[fact.kind]
        if fact.kind == "name" and any(self.answers(known, other) for known in other.bearers(fact)):
            return True
        return tells(fact, self.said) or (tells(fact, self.beside) and not tells(fact, other.beside))


def bearers_of(sentence: Sentence) -> Iterator[Fact]:
    """The glossary's persons and places that a sentence mentions, in whatever script and spelling."""
    for mention in sentence.mentions:
        if mention.concept.kind in ("person", "place"):
            yield Fact("bearer", (mention.concept.kind, mention.concept.id), mention.span)


def counts(fact: Fact, sentence: Sentence) -> bool:
    """Whether a fact says something of its own: not one, nor the day that a weekday comes to; of names, who holds
    an office.
    """
    if fact.kind == "date":
        by_article = (other for other in sentence.facts if other.kind in ("weekday", "day", "lunar"))
        return not any(other.span == fact.span for other in by_article)
    name = fact.value
    if isinstance(name, Name):
        return bool(name.offices) and name.bounded and not name.country and max(map(len, name.words)) >= _LEAST_SOUNDS
    return fact.value != 1


def _tells_day(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    """Whether sentences may tell a date or month, in words or figures."""
    _, *parts = fact.value if isinstance(fact.value, tuple) else ()
    for sentence in sentences:
        days = (other.value for other in sentence.facts if other.kind in ("date", "month", "time"))
        told = {part for value in days if isinstance(value, tuple) for part in value}
        numbers = {other.value for other in sentence.facts if isinstance(other.value, Decimal)}
        if told.union(numbers, figures(sentence.text)).issuperset(parts):
            return True
    return False


def _tells_weekday(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    return any(
        other.value == fact.value if other.kind == "weekday" else weekday(other.value) == fact.value
        for sentence in sentences
        for other in sentence.facts
        if other.kind in ("weekday", "date")
    )


def _tells_lunar(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    told = [other for sentence in sentences for other in sentence.facts if other.kind in ("lunar", "date")]
    return any(other.value == fact.value or other.kind == "date" for other in told)


def _mentions(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    return any(fact.value == other.value for sentence in sentences for other in bearers_of(sentence))


def _says(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    return any(other.value == fact.value for sentence in sentences for other in sentence.facts)


def _names(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    name = fact.value
    return isinstance(name, Name) and any(may_say(Spoken.of(sentence), name) for sentence in sentences)


def _equal(one: Fact, other: Fact) -> bool:
    return one.value == other.value


def _equal_days(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, tuple) and isinstance(other.value, tuple) and one.value[1:] == other.value[1:]


def _equal_names(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, Name) and isinstance(other.value, Name) and may_be(one.value, other.value)


TELLS: Mapping[str, Callable[[Fact, Sequence[Sentence]], bool]] = {
    "number": is_told,
    "date": _tells_day,
    "month": _tells_day,
    "weekday": _tells_weekday,
    "lunar": _tells_lunar,
    "bearer": _mentions,
    "name": _names,
    "opposite": _says,
}
SAME: Mapping[str, Callable[[Fact, Fact], bool]] = {
    "number": same_value,
    "date": _equal_days,
    "month": _equal_days,
    "weekday": _equal,
    "lunar": _equal,
    "name": _equal_names,
    "opposite": _equal,
    "bearer": _equal,
}
