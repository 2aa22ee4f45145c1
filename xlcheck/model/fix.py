"""What would fix a finding, and what shows that it is right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.edit import Edit


class Evidence(StrEnum):
    """What shows that a fix is right."""

    TERM = "the glossary forbids this term and prefers the other"
    SOURCE = "the aligned source names the bearer"
    LETTERS = "the letters look the same"
    LONGER_NAME = "the glossary prefers the other term, but a longer name may be meant"
    READING = "the characters in the source are usually read this way"
    ELSEWHERE = "the name occurs elsewhere in the texts"
    USAGE = "the text, the outlet or the glossary spells it this way more often"
    LIKENESS = "the text there is similar"
    OTHER = "the source says something else"

    @property
    def safe(self) -> bool:
        """Whether it does without a reader: a witness other than the text itself, and nothing left to chance."""
        return self in (Evidence.TERM, Evidence.SOURCE, Evidence.LETTERS)


@dataclass(frozen=True, slots=True)
class Fix:
    """What to write where so that a finding is fixed, all `edits` or none, no two in one place."""

    edits: tuple[Edit, ...]
    evidence: Evidence

    @property
    def safe(self) -> bool:
        """Whether it may be written unseen."""
        return self.evidence.safe
