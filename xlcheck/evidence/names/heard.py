"""What a translation makes of a name of its source, told by sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from xlcheck.evidence.names.sound import closeness, may_be, may_say, may_say_one
from xlcheck.evidence.names.spoken import Spoken
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.document import Span
from xlcheck.model.name import Name
from xlcheck.model.text import Mention, Sentence


def is_proper(name: str) -> bool:
    """Whether a name has a capital, or is in a script without them: a mad scientist is nobody's name."""
    return name == name.upper() or name != name.lower()


def is_said(mention: Mention, source: Sentence, target: Sequence[Sentence]) -> bool:
    """Whether the target may say the name that a sentence has at a mention, in whatever spelling."""
    spoken = [Spoken.of(sentence) for sentence in target]
    return any(may_say(each, name) or may_say_one(each, name) for name in _named(mention, source) for each in spoken)


def said_as(mention: Mention, source: Sentence, target: Sequence[Sentence]) -> Iterator[Span]:
    """The target's names that are not terms, and liker to what a sentence has at a mention than to its other names."""
    names = _named(mention, source)
    others = [other for other in _bounded(source) if other not in names]
    for sentence in target:
        taken = [other.span for other in sentence.mentions]
        for name in _bounded(sentence):
            own = max((_closeness(own, name) for own in names if may_be(name, own)), default=0.0)
            telling = max(map(len, name.words), default=0) >= THRESHOLDS.telling_sounds
            free = telling and not any(name.span.overlaps(other) for other in taken)
            if free and all(own > rival for rival in _rivals(others, name)):
                yield name.span


def _rivals(others: Sequence[Name], name: Name) -> Iterator[float]:
    """How like a name is to each of the others; no likelier than by chance where there are none."""
    return (_closeness(other, name) for other in others) if others else iter((0.0,))


@lru_cache(maxsize=1 << 16)
def _closeness(one: Name, other: Name) -> float:
    """The same, worked out once for two names, though each missing person of a sentence asks for it."""
    return closeness(one, other)


def _named(mention: Mention, source: Sentence) -> list[Name]:
    return [name for name in _bounded(source) if name.span.overlaps(mention.span)]


def _bounded(sentence: Sentence) -> Iterator[Name]:
    return (name for name in sentence.facts.of(Name) if name.bounded)
