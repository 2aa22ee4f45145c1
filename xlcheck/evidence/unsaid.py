"""Whether it tells something that a text does not say a thing."""

from __future__ import annotations

from collections.abc import Iterable

from xlcheck.lang import Language, Topic
from xlcheck.model.facts import Unaccented
from xlcheck.model.language import UNDETERMINED
from xlcheck.model.text import Sentence


def silence_tells(sentences: Iterable[Sentence], topic: Topic) -> bool:
    """Whether nothing found of a topic in sentences means that they say nothing of it.

    Not where one is in a language whose words for it are unknown: *dodici* may be there for 12; nor where one lost its
    diacritics, so that its words are others: *bon* for bốn (4). A sentence too short to have a language decides
    nothing.
    """
    sentences = [*sentences]
    if any(not lost.right for sentence in sentences for lost in sentence.facts.of(Unaccented)):
        return False
    languages = {sentence.language for sentence in sentences}
    return all(Language.of(tag).knows(topic) for tag in languages if tag != UNDETERMINED)
