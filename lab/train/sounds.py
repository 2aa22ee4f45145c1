"""Rebuild the tables that names are compared by across scripts: `python lab/train/sounds.py --shared ../shared`.

Reads the names of places in lexicon/ (Natural Earth, CLDR's cities and territories), writes sound_weights.tsv into
xlcheck/evidence/data, transcription.tsv into xlcheck/find/data, and territories.tsv into the language packs (or all
into `--output`).
Expectation maximisation of a memoryless transducer (E. S. Ristad, P. N. Yianilos, Learning string-edit distance,
1998) for each script against Latin; pairs that turn out likelier by chance than as one name (translated, another
name) are left out. Every ninth place is kept for the figures that it prints.
"""

import argparse
import csv
import gzip
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from xlcheck.evidence.names.sound import likeness
from xlcheck.evidence.names.spoken import sounds

sys.path.append(str(Path(__file__).parents[1]))
from packs import PACKS, write_packs

PACKAGE = Path(__file__).resolve().parents[2] / "xlcheck"
SCRIPTS = {"zh": "Hani", "ru": "Cyrl", "ja": "Kana", "ko": "Hang", "ar": "Arab"}
LATIN = ("es", "fr", "de", "pt", "vi", "id")
ROUNDS = 6
MOST = 2500
SMOOTHING = 0.1
FOREIGN = 3
"""Names of places from which on a character is one that transcribes."""

NOWHERE = ("XA", "XB", "ZZ")
"""CLDR's pseudo-locales for tests, and its unknown region."""

HAN = ("China", "Taiwan", "Japan", "South Korea", "North Korea", "Hong Kong", "Macau")
KINDS = "市县縣镇鎮州省区區港岛島山河城的他她在和不是于於与大新上下"
"""Characters that say what kind of place it is, and those too common in running text."""

Pairs = list[tuple[str, str]]


def rows(path: Path) -> Iterator[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(text.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def pairs(lexicon: Path) -> dict[str, Pairs]:
    """Script -> the English name of a place and its name in that script, in sounds."""
    found: defaultdict[str, Pairs] = defaultdict(list)
    for name in ("cldr/tz_cities.tsv", "naturalearth_places.nway.tsv.gz"):
        for row in rows(lexicon / name):
            for language in (*SCRIPTS, *LATIN):
                other = row.get(language)
                if row["en"] and other and not (language == "ja" and any("\u3400" <= c <= "\u9fff" for c in other)):
                    found[SCRIPTS.get(language, "Latn")].append((sounds(row["en"]), sounds(other)))
    shuffled = random.Random(7)
    for told in found.values():
        told[:] = [pair for pair in dict.fromkeys(told) if all(pair)]
        shuffled.shuffle(told)
    return dict(found)


def transcribing(lexicon: Path) -> str:
    """Chinese characters, traditional and simplified, that write the sounds of foreign names, commonest first."""
    counts: Counter[str] = Counter()
    for row in rows(lexicon / "naturalearth_places.nway.tsv.gz"):
        if row["country"] not in HAN and len(row["zh"]) > 1:
            counts.update(set(row["zh"]))
    return "".join(c for c, n in counts.most_common() if n >= FOREIGN and "\u3400" <= c <= "\u9fff" and c not in KINDS)


def territories(lexicon: Path) -> Iterator[tuple[str, str]]:
    """Language and the words that its names of countries and regions are made of."""
    told = [row for row in rows(lexicon / "cldr" / "territories.tsv") if row["key"] not in NOWHERE]
    for language in ("en", *LATIN, "ru", "zh"):
        names = (row[column] for row in told for column in (language, f"{language}_Hant") if row.get(column))
        words = {word for name in names for word in re.findall(r"[^\W\d_]{2,}", name)}
        yield language, "|".join(sorted(words))


def expected(one: str, other: str, joint: Mapping[str, float], counts: Counter[str]) -> None:
    """Adds how often each edit is used in a pair, over all its alignments."""
    n, m = len(one), len(other)
    before = [[0.0] * (m + 1) for _ in range(n + 1)]
    after = [[0.0] * (m + 1) for _ in range(n + 1)]
    before[0][0] = after[n][m] = 1.0
    edits = [
        (i, j, di, dj, joint[(one[i] if di else "-") + (other[j] if dj else "-")])
        for i in range(n + 1)
        for j in range(m + 1)
        for di, dj in ((1, 1), (1, 0), (0, 1))
        if i + di <= n and j + dj <= m
    ]
    for i, j, di, dj, p in edits:
        before[i + di][j + dj] += before[i][j] * p
    for i, j, di, dj, p in reversed(edits):
        after[i][j] += p * after[i + di][j + dj]
    total = before[n][m]
    for i, j, di, dj, p in edits:
        key = (one[i] if di else "-") + (other[j] if dj else "-")
        counts[key] += before[i][j] * p * after[i + di][j + dj] / total


def learn(told: Pairs) -> dict[str, float]:
    """The log-odds of each edit."""
    ours, theirs = (Counter("".join(side)) for side in zip(*told, strict=True))
    keys = [a + b for a in (*ours, "-") for b in (*theirs, "-") if a + b != "--"]
    joint = {key: (20.0 if key[0] == key[1] else 1.0) for key in keys}
    kept = told
    for turn in range(ROUNDS):
        total = sum(joint.values())
        joint = {key: value / total for key, value in joint.items()}
        counts: Counter[str] = Counter()
        for one, other in kept:
            expected(one, other, joint, counts)
        joint = {key: counts[key] + SMOOTHING for key in keys}
        if turn >= 1:
            table = odds(joint, ours, theirs)
            kept = [(a, b) for a, b in told if likeness(a, b, table) > 0]
    return odds(joint, ours, theirs)


def odds(joint: Mapping[str, float], ours: Counter[str], theirs: Counter[str]) -> dict[str, float]:
    total = sum(joint.values())
    p = {a: n / ours.total() for a, n in ours.items()} | {"-": 1.0}
    q = {b: n / theirs.total() for b, n in theirs.items()} | {"-": 1.0}
    return {key: round(math.log(value / total / p[key[0]] / q[key[1]]), 2) for key, value in joint.items()}


def shares(held: Pairs, table: Mapping[str, float]) -> Sequence[float]:
    """The share of true pairs, and of pairs of a name with the next place's, at log-odds over 0, 2 and 4."""
    true = [likeness(a, b, table) for a, b in held]
    false = [likeness(a, b, table) for (a, _), (_, b) in pairwise(held)]
    return [sum(s > least for s in side) / len(side) for least in (0, 2, 4) for side in (true, false)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with lexicon/")
    parser.add_argument("--output", type=Path, help="folder to write into")
    args = parser.parse_args()
    lines = ["script\tlatin\tother\tweight"]
    print("script   pairs   >0: same other   >2: same other   >4: same other")
    for script, told in sorted(pairs(args.shared / "lexicon").items()):
        held, used = told[::9], [pair for at, pair in enumerate(told) if at % 9][:MOST]
        table = learn(used)
        figures = "  ".join(f"{100 * share:6.1f}" for share in shares(held, table))
        print(f"{script:6}{len(used):8}  {figures}")
        lines += (f"{script}\t{key[0]}\t{key[1]}\t{weight}" for key, weight in sorted(table.items()))
    evidence, find = (args.output or PACKAGE / room / "data" for room in ("evidence", "find"))
    (evidence / "sound_weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lexicon = args.shared / "lexicon"
    (find / "transcription.tsv").write_text(f"characters\n{transcribing(lexicon)}\n", encoding="utf-8")
    write_packs("territories.tsv", ("words",), territories(lexicon), args.output or PACKS)


if __name__ == "__main__":
    main()
