"""Foreign stretches and left-over text: recall on real leftovers, false alarms on sound text.

    python lab/bench/stretch.py --shared ../shared [--list]

Unit, positives and negatives as each set's README has them. `--list` prints the false alarms.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sized
from pathlib import Path

from xlcheck.model import Article, Document, Stretch, primary
from xlcheck.segment import segment
from xlcheck.tag import tag
from xlcheck.tag.stretch import word_languages

OWN_LETTERS = {
    "ko": re.compile("[\uac00-\ud7a3]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "de": re.compile("[A-Za-z]"),
    "fr": re.compile("[A-Za-z]"),
}


def article(lines: Iterable[str], language: str) -> Article:
    """Lines of one page, each its own paragraph, in a declared language."""
    document = Document("bench", "\n\n".join(lines), language=language)
    return Article(document, language, tag(segment(document), declared=language))


def flags(lines: list[str], language: str) -> list[list[Stretch]]:
    """For each line what the rules on foreign text would report in it."""
    page = article(lines, language)
    starts, place = [], 0
    for line in lines:
        starts.append(place)
        place += len(line) + 2
    found: list[list[Stretch]] = [[] for _ in lines]
    for stretch in page.foreign():
        for number, start in enumerate(starts):
            if stretch.span.start < start + len(lines[number]) and stretch.span.end > start:
                found[number].append(stretch)
    return found


def jsonl(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def conll(path: Path) -> list[list[tuple[str, str]]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = lines.read().strip().split("\n\n")
    return [[tuple(line.split("\t")[:2]) for line in block.split("\n") if "\t" in line] for block in blocks]  # type: ignore[misc]


def easyvibe(folder: Path, listed: bool) -> None:
    """Left-over Chinese: in lines wholly so, and in fragments of lines that have letters of the page's own script."""
    print(f"{'easyvibe':<10}{'whole lines':>22}{'fragments':>22}{'corrected, flagged':>24}{'context, flagged':>24}")
    for locale, own in OWN_LETTERS.items():
        pairs = [r for r in jsonl(folder / "fix_pairs.jsonl.gz") if r["locale"].startswith(locale)]
        around = jsonl(folder / "context_lines.jsonl.gz")
        context = [r["text"] for r in around if r["locale"].startswith(locale) and not r["has_han"]]
        clean = [r["after"] for r in pairs if not r["han_after"]]
        before = [(r["before"], flags([r["before"]], locale)[0]) for r in pairs]
        whole = [(line, found) for line, found in before if not own.search(line)]
        part = [(line, found) for line, found in before if own.search(line)]
        wrong = [(line, f) for line, f in zip(clean, flags(clean, locale), strict=True) if f]
        loose = [(line, f) for line, f in zip(context, flags(context, locale), strict=True) if f]
        print(
            f"{locale:<10}{recall(whole):>22}{recall(part):>22}{share(wrong, clean):>24}{share(loose, context):>24}",
            flush=True,
        )
        if listed:
            show(wrong)
            show(loose[::8])
            for line in [line for line, found in before if not found][::12]:
                print("   missed:", line.strip()[:150])


def recall(lines: list[tuple[str, list[Stretch]]]) -> str:
    found = sum(bool(told) for _, told in lines)
    return f"{found}/{len(lines)} = {found / len(lines):.3f}" if lines else "-"


def share(flagged: Sized, lines: Sized) -> str:
    return f"{len(flagged)}/{len(lines)} = {100 * len(flagged) / max(1, len(lines)):.2f} %"


def show(alarms: Iterable[tuple[str, list[Stretch]]]) -> None:
    for line, found in alarms:
        print("   ", [(s.language, s.span.text[:60]) for s in found], "|", line.strip()[:140])


def borcs(folder: Path) -> None:
    hit = guessed = gold = 0
    for tweet in conll(folder / "dev.conll.gz"):
        text, labels = "", {}
        for token, label in tweet:
            labels[len(text)] = label
            text += token + " "
        told = {word.start: language for word, language in word_languages(text, ("es", "en"))}
        for start, label in labels.items():
            if label in ("SPA", "ENG"):
                english = told.get(start) == "en"
                hit += english and label == "ENG"
                guessed += english
                gold += label == "ENG"
    print(f"borcs: English tokens P {hit / guessed:.3f} R {hit / gold:.3f} F1 {2 * hit / (guessed + gold):.3f}")


def coalas(folder: Path, listed: bool) -> None:
    sentences = [
        (" ".join(token for token, _ in block), any(label != "O" for _, label in block))
        for block in conll(folder / "dev.conll.gz")
    ]
    for borrowed in (False, True):
        lines = [text for text, has in sentences if has == borrowed]
        wrong = [(line, f) for line in lines if (f := flags([line], "es")[0])]
        print(f"coalas, {'with' if borrowed else 'without'} English: {share(wrong, lines)} flagged")
        if listed:
            show(wrong)


def ntrex(path: Path, listed: bool) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    flagged = total = 0
    for language in [key for key in rows[0] if key != "doc_id"]:
        documents: dict[str, list[str]] = {}
        for row in rows:
            documents.setdefault(row["doc_id"], []).append(row[language])
        for text in documents.values():
            wrong = [(line, f) for line, f in zip(text, flags(text, primary(language)), strict=True) if f]
            flagged, total = flagged + len(wrong), total + len(text)
            if listed:
                show(wrong)
    print(f"ntrex_dev, 13 columns: {flagged}/{total} lines flagged = {100 * flagged / total:.3f} in 100")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    dev = options.shared / "dev"
    ntrex(dev / "ntrex_dev.nway.tsv.gz", options.list)
    borcs(dev / "borcs_es_en")
    coalas(dev / "coalas_es", options.list)
    easyvibe(dev / "easyvibe_docs", options.list)


if __name__ == "__main__":
    main()
