"""How unlike the two sides of a pair of translations are, compared with what is usual between their languages."""

from xlcheck.align.comparison import Comparison
from xlcheck.align.languages import Calibration
from xlcheck.align.weights import WEIGHTS


def drift(comparison: Comparison, known: Calibration, proportion: float) -> float:
    """What the cosine and the likeness of the pieces lack, and the odd length; 0 where one of the sides is answered.

    Of that pair the other side says more, which is an omission or an addition. Few pieces tell little: the sum grows
    with their number, slower than by its root.
    """
    means = (comparison.mean, comparison.reverse.mean)
    if max(means) > known.likeness - WEIGHTS.answered:
        return 0.0
    lacking = known.likeness - comparison.cosine + WEIGHTS.drift_pieces * (known.likeness - sum(means) / 2)
    odd = abs(comparison.longer - known.longer - proportion)
    pieces = min(len(comparison.source), len(comparison.target), WEIGHTS.drift_full)
    return (lacking + WEIGHTS.drift_odd * odd) * float(pieces**WEIGHTS.drift_power)
