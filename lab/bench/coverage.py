"""What translations leave out, add, or do not say at all: recall on marked errors, flags on clean news.

    python lab/bench/coverage.py --shared ../shared [--show]

The peer is the ratio of lengths in Latin letters at its own best threshold on the same rows. `default` is what is
reported without being asked for, `pedantic` all that is likely, `best` the threshold between them with the best F1.
Of additions, `default` is what is reported where most other documents of an event lack it too: a pair of texts alone
shows it with `--pedantic`.
Clauses: in ntrex_dev the last clause of the row before is put into the target (XL402), or into the source (XL401).
mqm_google: positive where two raters or more marked the segment, negative where none did; mqm_bio: omissions that are
Major or Critical, any addition. `place` is the share of the right flags (pedantic) that overlap a marked span.
`--show` prints every flag on ntrex_dev.
"""

import argparse
import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xlcheck.align import compared
from xlcheck.align.sides import letters
from xlcheck.embed import load
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.find import Finder
from xlcheck.model import Document, Gap, Glossary, Pair, Sentence, Span

FOCUS = ("en", "vi", "es", "zh")
OTHERS = ("fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
PAIRS = (*combinations(FOCUS, 2), *(("en", other) for other in OTHERS))
FINDER = Finder(Glossary())
ENCODER = load(None)
LEVELS = {"default": THRESHOLDS.clear_margin, "pedantic": 0.5}
CLAUSES, SHORT = re.compile("[,;:，；：、،؛.!?。！？]+(?!\\d)"), 8
PHENOMENA = ("removed", "addition", "shuffle_trans", "empty")
Floats = NDArray[np.float64]
Marks = list[tuple[int, int]]


@dataclass
class Row:
    """A segment as it was rated: its document, whether it is positive, and the ranges that were marked."""

    document: tuple[str, ...]
    source: str
    target: str
    positive: bool
    marks: Marks


def sentence(text: str, language: str) -> Sentence:
    document = Document(language, text)
    return FINDER.find(Sentence(Span(document, 0, len(text)), language), None)


def pair(source: Sentence, target: Sentence) -> Pair:
    sides = (tuple(side for side in (each,) if side.text.strip()) for each in (source, target))
    return Pair(*sides, 1.0, True)


def checked(pairs: Sequence[Pair], documents: Sequence[Any]) -> list[Pair]:
    """The pairs with what was found, document by document."""
    places: defaultdict[Any, list[int]] = defaultdict(list)
    for place, document in enumerate(documents):
        places[document].append(place)
    found = list(pairs)
    for some in places.values():
        for place, each in zip(some, compared([pairs[place] for place in some], ENCODER.pieces), strict=True):
            found[place] = each
    return found


def objects(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, gzip.decompress(path.read_bytes()).splitlines())


def rated_once(path: Path, kind: str) -> Iterator[Row]:
    for row in objects(path):
        errors = [error for error in row["errors"] if error["cat"] == kind]
        if kind == "omission":
            errors = [error for error in errors if error["sev"] in ("Major", "Critical")]
        marks = spans(errors)
        if all(start >= 0 for start, _ in marks):
            yield Row((row["system"], row["doc"], row["rater"]), row["source"], row["target"], bool(errors), marks)


def rated_often(path: Path, kind: str) -> Iterator[Row]:
    ratings: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in objects(path):
        ratings[row["system"], row["doc"], row["seg"]].append(row)
    for (system, document, _), rows in ratings.items():
        marked = [[error for error in row["errors"] if error["cat"] == kind] for row in rows]
        raters = sum(map(bool, marked))
        if raters != 1:
            target = Counter(row["target"] for row in rows).most_common(1)[0][0]
            marks = spans(error for errors in marked for error in errors)
            yield Row((system, document), rows[0]["source"], target, raters > 1, marks)


def spans(errors: Iterable[dict[str, Any]]) -> Marks:
    return [(start, end) for error in errors for _, start, end, _ in error["spans"]]


def gaps(found: Pair, kind: str) -> tuple[Gap, ...]:
    return found.omitted if kind == "omission" else found.added


def confidence(found: Pair, kind: str) -> float:
    """That something is missing, or (an unlike pair) all of it."""
    return max([gap.confidence for gap in gaps(found, kind)], default=0.0)


def rated(name: str, languages: str, rows: list[Row], kind: str) -> None:
    one, other = languages.split("-")
    pairs = [pair(sentence(row.source, one), sentence(row.target, other)) for row in rows]
    found = checked(pairs, [row.document for row in rows])
    positive = np.array([row.positive for row in rows])
    scores = np.array([confidence(each, kind) for each in found])
    ratio = np.log(letters(row.source for row in rows) / letters(row.target for row in rows))
    peer = best(positive, ratio if kind == "omission" else -ratio)
    flagged = [(row, gap) for row, each in zip(rows, found, strict=True) if row.positive for gap in gaps(each, kind)]
    placed = [any(s < gap.span.end and gap.span.start < e for s, e in row.marks) for row, gap in flagged]
    at = [figures(positive, scores >= least) for least in LEVELS.values()]
    print(
        f"{name:7}{languages}  {len(rows):5} {positive.sum():4} | {shown(peer)} | {shown(at[0])} | {shown(at[1])} | "
        f"{shown(best(positive, scores))} | {f'{np.mean(placed):.2f}' if placed else '-':>5}"
    )


def figures(positive: NDArray[np.bool_], flagged: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    hits = int((positive & flagged).sum())
    return (
        hits / max(1, flagged.sum()),
        hits / max(1, positive.sum()),
        2 * hits / max(1, flagged.sum() + positive.sum()),
    )


def best(positive: NDArray[np.bool_], scores: Floats) -> tuple[float, float, float]:
    thresholds = np.unique(scores[scores > scores.min()])
    choices = (figures(positive, scores >= least) for least in thresholds)
    return max(choices, key=lambda each: each[2], default=(0.0, 0.0, 0.0))


def shown(values: tuple[float, float, float]) -> str:
    return " ".join(f"{value:4.2f}" for value in values)


def planted(path: Path) -> None:
    print("\ndemetr zh-en: flagged of the rows with a planted error | of the same rows without")
    print(
        "kind                            rows | XL401 default pedantic  XL402 default pedantic  XL405 default pedantic"
    )
    by_kind: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in objects(path):
        if any(part in row["phenomenon"] for part in PHENOMENA):
            by_kind[row["phenomenon"]].append(row)
    for kind, rows in sorted(by_kind.items()):
        sides = [
            [pair(sentence(r["source"], "zh"), sentence(r[side], "en")) for r in rows]
            for side in ("perturbed", "clean")
        ]
        found = [checked(pairs, range(len(pairs))) for pairs in sides]
        cells = []
        for score in (
            lambda p: confidence(p, "omission") or 1.0 * (not p.target),
            lambda p: confidence(p, "addition"),
            lambda p: p.drift,
        ):
            for least in LEVELS.values():
                cells.append("/".join(f"{np.mean([score(p) >= least for p in side]):.2f}" for side in found))
        print(f"{kind:32}{len(rows):4} | " + "  ".join(cells))


def clean_news(path: Path, show: bool) -> None:
    text = gzip.decompress(path.read_bytes()).decode()
    table = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    columns = {code: [sentence(row[code], code) for row in table] for code in (*FOCUS, *OTHERS)}
    documents = [row["doc_id"] for row in table]
    print("\nntrex_dev: flags in 100 pairs; of rows shifted by one, the share that XL405 finds")
    print("pair    pairs | XL401   XL402   either | XL401+XL402 pedantic | XL405  pedantic | shifted: default pedantic")
    total, count = Counter[str](), 0
    lines: list[str] = []
    for one, other in (*PAIRS, *((other, one) for one, other in PAIRS)):
        found = checked([pair(s, t) for s, t in zip(columns[one], columns[other], strict=True)], documents)
        shifted = checked([pair(s, t) for s, t in zip(columns[one], columns[other][1:], strict=False)], documents[1:])
        counts = counted(found, shifted)
        line(f"{one}-{other}", counts, len(found))
        total.update(counts)
        count += len(found)
        lines += [described(f"{one}-{other}", place, each) for place, each in enumerate(found) if is_flagged(each)]
    line("all", total, count)
    if show:
        print("\n".join(lines))
    with_clauses(table)


def with_clauses(table: Sequence[Mapping[str, str]]) -> None:
    print("\nntrex_dev with a clause of the row before put in: found, default and pedantic")
    rows = [(before, row) for before, row in pairwise(table) if before["doc_id"] == row["doc_id"]]
    documents = [row["doc_id"] for _, row in rows]
    total: defaultdict[str, list[float]] = defaultdict(list)
    for one, other in (*PAIRS, *((other, one) for one, other in PAIRS)):
        sources, targets = ([sentence(row[code], code) for _, row in rows] for code in (one, other))
        longer = [[sentence(inserted(before[code], row[code]), code) for before, row in rows] for code in (one, other)]
        for kind, sides in (("omission", (longer[0], targets)), ("addition", (sources, longer[1]))):
            found = checked([pair(s, t) for s, t in zip(*sides, strict=True)], documents)
            total[kind] += [confidence(each, kind) for each in found]
    for kind, values in total.items():
        shares = "  ".join(f"{np.mean(np.array(values) >= least):.2f}" for least in LEVELS.values())
        print(f"{kind:9}{len(values):6}  {shares}")


def inserted(donor: str, text: str) -> str:
    """The text with the last clause of `donor` (its second half where it has but one) behind its first mark."""
    clauses = [clause.strip() for clause in CLAUSES.split(donor) if len(clause) > SHORT]
    clause = clauses[-1] if len(clauses) > 1 else donor[donor.find(" ", len(donor) // 2) + 1 :].strip()
    mark = CLAUSES.search(text)
    at = mark.end() if mark else len(text)
    return f"{text[:at]} {clause}, {text[at:]}"


def counted(found: Sequence[Pair], shifted: Sequence[Pair]) -> Counter[str]:
    counts = Counter[str]()
    for each in found:
        omitted, added = confidence(each, "omission"), confidence(each, "addition")
        counts["omitted"] += omitted >= THRESHOLDS.clear_margin
        counts["added"] += added >= THRESHOLDS.clear_margin
        counts["either"] += max(omitted, added) >= THRESHOLDS.clear_margin
        counts["pedantic"] += max(omitted, added) > 0
        counts["unlike"] += each.drift >= THRESHOLDS.clear_margin
        counts["likely unlike"] += each.drift >= LEVELS["pedantic"]
    counts["shifted"] = sum(each.drift >= THRESHOLDS.clear_margin for each in shifted)
    counts["likely shifted"] = sum(each.drift >= LEVELS["pedantic"] for each in shifted)
    return counts


def line(name: str, counts: Counter[str], pairs: int) -> None:
    share = {key: 100 * value / pairs for key, value in counts.items()}
    print(
        f"{name:7}{pairs:6} | {share['omitted']:5.2f} {share['added']:7.2f} {share['either']:8.2f} | "
        f"{share['pedantic']:20.2f} | {share['unlike']:5.2f} {share['likely unlike']:9.2f} | "
        f"{share['shifted']:16.1f} {share['likely shifted']:8.1f}"
    )


def is_flagged(found: Pair) -> bool:
    return max(confidence(found, "omission"), confidence(found, "addition"), found.drift) >= THRESHOLDS.clear_margin


def described(languages: str, place: int, found: Pair) -> str:
    said = [
        f"XL401 {gap.confidence} “{gap.span.text}”"
        for gap in found.omitted
        if gap.confidence >= THRESHOLDS.clear_margin
    ]
    said += [
        f"XL402 {gap.confidence} “{gap.span.text}”" for gap in found.added if gap.confidence >= THRESHOLDS.clear_margin
    ]
    said += [f"XL405 {found.drift}"] if found.drift >= THRESHOLDS.clear_margin else []
    return f"  {place} {languages} {'; '.join(said)}\n    {found.source[0].text}\n    {found.target[0].text}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--show", action="store_true")
    chosen = arguments.parse_args()
    dev = chosen.shared / "dev"
    for kind in ("omission", "addition"):
        print(f"\n{kind}         rows true | length ratio   | default        | pedantic       | best           | place")
        for languages in ("zh-en", "en-de"):
            rows = list(rated_often(dev / f"mqm_google/wmt23sxs.{languages}.jsonl.gz", kind))
            rated("google", languages, rows, kind)
        for languages in ("en-es", "es-en", "zh-en", "en-zh"):
            rated("bio", languages, list(rated_once(dev / f"mqm_bio/v2.{languages}.jsonl.gz", kind)), kind)
    planted(dev / "demetr/demetr.zh-en.jsonl.gz")
    clean_news(dev / "ntrex_dev.nway.tsv.gz", chosen.show)


if __name__ == "__main__":
    main()
