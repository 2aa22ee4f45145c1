"""Proposed concepts, printed for judging: the first of each language pair of NTREX.

    python lab/bench/suggest.py --shared ../shared --pairs en-vi en-es en-zh

Every line of the development documents is a bead. There is no gold list: read the table.
"""

import argparse
import csv
import gzip
import time
from pathlib import Path

from xlcheck.model import Alignment, Article, Document, Glossary, Pair, Sentence, Span
from xlcheck.terms.suggest import suggest


def article(lines: list[str], language: str) -> Article:
    text = "\n".join(lines)
    document = Document(language, text, language)
    sentences, start = [], 0
    for line in lines:
        sentences.append(Sentence(Span(document, start, start + len(line)), language))
        start += len(line) + 1
    return Article(document, language, tuple(sentences))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--pairs", nargs="+", default=["en-vi", "en-es", "en-zh"])
    parser.add_argument("--most", type=int, default=30)
    options = parser.parse_args()
    with gzip.open(options.shared / "dev/ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    for languages in options.pairs:
        source, target = (article([row[language] for row in rows], language) for language in languages.split("-"))
        pairs = tuple(
            Pair((one,), (other,), 1.0, True) for one, other in zip(source.sentences, target.sentences, strict=True)
        )
        start = time.process_time()
        proposals = suggest((Alignment(source, target, pairs),), Glossary(), options.most)
        print(f"\n{languages}: {len(proposals)} proposals in {time.process_time() - start:.1f} s")
        for number, each in enumerate(proposals, 1):
            told = ", ".join(f"{rendering.text} ({rendering.count})" for rendering in each.renderings)
            print(f"{number:3} {each.score:6.1f} {each.text} ({each.count}) = {told}")


if __name__ == "__main__":
    main()
