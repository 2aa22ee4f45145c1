"""False alarms of the term and name rules on clean news: NTREX lines, with glossaries of places and of persons.

    python lab/bench/term_news.py --shared ../shared [--show]

Places are CLDR's territories and Natural Earth's cities of more than 300,000 people in four languages, one form a
language, with the case rule `exact`. Persons are those of persons.tsv, who are in the news of both NTREX tables, by
their full names in twelve languages: text mostly has their surnames. Every sure finding is listed with `--show`, equal
ones once; those below the confidence at which findings are shown count as asked for. Where the translator used another
form than these glossaries' (UK, Anh, Ý; テレサ・メイ), a finding is right by the glossary.
"""

import argparse
import csv
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, permutations
from pathlib import Path

from names import article
from names import table as aligned
from terms import translated

from xlcheck.check import check
from xlcheck.evidence.doubts import confidence
from xlcheck.find import Finder
from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Case, Concept, Finding, Glossary, Term
from xlcheck.model.collection import Collection
from xlcheck.model.limits import LIMITS
from xlcheck.rules import RULES, term_case, term_inconsistent, term_missing

LANGUAGES = ("en", "vi", "es", "zh")
POPULATION = 300_000


def table(path: Path) -> list[dict[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(content.decode().split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


def places(shared: Path) -> Iterator[Concept]:
    countries = [row for row in table(shared / "lexicon/cldr/territories.tsv") if row["key"].isalpha()]
    cities = table(shared / "lexicon/naturalearth_places.nway.tsv.gz")
    for number, row in enumerate((*countries, *(row for row in cities if float(row["pop"] or 0) > POPULATION))):
        terms = ((language, (row.get(language) or "").strip()) for language in LANGUAGES)
        kept = tuple(Term(text, language, case=Case.EXACT) for language, text in terms if any(map(str.isalnum, text)))
        yield Concept(f"{row['en']}-{number}", "place", kept)


def persons(path: Path) -> Iterator[Concept]:
    for row in table(path):
        yield Concept(row["en"], "person", tuple(Term(name, language) for language, name in row.items()))


def documents(paths: Iterable[Path]) -> Iterator[list[dict[str, str]]]:
    for path in paths:
        for _, group in groupby(table(path), key=lambda row: row["doc_id"]):
            yield list(group)


def in_places(shared: Path, show: bool) -> None:
    finder = MentionFinder(Glossary(tuple(places(shared))))
    counts: Counter[str] = Counter()
    pairs = mentions = 0
    for rows in documents([shared / "dev/ntrex_dev.nway.tsv.gz"]):
        for source, target in permutations(LANGUAGES, 2):
            event = translated(finder, [(row[source], row[target]) for row in rows], (source, target))
            pairs += len(rows)
            mentions += sum(len(sentence.mentions) for sentence in event.articles[0].sentences)
            found: list[tuple[str, Finding]] = [("XL102", finding) for finding in term_missing.check(event)]
            found += (("XL103", finding) for finding in term_inconsistent.check(Collection((event,))))
            found += (
                ("XL105", finding)
                for sentence in event.articles[1].sentences
                if source == LANGUAGES[target == LANGUAGES[0]]
                for finding in term_case.check(sentence)
            )
            for code, finding in found:
                sure = confidence(finding, code) >= LIMITS.sure
                counts[code if sure else f"{code}, asked for"] += 1
                if show and sure:
                    print(code, f"{source}-{target}", finding.message, "|", finding.at.document.text[:100])
    for name in ("XL102", "XL102, asked for", "XL103", "XL105", "XL105, asked for"):
        print(
            f"{name:18} {counts[name]:4} in {pairs} pairs, {100 * counts[name] / pairs:5.2f} in 100; {mentions} terms"
        )


def of_persons(shared: Path, show: bool) -> None:
    glossary = Glossary(tuple(persons(Path(__file__).with_name("persons.tsv"))))
    finder, languages = Finder(glossary), [term.language for term in glossary.concepts[0].terms]
    rules = [rule for rule in RULES if rule.code in ("XL102", "XL110", "XL111", "XL112")]
    counts: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    pairs = mentions = 0
    for rows in documents(shared / path for path in ("dev/ntrex_dev.nway.tsv.gz", "parallel/ntrex_train.nway.tsv.gz")):
        told = {language: article(language, [row[language] for row in rows], finder) for language in languages}
        for source, target in permutations(languages, 2):
            pairs += len(rows)
            mentions += sum(len(sentence.mentions) for sentence in told[source].sentences)
            for finding in check((aligned(told[source], told[target]),), rules, 0.0):
                sure = confidence(finding) >= LIMITS.sure
                counts[finding.rule if sure else f"{finding.rule}, asked for"] += 1
                shown[f"{finding.rule} {target}: {finding.message}"] += sure
    for message, count in sorted(shown.items()):
        if show and count:
            print(f"{count:4} {message}")
    for name, count in sorted(counts.items()):
        print(f"{name:18} {count:4} in {pairs} pairs, {100 * count / pairs:5.2f} in 100; {mentions} names of persons")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    in_places(options.shared, options.show)
    of_persons(options.shared, options.show)


if __name__ == "__main__":
    main()
