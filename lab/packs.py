"""Writing tables into the language packs: each language's rows into its own folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

PACKS = Path(__file__).parents[1] / "xlcheck/lang/packs"


def write_packs(name: str, head: Sequence[str], rows: Iterable[Sequence[str]], folder: Path = PACKS) -> None:
    """Write rows that begin with their language as `name`, without that column and below the head."""
    found: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for language, *row in rows:
        found[language].append(row)
    for language, own in found.items():
        (folder / language).mkdir(exist_ok=True)
        lines = ("\t".join(row) + "\n" for row in (head, *own))
        (folder / language / name).write_text("".join(lines), "utf-8", newline="\n")
