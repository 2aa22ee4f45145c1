"""Where the line is in what the nouns say of themselves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Decided by hand; for `sure`, `lab/calibrate.py` measures how often findings are right."""

    covered: float = 0.9
    """Share of a text that must have a counterpart for it to be the other one's translation."""
    in_order: float = 0.8
    """Share of the pairs of such texts that are in one order."""
    brief: int = 6
    """Words from which a foreign part of a sentence is not just a name."""
    sure: float = 0.75
    """The confidence from which findings are shown without being asked for: three in four of such findings are
    right."""
    line: int = 4000
    """Code points next to a finding that its fingerprint is made of: a line without an end, or of a whole book,
    must not be read for each of the findings on it. Lines of prose are shorter."""
    message: int = 200
    """Characters that are shown of another library's message."""


LIMITS = Limits()
