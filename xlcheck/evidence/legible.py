"""Whether the words of sentences can be read: not in Vietnamese whose marks were lost, where they are others."""

from __future__ import annotations

from collections.abc import Iterable

from xlcheck.model.facts import Unaccented
from xlcheck.model.text import Sentence


def is_legible(sentences: Iterable[Sentence]) -> bool:
    """Whether none of the sentences as a whole lost its diacritics: then what it does not say cannot be known."""
    return not any(not lost.right for sentence in sentences for lost in sentence.facts.of(Unaccented))
