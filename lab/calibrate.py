"""Measures how often findings are right, by rule and doubts, for `xlcheck/evidence/data/calibration.tsv`.

    OMP_NUM_THREADS=1 python lab/calibrate.py --shared ../shared observe [--only NAME ...]
    python lab/calibrate.py ask      prints what is left to be judged by a reader
    python lab/calibrate.py table    writes the table

`observe` runs xlcheck over all development data and keeps each finding, and whether it is right where the data tell,
in a folder (`--state`); what is there already is not run again. What the data do not tell is judged by a reader, one by
one, in `lab/observing/judged.tsv`, by the finding's fingerprint. `table` counts.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import sqrt
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "bench"))

from observing.observation import RIGHT, UNKNOWN, Observation, recalled, written  # noqa: E402
from observing.sources import SOURCES  # noqa: E402

JUDGED = HERE / "observing" / "judged.tsv"
TABLE = HERE.parent / "xlcheck" / "evidence" / "data" / "calibration.tsv"


def observe(state: Path, shared: Path, only: Iterable[str]) -> None:
    for name in only:
        path = state / f"{name}.jsonl"
        if not path.exists():
            path.write_text(written(SOURCES[name](shared)), "utf-8")
            print(name, len(path.read_text("utf-8").splitlines()), flush=True)


def judgements() -> dict[tuple[str, str], str]:
    """What a reader made of findings, by rule and the beginning of the fingerprint."""
    lines = JUDGED.read_text("utf-8").splitlines()[1:] if JUDGED.exists() else []
    return {(rule, fingerprint): verdict for rule, fingerprint, verdict, *_ in (line.split("\t") for line in lines)}


Key = tuple[str, tuple[str, ...]]
"""A rule and the doubts of its findings."""


def samples(state: Path, most: int) -> dict[Key, list[Observation]]:
    """By rule and doubts so many findings at most, drawn by chance from all that were seen, always the same ones."""
    found: defaultdict[Key, list[Observation]] = defaultdict(list)
    for each in sorted(recalled(state), key=lambda each: sha256(each.fingerprint.encode()).digest()):
        found[each.rule, tuple(sorted(each.doubts))].append(each)
    return {key: some[: most if key[1] else most * _SURE_ONES] for key, some in sorted(found.items())}


_SURE_ONES = 2
"""Of findings without doubts so many times more are drawn: all of a rule's are shown or not by them."""


def ask(state: Path, most: int) -> Iterator[str]:
    """What is to be judged, with the texts that are needed for it."""
    known = judgements()
    for (rule, doubts), some in samples(state, most).items():
        told = [each.truth for each in some if each.truth != UNKNOWN]
        yield f"\n=== {rule} {', '.join(doubts) or '-'}: {told.count(RIGHT)} of {len(told)} right, {len(some)} drawn"
        for each in some:
            if each.truth == UNKNOWN and (rule, each.fingerprint[:_DIGITS]) not in known:
                yield f"{rule}\t{each.fingerprint[:_DIGITS]}\t{each.source}\t{each.message}"
                yield from (f"    {text}" for text in each.seen)


_DIGITS = 12
"""Of a fingerprint, as many as tell the findings of these data apart."""


def table(state: Path, most: int) -> str:
    """A row for each rule and its doubts: right, of how many, the 95 % interval; the same of planted errors alone.

    Where some of those drawn were not judged, the rest would be too good or too bad, and there is no row.
    """
    known = judgements()
    rows = ["rule\tdoubts\tright\tof\tleast\tmost\tright planted\tof planted"]
    for (rule, doubts), some in samples(state, most).items():
        verdicts = [(each.truth or known.get((rule, each.fingerprint[:_DIGITS]), ""), each.planted) for each in some]
        if missing := sum(not verdict for verdict, _ in verdicts):
            print(f"left out: {rule} {', '.join(doubts) or '-'}, {missing} of {len(some)} not judged")
            continue
        right = sum(verdict == RIGHT for verdict, _ in verdicts)
        planted = [verdict == RIGHT for verdict, by_script in verdicts if by_script]
        least, best = wilson(right, len(some))
        cells = (rule, ", ".join(doubts), right, len(some), f"{least:.2f}", f"{best:.2f}", sum(planted), len(planted))
        rows.append("\t".join(map(str, cells)))
    return "\n".join(rows) + "\n"


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval in which the true share lies, 95 in 100 times (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    share, z = right / of, 1.96
    middle, spread = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - spread) / (1 + z * z / of)), (middle + spread) / (1 + z * z / of)


def weight(rows: Iterable[tuple[int, int]]) -> float:
    """How many findings the spread of the shares of similar groups is worth: the sum of a beta distribution's two
    parameters, by the method of moments (Kleinman 1973).
    """
    counts = [(right, of) for right, of in rows if of > 1]
    total, whole = sum(of for _, of in counts), sum(right for right, _ in counts)
    mean = whole / total
    between = sum(of * (right / of - mean) ** 2 for right, of in counts)
    within = mean * (1 - mean) * (len(counts) - 1)
    size = total - sum(of * of for _, of in counts) / total
    spread = max((between - within) / (size - (len(counts) - 1)) / (mean * (1 - mean)), 1e-6)
    return 1 / spread - 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("observe", "ask", "table"))
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--state", type=Path, required=True, help="folder for what was observed")
    parser.add_argument("--only", nargs="+", choices=SOURCES, default=list(SOURCES))
    parser.add_argument(
        "--each",
        type=int,
        default=30,
        help="findings drawn of a rule and its doubts, of those without twice as many [30]",
    )
    options = parser.parse_args()
    if options.what == "observe":
        options.state.mkdir(parents=True, exist_ok=True)
        observe(options.state, options.shared, options.only)
    elif options.what == "ask":
        print("\n".join(ask(options.state, options.each)))
    else:
        text = table(options.state, options.each)
        TABLE.write_text(text, "utf-8")
        cells = [line.split("\t") for line in text.splitlines()[1:]]
        for doubted in (False, True):
            some = [(int(right), int(of)) for _, doubts, right, of, *_ in cells if bool(doubts) == doubted]
            print("with doubts" if doubted else "without", f"{weight(some):.1f} findings")


if __name__ == "__main__":
    main()
