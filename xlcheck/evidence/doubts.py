"""How often findings are right, by rule and by what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from xlcheck.model.finding import SURE, Finding


def confidence(finding: Finding, rule: str = "") -> float:
    """How likely a finding (of the rule of this code) is right, 0 to 1.

    What an aligner measured of the finding itself counts as far as nothing else speaks against it.
    """
    code = rule or finding.rule
    if finding.confidence is None:
        return rate(code, finding.doubts)
    return min(finding.confidence, rate(code, finding.doubts)) if finding.doubts else finding.confidence


def rate(rule: str, doubts: Iterable[str] = ()) -> float:
    """How many of the findings of a rule with these doubts are right, 0 to 1; of several doubts the gravest counts."""
    table = _rates()
    return min((table.get((rule, doubt), SURE) for doubt in doubts), default=table.get((rule, ""), SURE))


@cache
def _rates() -> Mapping[tuple[str, str], float]:
    text = files("xlcheck.evidence").joinpath("data/calibration.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {(rule, doubt): float(share) for rule, doubt, share in rows}
