"""Which fix a finding gets: edits, with what shows that they are right."""

from __future__ import annotations

from xlcheck.evidence.terms.apart import is_apart
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix
from xlcheck.model.text import Mention, Sentence


def fix(edits: tuple[Edit, ...], evidence: Evidence) -> Fix | None:
    """The fix that is made of some edits; None of none."""
    return Fix(edits, evidence) if edits else None


def by_glossary(edits: tuple[Edit, ...], mention: Mention, sentence: Sentence) -> Fix | None:
    """The fix that writes the glossary's term; a term inside a longer name may be right there, or be none."""
    return fix(edits, Evidence.TERM if is_apart(mention, sentence) else Evidence.LONGER_NAME)
