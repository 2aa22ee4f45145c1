"""How often findings are right, as measured by `lab/calibrate.py`, by rule and by what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.doubt import Doubt
from xlcheck.model.finding import Finding

Key = tuple[str, frozenset[str]]
"""The code of a rule, and the doubts of a finding."""


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many findings (`of`) so many were `right`."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.right} of {self.of}"

    @property
    def shown(self) -> bool:
        """Whether there are enough of them to tell a user."""
        return self.of >= THRESHOLDS.judged


def confidence(finding: Finding, rule: str = "") -> float:
    """How likely a finding (of the rule of this code) is right, 0 to 1.

    What an aligner measured of the finding itself counts where that is less.
    """
    known = rate(rule or finding.rule, finding.doubts)
    return known if finding.confidence is None else min(finding.confidence, known)


def sureness(finding: Finding) -> float:
    """The confidence that `check` stamped a finding with, 0 to 1; what it would, where it did not."""
    return confidence(finding) if finding.confidence is None else finding.confidence


def rate(rule: str, doubts: Iterable[str] = ()) -> float:
    """How many of the findings of a rule with these doubts are right, 0 to 1, to two decimals.

    The measured share, drawn to what is known of similar findings as if that were `prior_weight` findings more: few
    measured findings count little (empirical Bayes: Casella 1985). Similar to a finding without doubts are those of
    all rules without doubts; to one with a doubt, those of all rules with doubts, but never better than the rule's own
    without; to one with several doubts, those with the gravest of them alone. Of fewer than `judged` findings with
    doubts nothing better is believed than of similar ones.
    """
    return round(_rate(rule, frozenset(doubts)), 2)


def measured(rule: str, doubts: Iterable[str] = ()) -> Share | None:
    """How many findings of a rule with just these doubts were right; None where fewer than `judged` are known."""
    share = _shares().get((rule, frozenset(doubts)))
    return share if share and share.shown else None


def known_doubts(rule: str) -> tuple[Doubt, ...]:
    """The doubts that findings of a rule were seen to have."""
    seen = {doubt for code, doubts in _shares() if code == rule for doubt in doubts}
    return tuple(doubt for doubt in Doubt if doubt in seen)


@cache
def _rate(rule: str, doubts: frozenset[str]) -> float:
    share, prior = _shares().get((rule, doubts), Share(0, 0)), _prior(rule, doubts)
    drawn = (share.right + THRESHOLDS.prior_weight * prior) / (share.of + THRESHOLDS.prior_weight)
    return min(drawn, prior) if doubts and not share.shown else drawn


def _prior(rule: str, doubts: frozenset[str]) -> float:
    if len(doubts) > 1:
        return min(_rate(rule, frozenset((doubt,))) for doubt in doubts)
    pooled = _pooled(bool(doubts))
    return min(pooled, _rate(rule, frozenset())) if doubts else pooled


@cache
def _pooled(doubted: bool) -> float:
    """The share of the findings of all rules, with doubts or without."""
    shares = [share for (_, doubts), share in _shares().items() if bool(doubts) == doubted]
    return sum(share.right for share in shares) / sum(share.of for share in shares)


@cache
def _shares() -> Mapping[Key, Share]:
    text = files("xlcheck.evidence").joinpath("data/calibration.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {
        (rule, frozenset(doubts.split(", ") if doubts else ())): Share(int(right), int(of))
        for rule, doubts, right, of, *_ in rows
    }
