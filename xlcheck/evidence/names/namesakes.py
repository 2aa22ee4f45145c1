"""Whether a name that is like a person's is another one's whom the source names as well: a daughter, a brother."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.sound import may_be, read_in
from xlcheck.evidence.names.spoken import Spoken
from xlcheck.lang.scripts import WORD
from xlcheck.model.document import Span
from xlcheck.model.event import Pair
from xlcheck.model.name import Name
from xlcheck.model.text import Mention, Sentence

_WORD = re.compile(WORD)


def is_anothers(at: Span, mention: Mention, pair: Pair) -> bool:
    """Whether a name in the target may be that of somebody whom the source names next to the mention's bearer.

    So it is where it reads other characters there, or has a word of another name there, or may be one by its sound
    that no other name of the target may be.
    """
    named = [name for name in _named(pair.target) if name.span.overlaps(at)]
    others = [name for name in _named(pair.source) if not name.span.overlaps(mention.span)]
    if any(_reads_others(name, mention, pair.source) for name in named) or _has_word(at, mention, others):
        return True
    rest = [name for name in _named(pair.target) if not name.span.overlaps(at)]
    return any(
        any(may_be(name, other) for name in named) and not any(may_be(name, other) for name in rest)
        for other in others
        if other.bounded
    )


def _named(side: Sequence[Sentence]) -> Iterator[Name]:
    return (name for sentence in side for name in sentence.facts.of(Name))


def _reads_others(name: Name, mention: Mention, source: Sequence[Sentence]) -> bool:
    """Whether a name is a reading of characters of the source that are none of the bearer's forms."""
    own = {mention.span.text, *(term.text for term in mention.concept.terms)}
    spoken = (Spoken.of(sentence) for sentence in source)
    return any(here not in own for each in spoken for here in read_in(each.characters, name))


def _has_word(at: Span, mention: Mention, others: Sequence[Name]) -> bool:
    """Whether a name has a word of another one of the source that the bearer's own name has not."""
    bearer = {name_key(word) for term in mention.concept.terms for word in _WORD.findall(term.text)}
    words = {name_key(word) for other in others for word in _WORD.findall(other.span.text)}
    return not words.isdisjoint({name_key(word) for word in _WORD.findall(at.text)} - bearer)
