"""What a campaign has done so far, in a folder outside the project, so that it can go on where it was."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from attempt import SLOWLY

_MOST_KEPT = 400
"""Inputs of a pool besides the seeds: those that brought about something new."""


@dataclass
class Count:
    """How often a target was run, in how many CPU seconds, and what came of it; `faults` by their kind."""

    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    coverage: int = 0
    faults: Counter[str] = field(default_factory=Counter)


class Record:
    """The counts, pools and faults of a campaign in its folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in ("counts", "pools", "faults"):
            (folder / name).mkdir(parents=True, exist_ok=True)

    def count(self, target: str) -> Count:
        path = self._folder / "counts" / f"{target}.json"
        if not path.exists():
            return Count()
        count = Count(**json.loads(path.read_text("utf-8")))
        count.faults = Counter(count.faults)
        return count

    def put_count(self, target: str, count: Count) -> None:
        path = self._folder / "counts" / f"{target}.json"
        draft = path.with_suffix(".tmp")
        draft.write_text(json.dumps(vars(count), ensure_ascii=False, indent=1) + "\n", "utf-8")
        draft.replace(path)

    def pool(self, target: str) -> list[bytes]:
        """The inputs that brought about something new, oldest first."""
        folder = self.pool_folder(target)
        return [path.read_bytes() for path in sorted(folder.iterdir())] if folder.exists() else []

    def pool_folder(self, target: str) -> Path:
        return self._folder / "pools" / target

    def put_pool(self, target: str, pool: list[bytes]) -> None:
        folder = self.pool_folder(target)
        folder.mkdir(exist_ok=True)
        for number, data in enumerate(pool[:_MOST_KEPT]):
            path = folder / f"{number:04}"
            if not path.exists():
                path.write_bytes(data)

    def put_seeds(self, target: str, seeds: Sequence[bytes]) -> Path:
        """A folder with what a target begins with, and the folder of its pool, for a fuzzer that reads both."""
        folder = self._folder / "seeds" / target
        folder.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(seeds):
            (folder / str(number)).write_bytes(data)
        self.pool_folder(target).mkdir(exist_ok=True)
        return folder

    def put_fault(self, target: str, data: bytes, told: str) -> None:
        """Keep an input that shows a fault, and what is told of it."""
        name = f"{target}-{sha256(data).hexdigest()[:10]}"
        (self._folder / "faults" / f"{name}.input").write_bytes(data)
        (self._folder / "faults" / f"{name}.txt").write_text(f"{told}\n\n{data!r}\n", "utf-8", "replace")

    def is_full(self, pool: list[bytes]) -> bool:
        return len(pool) >= _MOST_KEPT


def table(counts: dict[str, Count]) -> str:
    """What was reached, a line a target."""
    head = ("target", "inputs", "a second", "slowest s", "crashes", "slow", "kinds", "coverage")
    rows = [head, *(_row(name, count) for name, count in counts.items()), _row("all", _sum(counts))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join("  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))) for row in rows)


def _row(name: str, count: Count) -> tuple[str, ...]:
    slow = sum(many for fault, many in count.faults.items() if fault.startswith(SLOWLY))
    crashes = count.faults.total() - slow
    rate = f"{count.inputs / count.seconds:,.0f}" if count.seconds else "-"
    texts = (f"{count.inputs:,}", rate, f"{count.slowest:.2f}", str(crashes), str(slow), str(len(count.faults)))
    return name, *texts, f"{count.coverage:,}" if count.coverage else "-"


def _sum(counts: dict[str, Count]) -> Count:
    whole = Count()
    for count in counts.values():
        whole.inputs += count.inputs
        whole.seconds += count.seconds
        whole.slowest = max(whole.slowest, count.slowest)
        whole.faults += count.faults
    return whole
