"""What a translation makes of a name of its source, told by sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from xlcheck.evidence.names.sound import closeness, may_be, may_say, may_say_one
from xlcheck.model.document import Span
from xlcheck.model.facts import SpokenName, SpokenSentence
from xlcheck.model.sound import Called
from xlcheck.model.text import Mention, Sentence

_TELLING = 3
"""Sounds from which a word may be a name: not В at the beginning of a sentence."""


def is_proper(name: str) -> bool:
    """Whether a name has a capital, or is in a script without them: a mad scientist is nobody's name."""
    return name == name.upper() or name != name.lower()


def is_said(mention: Mention, source: Sentence, target: Sequence[Sentence]) -> bool:
    """Whether the target may say the name that a sentence has at a mention, in whatever spelling."""
    voices = [fact.voice for sentence in target for fact in sentence.facts.of(SpokenSentence)]
    names = _called(mention, source)
    return any(may_say(voice, name) or may_say_one(voice, name) for name in names for voice in voices)


def said_as(mention: Mention, source: Sentence, target: Sequence[Sentence]) -> Iterator[Span]:
    """The target's names that are not terms, and liker to what a sentence has at a mention than to its other names."""
    names = _called(mention, source)
    others = [other for _, other in _bounded(source) if other not in names]
    for sentence in target:
        taken = [other.span for other in sentence.mentions]
        for at, name in _bounded(sentence):
            own = max((_closeness(own, name) for own in names if may_be(name, own)), default=0.0)
            free = max(map(len, name.words)) >= _TELLING and not any(at.overlaps(other) for other in taken)
            if free and all(own > rival for rival in _rivals(others, name)):
                yield at


def _rivals(others: Sequence[Called], name: Called) -> Iterator[float]:
    """How like a name is to each of the others; no likelier than by chance where there are none."""
    return (_closeness(other, name) for other in others) if others else iter((0.0,))


@lru_cache(maxsize=1 << 16)
def _closeness(one: Called, other: Called) -> float:
    """The same, worked out once for two names, though each missing person of a sentence asks for it."""
    return closeness(one, other)


def _called(mention: Mention, source: Sentence) -> list[Called]:
    return [name for at, name in _bounded(source) if at.overlaps(mention.span)]


def _bounded(sentence: Sentence) -> Iterator[tuple[Span, Called]]:
    for fact in sentence.facts.of(SpokenName):
        if fact.name.bounded:
            yield fact.span, fact.name
