"""Sentence boundaries: F1 on gold and speed, xlcheck beside pySBD and sentencex, in one run.

pip install pysbd sentencex
python lab/bench/segment.py --shared ../shared
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from xlcheck.model import Document
from xlcheck.segment import segment

Split = Callable[[str], list[str]]
ROUNDS = 3
UD = {"vi": "vi_vtb", "es": "es_ancora", "zh": "zh_gsdsimp", "en": "en_ewt"}


def documents(path: Path, text: int | str) -> dict[str, list[str]]:
    """Sentences by document; `text` is the column."""
    found: dict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(rows)
        column = header.index(text) if isinstance(text, str) else text
        for row in rows:
            if row[column].strip():
                found[row[0]].append(row[column].strip())
    return found


def boundaries(sentences: list[str]) -> set[int]:
    """Offsets of the inner boundaries, counted in non-blank characters."""
    ends, total = set(), 0
    for sentence in sentences:
        total += len("".join(sentence.split()))
        ends.add(total)
    return ends - {total}


def ours(text: str) -> list[str]:
    return [sentence.text for sentence in segment(Document("bench", text))]


def peers(language: str) -> Iterator[tuple[str, Split]]:
    import pysbd
    import sentencex

    known = language if language in pysbd.languages.LANGUAGE_CODES else "en"
    yield "pysbd", pysbd.Segmenter(language=known, clean=False).segment
    yield "sentencex", lambda text: list(sentencex.segment(language, text))
    yield "xlcheck", ours


def score(gold: dict[str, list[str]], split: Split, joint: str) -> tuple[float, float, float, float]:
    """Precision, recall, F1, and sentences a second in the fastest round."""
    texts = [joint.join(sentences) for sentences in gold.values()]
    seconds = math.inf
    for _ in range(ROUNDS):
        began = time.perf_counter()
        told = [split(text) for text in texts]
        seconds = min(seconds, time.perf_counter() - began)
    hit = guessed = true = 0
    for sentences, found in zip(gold.values(), told, strict=True):
        expected, got = boundaries(sentences), boundaries(found)
        hit, guessed, true = hit + len(expected & got), guessed + len(got), true + len(expected)
    count = sum(map(len, gold.values()))
    return hit / max(guessed, 1), hit / max(true, 1), 2 * hit / max(guessed + true, 1), count / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    dev = parser.parse_args().shared / "dev"
    print(f"{'set':<8}{'lang':<6}{'tool':<11}{'P':>7}{'R':>7}{'F1':>8}{'sent/s':>10}{'x pysbd':>9}")
    for name in ("ud", "ntrex"):
        for language in UD:
            gold = (
                documents(dev / "seg_ud" / f"{UD[language]}.dev.tsv.gz", "sentence")
                if name == "ud"
                else documents(dev / "ntrex_dev.nway.tsv.gz", language)
            )
            base = 0.0
            for tool, split in peers(language):
                p, r, f, speed = score(gold, split, "" if language == "zh" else " ")
                base = base or speed
                print(f"{name:<8}{language:<6}{tool:<11}{p:7.3f}{r:7.3f}{f:8.4f}{speed:10.0f}{speed / base:9.1f}")


if __name__ == "__main__":
    main()
