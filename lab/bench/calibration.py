"""Whether confidences are probabilities: expected calibration error (Guo et al. 2017)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bead_f1 import Bead

_BINS = 10

Judged = list[tuple[float, bool]]
"""Confidence, and whether it was right."""


@dataclass
class Calibration:
    """A bead says the same where it overlaps a gold bead on both sides, and is exact where it is one."""

    beads: Judged = field(default_factory=list)
    strict: Judged = field(default_factory=list)
    alone: Judged = field(default_factory=list)

    def add(self, gold: Sequence[Bead], found: Sequence[Bead], scores: Sequence[float]) -> None:
        known = set(gold)
        linked = {(i, j) for source, target in gold for i in source for j in target}
        for bead, score in zip(found, scores, strict=True):
            if all(bead):
                self.beads.append((score, any((i, j) in linked for i in bead[0] for j in bead[1])))
                self.strict.append((score, bead in known))
            else:
                self.alone.append((score, bead in known))

    def table(self) -> str:
        rows = [f"{'confidence':28}{'count':>10}{'right':>10}{'mean':>10}{'ECE':>10}"]
        kinds = {"beads say the same": self.beads, "beads are exact": self.strict, "nothing answers": self.alone}
        for name, judged in kinds.items():
            right = sum(correct for _, correct in judged) / max(1, len(judged))
            mean = sum(score for score, _ in judged) / max(1, len(judged))
            rows.append(f"{name:28}{len(judged):>10}{right:>10.3f}{mean:>10.3f}{error(judged):>10.4f}")
        return "\n".join(rows)


def error(judged: Judged) -> float:
    """The mean distance of confidence and share right, over ten bins of confidence, weighed by their size."""
    bins: list[Judged] = [[] for _ in range(_BINS)]
    for score, correct in judged:
        bins[min(int(score * _BINS), _BINS - 1)].append((score, correct))
    gaps = (abs(sum(score for score, _ in part) - sum(correct for _, correct in part)) for part in bins)
    return sum(gaps) / max(1, len(judged))
