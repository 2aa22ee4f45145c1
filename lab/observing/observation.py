"""One finding of a run over development data, and whether it is right as far as the data can tell."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from xlcheck.model import Finding

RIGHT, WRONG, UNKNOWN = "right", "wrong", ""
"""What the data say of a finding; `UNKNOWN` is for a reader to judge."""

Truth = Callable[[Finding, int], str]
"""What is known of a finding by its row (from 0; of a page, its line)."""

_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Observation:
    """`planted`: on a text in which a script planted errors. `seen` are the texts that a reader needs to judge."""

    source: str
    planted: bool
    fingerprint: str
    rule: str
    doubts: tuple[str, ...]
    truth: str
    message: str
    seen: tuple[str, ...]
    confidence: float | None = None


def observed(finding: Finding, source: str, truth: str, seen: Iterable[str], *, planted: bool) -> Observation:
    shown = (" ".join(text.split())[:_SHOWN] for text in seen)
    message = f"{finding.message} ({finding.reason})" if finding.reason else finding.message
    return Observation(
        *(source, planted, finding.fingerprint, finding.rule, tuple(map(str, finding.doubts)), truth),
        *(message, tuple(shown), finding.confidence),
    )


def written(observations: Iterable[Observation]) -> str:
    return "".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in observations)


def recalled(folder: Path) -> Iterator[Observation]:
    """The observations of all sources, each once: by the words it lies on, and what the data do not tell of also by
    what it says of the source: a text with errors planted in it, one at a time, has the same false alarm each time.
    """
    known: set[tuple[str, str]] = set()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            fields = json.loads(line)
            each = Observation(**{**fields, "doubts": tuple(fields["doubts"]), "seen": tuple(fields["seen"])})
            said = "" if each.truth else f"{each.message} {each.seen[0]}"
            keys = {(each.rule, key) for key in (each.fingerprint, said) if key}
            if known.isdisjoint(keys):
                yield each
            known |= keys
