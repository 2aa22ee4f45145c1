"""What a translation makes of a name of its source, told by sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlcheck.model.sound import Called, Voice, may_be, may_say
from xlcheck.model.term import Mention
from xlcheck.model.text import Sentence, Span


def is_proper(name: str) -> bool:
    """Whether a name has a capital, or is in a script without them: a mad scientist is nobody's name."""
    return name == name.upper() or name != name.lower()


def is_said(mention: Mention, source: Sentence, target: Sequence[Sentence]) -> bool:
    """Whether the target may say the name that a sentence has at a mention, in whatever spelling."""
    voices = [fact.value for sentence in target for fact in sentence.facts if isinstance(fact.value, Voice)]
    return any(may_say(voice, name) for name in _called(mention, source) for voice in voices)


def said_as(mention: Mention, source: Sentence, target: Sequence[Sentence]) -> Iterator[Span]:
    """The target's names, none of them a term, that may be the one that a sentence has at a mention."""
    names = _called(mention, source)
    for sentence in target:
        taken = [other.span for other in sentence.mentions]
        for fact in sentence.facts:
            name, at = fact.value, fact.span
            if not isinstance(name, Called) or not name.bounded or any(_overlap(at, other) for other in taken):
                continue
            if any(may_be(name, own) for own in names):
                yield at


def _called(mention: Mention, source: Sentence) -> list[Called]:
    facts = (fact for fact in source.facts if isinstance(fact.value, Called) and _overlap(fact.span, mention.span))
    return [fact.value for fact in facts if isinstance(fact.value, Called) and fact.value.bounded]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
