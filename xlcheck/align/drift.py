"""How unlike the two sides of a pair of translations are, beside what is usual between their languages."""

from xlcheck.align.comparison import Comparison
from xlcheck.align.languages import Calibration

_PROPORTION = 0.3
_FULL = 30
"""Pieces from which a longer sentence says no more surely that it is unlike."""
_POWER = 0.3


def drift(comparison: Comparison, known: Calibration, proportion: float) -> float:
    """What the cosine and the likeness of the pieces lack, in parts of the usual one, and the odd length.

    The side whose pieces are answered better counts: where half of a sentence was left out, the other half is alike.
    Few pieces tell little: the sum grows with their number, slower than by its root.
    """
    likeness = max(comparison.mean, comparison.reverse.mean)
    lacking = 2 - (comparison.cosine + likeness) / known.likeness
    odd = abs(comparison.longer - known.longer - proportion)
    pieces = min(len(comparison.source), len(comparison.target), _FULL)
    return (lacking + _PROPORTION * odd) * float(pieces**_POWER)
