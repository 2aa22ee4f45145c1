"""Development data in rows: sources and their translations, with what is known of the errors in them."""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import facts

from observing.observation import RIGHT, UNKNOWN, WRONG, Truth
from xlcheck.model import Finding

Rows = Sequence[tuple[str, str]]

_NUMBERS = ("XL201", "XL202", "XL203", "XL204", "XL205", "XL501")
_NAMES = ("XL102", "XL110", "XL111", "XL112")
_COVERAGE = ("XL401", "XL402", "XL405")
_LANGUAGE = ("XL301", "XL302", "XL304")

_MEANT: Mapping[str, Sequence[str]] = {
    "number": _NUMBERS,
    "month": _NUMBERS,
    "name": _NAMES,
    "negation": ("XL406",),
    "cut_sentence": ("XL401", "XL405", *_NUMBERS),
    "cut_end": ("XL401", "XL405", *_NUMBERS),
    "added": ("XL402", "XL405"),
    "copied": _LANGUAGE,
    "word": _LANGUAGE,
    "swapped": (*_COVERAGE, *_NUMBERS, "XL406", *_NAMES),
}
"""The rules that may speak of an error planted in wmt24, by its kind."""

_PHENOMENA: Mapping[str, Sequence[str]] = {
    "numbers_replaced": _NUMBERS,
    "named_entity_replaced": _NAMES,
    "removed": ("XL401", "XL405", *_NUMBERS, *_NAMES),
    "codemix": _LANGUAGE,
    "addition": ("XL402",),
    "negation": ("XL406",),
    "repeat": ("XL403", "XL402"),
    "shuffle_trans": (*_COVERAGE, *_NUMBERS, "XL406"),
    "empty": ("XL401", *_NUMBERS),
}
"""The same of demetr, by a part of the name."""

_MARKS: Mapping[str, Sequence[str]] = {
    "omission": ("XL401", "XL201", "XL202", "XL406", "XL405"),
    "addition": ("XL402", "XL201", "XL202", "XL403"),
    "mistranslation": ("XL201", "XL202", "XL203", "XL204", "XL405", "XL406", *_NAMES),
    "untranslated": ("XL301", "XL302"),
    "number-format": _NUMBERS,
    "measurement-format": _NUMBERS,
    "date-format": _NUMBERS,
    "name-format": (*_NAMES, "XL113"),
    "term-inconsistent": ("XL113", "XL103"),
    "term": _NAMES,
    "spelling": ("XL303", "XL304", "XL111"),
    "non-translation": (*_COVERAGE,),
}
"""The rules that may speak of a span that a rater marked, by its category."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a source and its translation. `planted`: a script made the errors in it. `running`: rows of one text."""

    name: str
    languages: tuple[str, str]
    rows: Rows
    truth: Truth
    planted: bool = False
    running: bool = True


def unknown(_finding: Finding, _row: int) -> str:
    return UNKNOWN


def _planted(kinds: Sequence[Sequence[str]]) -> Truth:
    """By the rules that are meant for each row."""
    return lambda finding, row: RIGHT if finding.rule in kinds[row] else UNKNOWN


def wmt24(dev: Path) -> Iterator[Table]:
    for path in sorted((dev / "wmt24").glob("planted.*.jsonl.gz")):
        kinds: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in facts.objects(path):
            kinds[row["kind"]].append(row)
        source, target = path.name.split(".")[1].split("-")
        for kind, rows in kinds.items():
            meant = [_MEANT[kind] if row["planted"] else () for row in rows]
            texts = [(row["source"], row["target"]) for row in rows]
            yield Table(f"wmt24 {kind}", (source, target), texts, _planted(meant), planted=True)
    for path in sorted((dev / "wmt24").glob("reference.*.jsonl.gz")):
        source, target = path.name.split(".")[1].split("-")
        texts = [(row["source"], row["target"]) for row in facts.objects(path)]
        yield Table("wmt24 reference", (source, target), texts, unknown)


def demetr(dev: Path) -> Iterator[Table]:
    kinds: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in facts.objects(dev / "demetr" / "demetr.zh-en.jsonl.gz"):
        kinds[row["phenomenon"]].append(row)
    for kind, rows in kinds.items():
        meant = next((rules for part, rules in _PHENOMENA.items() if part in kind), ())
        texts = [(row["source"], row["perturbed"]) for row in rows]
        truth = _planted([meant] * len(rows))
        yield Table(f"demetr {kind}", ("zh", "en"), texts, truth, planted=True, running=False)
    clean = {row["source"]: row["clean"] for rows in kinds.values() for row in rows}
    yield Table("demetr clean", ("zh", "en"), [*clean.items()], unknown, running=False)


def mlqe(dev: Path) -> Iterator[Table]:
    """Numbers that an editor repaired; those with another notation alone are no errors."""
    judged = facts.judgements()
    repaired = facts.rows(dev / "mlqe_enzh" / "number_fixes.tsv")
    true = [judged.get((row["line"], row["split"], "mlqe"), "true").startswith("true") for row in repaired]

    def truth(finding: Finding, row: int) -> str:
        return (RIGHT if true[row] else WRONG) if finding.rule in _NUMBERS else UNKNOWN

    texts = [(row["src"], facts.unspaced(row["mt"])) for row in repaired]
    yield Table("mlqe repaired", ("en", "zh"), texts, truth, running=False)
    edited = [(row["src"], facts.unspaced(row["pe"])) for row in facts.rows(dev / "mlqe_enzh" / "dev.tsv.gz")]
    yield Table("mlqe edited", ("en", "zh"), edited, unknown, running=False)


def mqm(dev: Path) -> Iterator[Table]:
    for path in sorted([*(dev / "mqm_google").glob("*.jsonl.gz"), *(dev / "mqm_bio").glob("*.jsonl.gz")]):
        source, target = path.name.split(".")[1].split("-")
        systems: defaultdict[str, defaultdict[tuple[str, int], list[dict[str, Any]]]] = defaultdict(_by_segment)
        for row in facts.objects(path):
            systems[row["system"]][row["doc"], int(row["seg"])].append(row)
        for system, segments in systems.items():
            ratings = [segments[place] for place in sorted(segments)]
            texts = [(each[0]["source"], each[0]["target"]) for each in ratings]
            yield Table(f"{path.parent.name} {system}", (source, target), texts, _marked(ratings))


def _by_segment() -> defaultdict[tuple[str, int], list[dict[str, Any]]]:
    return defaultdict(list)


def _marked(ratings: Sequence[Sequence[Mapping[str, Any]]]) -> Truth:
    """Right where it overlaps what a rater marked as an error of a kind that its rule speaks of."""

    def truth(finding: Finding, row: int) -> str:
        places = {span.text.strip() for span in (finding.at, *finding.related)}
        for rating in ratings[row]:
            if rating["target"] != ratings[row][0]["target"]:
                continue
            for error in rating["errors"]:
                if finding.rule in _MARKS.get(error["cat"], ()):
                    marked = [text for _, start, _, text in error["spans"] if start >= 0 and text]
                    if any(_overlap(place, text) for place in places for text in marked):
                        return RIGHT
        return UNKNOWN

    return truth


def _overlap(place: str, marked: str) -> bool:
    """Whether one has the other in it, where neither is a whole sentence with one word marked."""
    shorter, longer = sorted((place, marked.strip()), key=len)
    return len(shorter) * 4 >= len(longer) and shorter in longer


def parallel(shared: Path) -> Iterator[Table]:
    """Of each file and dataset rows spread evenly over it, leaving out very short ones."""
    for path in sorted((shared / "parallel").glob("*-*.tsv.gz")):
        by_set: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            source, target, *_ = next(reader)
            for one, other, dataset, *_ in reader:
                if max(len(one), len(other)) >= _LEAST:
                    by_set[dataset].append((one, other))
        for dataset, rows in by_set.items():
            spread = rows[:: max(1, len(rows) // _ROWS)][:_ROWS]
            yield Table(f"parallel {dataset}", (source, target), spread, unknown, running=False)


_LEAST = 40
"""Characters of the longer side."""
_ROWS = 120


def coalas(dev: Path) -> Iterator[Table]:
    """Spanish news whose English words are there on purpose."""
    text = gzip.decompress((dev / "coalas_es" / "dev.conll.gz").read_bytes()).decode()
    lines = []
    for block in re.split(r"\n\s*\n", text):
        words = " ".join(line.split("\t")[0] for line in block.splitlines() if line.strip())
        if words:
            lines.append(re.sub(r" ([,.;:!?)»”])", r"\1", re.sub(r"([(«“¿¡]) ", r"\1", words)))
    yield Table("coalas", ("es", ""), [(line, "") for line in lines], _accepted, running=False)


def _accepted(finding: Finding, _row: int) -> str:
    return WRONG if finding.rule in _LANGUAGE else UNKNOWN


TABLES: Mapping[str, Callable[[Path], Iterable[Table]]] = {
    "wmt24": lambda shared: wmt24(shared / "dev"),
    "demetr": lambda shared: demetr(shared / "dev"),
    "mlqe": lambda shared: mlqe(shared / "dev"),
    "mqm": lambda shared: mqm(shared / "dev"),
    "coalas": lambda shared: coalas(shared / "dev"),
    "parallel": parallel,
}
"""The sets in rows, by name."""
