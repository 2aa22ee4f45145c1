"""What is usual between translations in two languages: `xlcheck/align/data/languages.tsv`.

    python lab/train/coverage.py --shared ../shared

Fitted on the clean news of `dev/ntrex_dev`, all pairs of its 12 languages; lengths on `parallel/ntrex_train` (the
encoder has seen that text, so that nothing else may be fitted there). A value of a pair is the sum of its languages'
shares. The difficulty is what `QUANTILE` of the clean pairs stay below, by backfitting quantiles.
"""

import argparse
import csv
import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.comparison import Comparison, comparisons
from xlcheck.align.gaps import excess, usual_proportion
from xlcheck.align.languages import Language, combined
from xlcheck.align.sides import letters
from xlcheck.embed import load
from xlcheck.find import Finder
from xlcheck.model import Document, Glossary, Pair, Sentence, Span

CODES = ("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru", "vi", "zh")
QUANTILE = 0.99
ROUNDS = 40
Values = Mapping[tuple[str, str], NDArray[np.float64]]


def rows(path: Path) -> list[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()).decode()
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def sentences(table: Sequence[Mapping[str, str]]) -> dict[str, list[Sentence]]:
    finder = Finder(Glossary())

    def found(text: str, language: str) -> Sentence:
        return finder.find(Sentence(Span(Document(language, text), 0, len(text)), language), None)

    return {language: [found(row[language], language) for row in table] for language in CODES}


def measured(columns: Mapping[str, Sequence[Sentence]]) -> dict[tuple[str, str], list[Comparison]]:
    """The likeness of each line in each two languages, without the vectors."""
    encoder = load(None)
    none = np.zeros((0, 0), dtype=np.float32)
    result = {}
    for one, other in combinations(CODES, 2):
        pairs = [Pair((s,), (t,), 1.0, True) for s, t in zip(columns[one], columns[other], strict=True)]
        result[one, other] = [
            replace(each, source=replace(each.source, vectors=none), target=replace(each.target, vectors=none))
            for each in comparisons(pairs, encoder.pieces)
        ]
        result[other, one] = [each.reverse for each in result[one, other]]
    return result


def shares(values: Values, statistic: Callable[[NDArray[np.float64]], float]) -> tuple[dict[str, float], ...]:
    """What each language as the first and as the second of a pair adds to a statistic of the pair's values."""
    first, second = dict.fromkeys(CODES, 0.0), dict.fromkeys(CODES, 0.0)
    for _ in range(ROUNDS):
        for code in CODES:
            left = np.concatenate([v - second[pair[1]] for pair, v in values.items() if pair[0] == code])
            first[code] = (first[code] + statistic(left)) / 2
        for code in CODES:
            left = np.concatenate([v - first[pair[0]] for pair, v in values.items() if pair[1] == code])
            second[code] = (second[code] + statistic(left)) / 2
    return first, second


def fitted(
    likeness: Mapping[tuple[str, str], Sequence[Comparison]], lengths: Mapping[str, float], documents: Sequence[str]
) -> dict[str, Language]:
    means: Values = {pair: np.array([each.mean for each in lines]) for pair, lines in likeness.items()}
    first, second = shares(means, lambda values: float(values.mean()))
    known = {code: Language(lengths[code], (first[code] + second[code]) / 2, 0.0, 0.0) for code in CODES}
    out = {pair: excesses(lines, documents, known, pair) for pair, lines in likeness.items()}
    source, target = shares(out, lambda values: float(np.quantile(values, QUANTILE)))
    return {code: replace(known[code], difficulty_from=source[code], difficulty_into=target[code]) for code in CODES}


def excesses(
    lines: Sequence[Comparison], documents: Sequence[str], known: Mapping[str, Language], pair: tuple[str, str]
) -> NDArray[np.float64]:
    """What each line's source has unanswered, its document's proportion of lengths considered."""
    usual = combined(known[pair[0]], known[pair[1]])
    values = np.zeros(len(lines))
    for document in dict.fromkeys(documents):
        places = [place for place, each in enumerate(documents) if each == document]
        proportion = usual_proportion([lines[place].longer - usual.longer for place in places])
        for place in places:
            values[place] = excess(lines[place], usual, proportion)[0]
    return values


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=Path("xlcheck/align/data/languages.tsv"))
    chosen = arguments.parse_args()
    text = rows(chosen.shared / "parallel/ntrex_train.nway.tsv.gz")
    lengths = {code: float(np.log(letters(row[code] for row in text)).mean()) for code in CODES}
    table = rows(chosen.shared / "dev/ntrex_dev.nway.tsv.gz")
    found = fitted(measured(sentences(table)), lengths, [row["doc_id"] for row in table])
    lines = ["language\tletters\tlikeness\tdifficulty_from\tdifficulty_into"]
    for code, language in found.items():
        values = (language.letters, language.likeness, language.difficulty_from, language.difficulty_into)
        lines.append("\t".join([code, *(f"{value:.3f}" for value in values)]))
    chosen.out.write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
