"""How unlike the two sides of a pair of translations are, beside what is usual between their languages."""

from xlcheck.align.comparison import Comparison
from xlcheck.align.languages import Calibration

_PIECES, _ODD = 0.7, 0.3
"""What the likeness of the pieces and an odd length weigh beside the cosine of the sides."""
_ANSWERED = 0.1
"""How far below the usual likeness the pieces of a side are still answered."""
_FULL = 30
"""Pieces from which a longer sentence says no more surely that it is unlike."""
_POWER = 0.3


def drift(comparison: Comparison, known: Calibration, proportion: float) -> float:
    """What the cosine and the likeness of the pieces lack, and the odd length; 0 where one of the sides is answered.

    Of that pair the other side says more, which is an omission or an addition. Few pieces tell little: the sum grows
    with their number, slower than by its root.
    """
    means = (comparison.mean, comparison.reverse.mean)
    if max(means) > known.likeness - _ANSWERED:
        return 0.0
    lacking = known.likeness - comparison.cosine + _PIECES * (known.likeness - sum(means) / 2)
    odd = abs(comparison.longer - known.longer - proportion)
    pieces = min(len(comparison.source), len(comparison.target), _FULL)
    return (lacking + _ODD * odd) * float(pieces**_POWER)
