"""Which findings are reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from xlcheck.model.finding import Finding, Severity
from xlcheck.model.limits import LIMITS


@dataclass(frozen=True, slots=True)
class Policy:
    """Which findings of a document are reported: of which rules, how severe, from which confidence on.

    `select`, `ignore` and the keys of `severity` are codes of rules or their beginnings (`XL3`). No `select` is all;
    `ignore` wins over it; of several severities that of the longest key holds.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    least: float = LIMITS.sure

    def selects(self, code: str) -> bool:
        """Whether the findings of the rule of this code are reported."""
        return (not self.select or code.startswith(self.select)) and not (self.ignore and code.startswith(self.ignore))

    def judge(self, finding: Finding) -> Finding | None:
        """The finding as it is reported, if it is."""
        if not self.selects(finding.rule) or (finding.confidence or 0) < self.least:
            return None
        key = max((key for key in self.severity if finding.rule.startswith(key)), key=len, default=None)
        return finding if key is None else replace(finding, severity=self.severity[key])
