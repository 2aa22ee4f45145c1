"""False alarms of XL103 and XL113 across articles: NTREX documents, all of a language as one outlet.

    python lab/bench/outlets.py --shared ../shared [--glossary PATH]

The documents are from many newspapers, so that every finding that an article does not have by itself is one to look
at; they are listed. The last lines time both rules on more and more copies of the English documents.
"""

import argparse
import csv
import gzip
import time
from collections.abc import Iterator
from itertools import cycle, groupby, islice
from pathlib import Path

from xlcheck.find import Finder
from xlcheck.model import Article, Document, Event, Finding
from xlcheck.model.collection import Collection
from xlcheck.rules import name_inconsistent, term_inconsistent
from xlcheck.segment import segment
from xlcheck.tag import tag
from xlcheck.terms import load

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
TABLES = ("dev/ntrex_dev.nway.tsv.gz", "parallel/ntrex_train.nway.tsv.gz")
RULES = {"XL103": term_inconsistent.check, "XL113": name_inconsistent.check}


def rows(shared: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for name in TABLES:
        with gzip.open(shared / name, "rt", encoding="utf-8") as table:
            found += csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    return found


def articles(lines: list[dict[str, str]], language: str, finder: Finder) -> Iterator[Article]:
    for name, group in groupby(lines, key=lambda row: row["doc_id"]):
        document = Document(f"{language}/{name}", "\n".join(row[language] or "" for row in group), language=language)
        sentences = tag(segment(document), (), language)
        yield Article(document, language, tuple(finder.find(sentence, None) for sentence in sentences))


def collection(members: Iterator[Article] | list[Article]) -> Collection:
    return Collection(tuple(Event((article,)) for article in members))


def place(finding: Finding) -> tuple[str, int, str]:
    return finding.at.document.id, finding.at.start, finding.message


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--glossary", action="append", default=[])
    options = parser.parse_args()
    finder, lines = Finder(load(options.glossary)), rows(options.shared)
    english: list[Article] = []
    for language in LANGUAGES:
        members = list(articles(lines, language, finder))
        english = english or members
        for code, check in RULES.items():
            alone = {place(finding) for article in members for finding in check(collection([article]))}
            found = [finding for finding in check(collection(members)) if place(finding) not in alone]
            print(f"{language} {code}: {len(members)} articles, {len(alone)} findings in one, {len(found)} across")
            for finding in found:
                print(f"    {finding.at.document.id}: {finding.message}")
    for number in (500, 2_000, 8_000):
        copies = [
            Article(Document(f"{at}", article.document.text), article.language, article.sentences)
            for at, article in enumerate(islice(cycle(english), number))
        ]
        for code, check in RULES.items():
            started = time.process_time()
            count = sum(1 for _ in check(collection(copies)))
            print(f"{code}: {number:5} articles {time.process_time() - started:6.2f} CPU s, {count} findings")


if __name__ == "__main__":
    main()
