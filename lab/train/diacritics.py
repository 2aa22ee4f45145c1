"""Words that are nothing without their diacritics, for `xlcheck.find.diacritics`.

    python lab/train/diacritics.py --shared ../shared

A word is listed when the parallel data writes it with diacritics, in lower case, at least `SEEN` times, and hardly ever
without; a word that another of the languages writes so without diacritics stays, because a sentence has one language.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from packs import write_packs

LANGUAGES = ("de", "es", "fr", "pt")
SEEN, SHARE, MOST, LETTERS = 4, 0.01, 4_000, 4
INFLECTED = {"fr": "és?", "es": "[áéíóú]", "pt": "[áéíóúâêô]s?", "de": "(?!)"}
COMMON = 100
"""A mark on such an ending makes another form of the same word (accusé, accuse): listed only where the word is common
and its plain form was never seen."""

WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")


def plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def counts(shared: Path) -> dict[str, Counter[str]]:
    """How often each lower-case word stands in the distinct sentences of a language."""
    sentences: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for file in sorted((shared / "parallel").glob("*.tsv.gz")):
        with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                for language in LANGUAGES:
                    if row.get(language):
                        sentences[language].add(unicodedata.normalize("NFC", row[language]))
    return {
        language: Counter(word for text in texts for word in WORD.findall(text) if word == word.lower())
        for language, texts in sentences.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    rows: list[tuple[str, str]] = []
    for language, seen in counts(options.shared).items():
        marked = [w for w, n in seen.items() if n >= SEEN and len(w) >= LETTERS and plain(w) != w and w.isalpha()]
        rivals = Counter(plain(word) for word in marked)
        ending = re.compile(f".*{INFLECTED[language]}")
        sure = [
            word
            for word in marked
            if rivals[plain(word)] == 1
            and seen[plain(word)] <= SHARE * seen[word]
            and (not ending.fullmatch(word) or (seen[word] >= COMMON and not seen[plain(word)]))
        ]
        best = sorted(sure, key=lambda word: (-seen[word], word))[:MOST]
        rows += [(language, word) for word in sorted(best)]
        print(language, len(best), best[:12])
    write_packs("accented.tsv", ("word",), rows)


if __name__ == "__main__":
    main()
