"""Baselines (`xlcheck-baseline.json`): the findings that were there when the checks were switched on.

    {"version": 1, "findings": [{"path": "es/talks.html", "rule": "XL302", "fingerprint": "9f2c…", "count": 1}]}

Only the fingerprints count, and how often each is there, so a finding is known wherever its text moves. Path and rule
are for people, and for renewing a part.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from xlcheck.files import bounded
from xlcheck.files.escaping import json_text
from xlcheck.model import Finding, XlcheckError
from xlcheck.model.path import absolute, relative, within
from xlcheck.silence.limits import LIMITS

_ADVICE = "restore it, or delete it and run 'xlcheck baseline write'"


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """Findings of one fingerprint in a file; `path` is relative to the folder of the baseline."""

    path: str
    rule: str
    fingerprint: str
    count: int


def load(path: str) -> tuple[Known, ...]:
    """The entries of a baseline. Raises XlcheckError for a file that cannot be read or is none."""
    try:
        content = json.loads(bounded.text(path, _ADVICE))
    except json.JSONDecodeError as error:
        line = error.lineno
        raise XlcheckError(f"{path}:{line}: not valid JSON; {_ADVICE}") from None
    except (RecursionError, ValueError):  # nested too deep, or a number too long
        raise XlcheckError(f"{path}:1: not a baseline; {_ADVICE}") from None
    if not isinstance(content, dict) or content.get("version") != LIMITS.baseline_version:
        raise XlcheckError(f"{path}:1: not a baseline of version {LIMITS.baseline_version}; {_ADVICE}")
    entries = content.get("findings")
    if not isinstance(entries, list) or not all(map(_is_known, entries)):
        raise XlcheckError(f"{path}:1: an entry is not a finding; {_ADVICE}")
    return tuple(Known(**entry) for entry in entries)


def _is_known(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and set(entry) == {"path", "rule", "fingerprint", "count"}
        and all(isinstance(entry[key], str) for key in ("path", "rule", "fingerprint"))
        and isinstance(entry["count"], int)
    )


def render(entries: Iterable[Known]) -> str:
    """The file: entries in order, one a line, so that versions are easily compared and merged."""
    lines = (json_text(asdict(entry), indent=None) for entry in sorted(entries))
    body = ",\n    ".join(lines)
    findings = f"[\n    {body}\n  ]" if body else "[]"
    return f'{{\n  "version": {LIMITS.baseline_version},\n  "findings": {findings}\n}}\n'


def counts(entries: Iterable[Known]) -> Counter[str]:
    """How many findings of each fingerprint are known."""
    total: Counter[str] = Counter()
    for entry in entries:
        total[entry.fingerprint] += entry.count
    return total


def recorded(findings: Iterable[Finding], folder: str) -> tuple[Known, ...]:
    """The entries for findings, with paths from this folder on."""
    found = Counter((relative(f.at.document.id, folder), f.rule, f.fingerprint) for f in findings)
    return tuple(sorted(Known(*key, count) for key, count in found.items()))


def unseen(entries: Iterable[Known], folder: str, paths: Sequence[str], rules: Collection[str]) -> tuple[Known, ...]:
    """The entries that a run of these rules over these paths says nothing about."""
    given = [absolute(path) for path in paths]

    def seen(entry: Known) -> bool:
        place = absolute(str(Path(folder, entry.path)))
        return entry.rule in rules and any(within(place, path) for path in given)

    return tuple(entry for entry in entries if not seen(entry))


def still_there(entries: Iterable[Known], findings: Iterable[Finding]) -> tuple[Known, ...]:
    """The entries less what is not among the findings any more."""
    found = Counter(finding.fingerprint for finding in findings)
    left = []
    for entry in entries:
        count = min(entry.count, found[entry.fingerprint])
        found[entry.fingerprint] -= count
        left.append(replace(entry, count=count))
    return tuple(entry for entry in left if entry.count)
