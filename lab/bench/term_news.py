"""False alarms of the term rules on clean news: NTREX lines, with a glossary of places in four languages.

    python lab/bench/term_news.py --shared ../shared [--show]

The glossary holds CLDR's territories and Natural Earth's cities of more than 300,000 people, one form a language,
with the case rule `exact`. Every finding is listed with `--show`; those below the confidence at which findings are
shown count as asked for. Where the translator used another form than this glossary's (UK, Anh, Ý), a finding of
XL102 is right by the glossary.
"""

import argparse
import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, permutations
from pathlib import Path

from terms import translated

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Case, Concept, Finding, Glossary, Term
from xlcheck.model.finding import SURE
from xlcheck.rules import term_case, term_inconsistent, term_missing

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    finder = MentionFinder(Glossary(tuple(places(options.shared))))
    counts: Counter[str] = Counter()
    pairs = mentions = 0
    for _, group in groupby(table(options.shared / "dev/ntrex_dev.nway.tsv.gz"), key=lambda row: row["doc_id"]):
        rows = list(group)
        for source, target in permutations(LANGUAGES, 2):
            event = translated(finder, [(row[source], row[target]) for row in rows], (source, target))
            pairs += len(rows)
            mentions += sum(len(sentence.mentions) for sentence in event.articles[0].sentences)
            found: list[tuple[str, Finding]] = [("XL102", finding) for finding in term_missing.check(event)]
            found += (("XL103", finding) for finding in term_inconsistent.check(event))
            found += (
                ("XL105", finding)
                for sentence in event.articles[1].sentences
                if source == LANGUAGES[target == LANGUAGES[0]]
                for finding in term_case.check(sentence)
            )
            for code, finding in found:
                sure = (finding.confidence or SURE) >= SURE
                counts[code if sure else f"{code}, asked for"] += 1
                if options.show and sure:
                    print(code, f"{source}-{target}", finding.message, "|", finding.at.document.text[:100])
    for name in ("XL102", "XL102, asked for", "XL103", "XL105", "XL105, asked for"):
        print(
            f"{name:18} {counts[name]:4} in {pairs} pairs, {100 * counts[name] / pairs:5.2f} in 100; {mentions} terms"
        )


if __name__ == "__main__":
    main()
