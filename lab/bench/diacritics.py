"""XL303 and XL304: recall on sound text that is stripped or mixed on purpose, false alarms on the same text as it is.

    python lab/bench/diacritics.py --shared ../shared

Sentences of `ntrex_dev`, a document a page. Lost diacritics: every mark is taken off, in one sentence of four; recall
is counted in sentences of at least five words. Look-alikes: the first а, е, о, р or с of one word in twenty sentences.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from xlcheck.find import Finder
from xlcheck.model import Article, Document, Finding, Glossary, primary
from xlcheck.rules import lost_diacritics, mixed_script
from xlcheck.segment import segment
from xlcheck.tag import tag

FINDER = Finder(Glossary())
CYRILLIC = str.maketrans("aeopc", "аеорс")
EVERY_LOST, EVERY_MIXED, WORDS = 4, 20, 5


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def article(lines: Iterable[str], language: str) -> Article:
    document = Document("bench", "\n\n".join(lines), language=language)
    sentences = tag(segment(document), declared=language)
    return Article(document, language, tuple(FINDER.find(sentence, None) for sentence in sentences))


def covered(findings: Iterable[Finding], page: Article, line: int) -> bool:
    lines = page.document.text.split("\n\n")
    start = sum(len(text) + 2 for text in lines[:line])
    return any(f.at.start < start + len(lines[line]) and f.at.end > start for f in findings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    path = parser.parse_args().shared / "dev" / "ntrex_dev.nway.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    print("lang    lost: found   of   false alarms   look-alike: found  of   false alarms   lines")
    for column in [key for key in rows[0] if key != "doc_id"]:
        language = primary(column)
        documents: dict[str, list[str]] = {}
        for row in rows:
            documents.setdefault(row["doc_id"], []).append(row[column])
        found = of = alarms = mixed = mixed_of = mixed_alarms = 0
        for text in documents.values():
            clean = article(text, language)
            alarms += len(list(lost_diacritics.check(clean)))
            mixed_alarms += len(list(mixed_script.check(clean)))
            lost = [plain(t) if i % EVERY_LOST == 1 else t for i, t in enumerate(text)]
            page = article(lost, language)
            findings = list(lost_diacritics.check(page))
            for i in range(1, len(text), EVERY_LOST):
                if text[i] != lost[i] and len(text[i].split()) >= WORDS:
                    of += 1
                    found += covered(findings, page, i)
            look = [_one(t) if i % EVERY_MIXED == 0 else t for i, t in enumerate(text)]
            page = article(look, language)
            findings = list(mixed_script.check(page))
            for i in range(0, len(text), EVERY_MIXED):
                if text[i] != look[i]:
                    mixed_of += 1
                    mixed += covered(findings, page, i)
        print(f"{column:<8}{found:11}{of:5}{alarms:15}{mixed:19}{mixed_of:4}{mixed_alarms:15}{len(rows):8}")


def _one(text: str) -> str:
    """The text with one Latin letter replaced by its Cyrillic look-alike, in a word of four letters or more."""
    for word in text.split():
        if len(word) >= 4 and word.isascii() and word.isalpha():
            changed = word[0] + word[1:].translate(CYRILLIC)
            if changed != word:
                return text.replace(word, changed, 1)
    return text


if __name__ == "__main__":
    main()
