"""The common words of the languages that capitalise names, from parallel text: vocabulary.tsv of the packs.

    python lab/data/vocabulary.py --shared ../shared

A word counts where it is written small at least `LEAST` times in different texts, and more often than with a capital
inside a sentence, which names have. German writes nouns with a capital, too: there a word with one counts where an
article stands before it as often. Left out is tanaka_enja, whose English was written small throughout.
"""

import argparse
import csv
import gzip
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from packs import write_packs

LANGUAGES = ("de", "en", "es", "fr", "id", "pt", "ru", "vi")
LEAST = 5
"""Occurrences from which a word is no slip of one writer."""
SHORTEST = 3
"""Letters of a word: shorter names are compared by no rule."""
LOWERED = "tanaka_enja"
WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
INSIDE = re.compile(r"(?<=[^\W_] )[^\W\d_a-z][^\W\d_A-Z]{2,}|(?<=, )[^\W\d_a-z][^\W\d_A-Z]{2,}")
"""A word with a capital inside a sentence, behind another word."""
SHARE = 5
"""Of a German noun's occurrences, the one in so many that an article stands before at least."""
NOUN = re.compile(r"\b(?:der|die|das|den|dem|des|eine?[nmrs]?|keine?[nmrs]?)\s+([A-ZÄÖÜ][^\W\d_]+)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with parallel/")
    folder = parser.parse_args().shared / "parallel"
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("??-??.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                for language in set(LANGUAGES) & set(row) if row["dataset"] != LOWERED else ():
                    texts[language].add(row[language])
    rows = ((language, " ".join(sorted(common(texts[language], language)))) for language in LANGUAGES)
    write_packs("vocabulary.tsv", ("words",), rows)


def common(texts: set[str], language: str) -> set[str]:
    """The words that are words of a language rather than names."""
    small, named, nouns = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        words = [found for found in WORD.finditer(text) if len(found[0]) >= SHORTEST]
        small.update(found[0] for found in words if found[0].islower())
        named.update(found[0].lower() for found in INSIDE.finditer(text) if found[0].istitle())
        if language == "de":
            nouns.update(found.lower() for found in NOUN.findall(text))
    words = {word for word, count in small.items() if count >= LEAST and count > named[word]}
    return words | {word for word, count in nouns.items() if count >= LEAST and SHARE * count >= named[word]}


if __name__ == "__main__":
    main()
