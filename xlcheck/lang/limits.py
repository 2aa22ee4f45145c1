"""How short a word may be that is inflected, and how many languages are kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds in every language; what depends on one is in its pack."""

    stem: int = 3
    """Letters of a word, and of an ending without a stem, from which on it is inflected."""
    stem_in_names: int = 2
    """The same of a word in a phrase, in languages that inflect such names: Ын in Ким Чен Ын."""
    tags: int = 1024
    """Tags whose languages are kept: a run has a handful."""


LIMITS = Limits()
