"""From where on lines are wrapped, a sentence is quoted and a label is a label: the segmenter's constants."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Decided by hand; measured by `lab/bench/segment.py`."""

    wrap_least: int = 40
    """Columns from which people and mailers wrap lines."""
    wrap_most: int = 120
    """Columns up to which they do."""
    quoted_share: float = 0.6
    """A sentence is quoted when so much of it stands in quotation marks (“He said: …” may stand before them)."""
    label: int = 30
    """A hyphen or en dash after so few code points sets off a label (“9 de julio. – Barak resigns”)."""
    look_back: int = 40
    """Code points looked at before a stop; no abbreviation is longer. Keeps the work linear."""


LIMITS = Limits()
