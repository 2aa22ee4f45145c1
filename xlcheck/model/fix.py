"""What would fix a finding, and what shows that it is right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.edit import Edit


class Evidence(StrEnum):
    """What shows that a fix is right."""

    TERM = "the glossary forbids what stands there and prefers the other term"
    SOURCE = "the aligned source names the bearer"
    LETTERS = "the letters look the same"
    LONGER_NAME = "the glossary prefers the other term, but a longer name may be meant"
    READING = "the characters of the source are usually read so"
    ELSEWHERE = "the name stands elsewhere in the texts"
    USAGE = "the text, the outlet or the glossary writes it so more often"
    LIKENESS = "what stands there is like it"
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
