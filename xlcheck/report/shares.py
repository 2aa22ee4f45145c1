"""How often a rule's findings are right, as its page says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlcheck.evidence.doubts import known_doubts, measured, rate
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model import Rule
from xlcheck.model.doubt import Doubt
from xlcheck.model.limits import LIMITS


def shares(rule: Rule[Any]) -> str:
    """A section of the rule's page, Markdown: how many findings were right, without doubts and with each alone."""
    return "**How often it is right.** On development data, so many findings were right:\n\n" + "\n".join(_lines(rule))


def _lines(rule: Rule[Any]) -> Iterator[str]:
    yield f"- without doubts: {_share(rule.code)}"
    for doubt in known_doubts(rule.code):
        yield f"- *{doubt.value}* ({doubt.means}): {_share(rule.code, doubt)}"


def _share(code: str, *doubts: Doubt) -> str:
    share = measured(code, doubts)
    told = str(share) if share else f"fewer than {THRESHOLDS.judged} measured"
    return told if rate(code, doubts) >= LIMITS.sure else f"{told}; reported with `--pedantic` only"
