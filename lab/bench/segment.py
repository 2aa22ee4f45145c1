"""Sentence boundaries: F1 on gold and speed, xlcheck beside pySBD and sentencex, in one run.

pip install pysbd sentencex
python lab/bench/segment.py --shared ../shared
"""

from __future__ import annotations

import argparse
import csv
import gzip
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from xlcheck.model import Document
from xlcheck.segment import segment

Split = Callable[[str], list[str]]
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
    """Precision, recall, F1 over all documents, and gold sentences a second."""
    hit = guessed = true = count = 0
    began = time.perf_counter()
    for sentences in gold.values():
        expected = boundaries(sentences)
        got = boundaries(split(joint.join(sentences)))
        hit += len(expected & got)
        guessed += len(got)
        true += len(expected)
        count += len(sentences)
    seconds = time.perf_counter() - began
    precision, recall = hit / max(guessed, 1), hit / max(true, 1)
    return precision, recall, 2 * hit / max(guessed + true, 1), count / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    dev = parser.parse_args().shared / "dev"
    ours("Warm up. Once.")
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
