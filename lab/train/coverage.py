"""What is usual between translations: `languages.tsv` and `curves.tsv` in `xlcheck/align/data`.

    python lab/train/coverage.py --shared ../shared

Fitted on the clean news of `dev/ntrex_dev`, all pairs of its 12 languages; lengths on `parallel/ntrex_train` (the
encoder has seen that text, so that nothing else may be fitted there). A value of a pair is the sum of its languages'
shares. The difficulty is what `QUANTILE` of the clean pairs stay below, by backfitting quantiles.

A curve goes through the scores that `RATES` of the clean pairs reach. No annotated set is read. Printed at the end is
what unseen documents have flagged, everything fitted on two thirds of the documents and counted on the third, in
turn: clean pairs, and those with planted errors (a stretch of the target left out, one of the source left out, the
target of the next row).
"""

import argparse
import csv
import gzip
import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xlcheck.align.comparison import Comparison, comparisons
from xlcheck.align.drift import drift
from xlcheck.align.gaps import excess, usual_proportion
from xlcheck.align.languages import Curve, Language, combined
from xlcheck.align.sides import letters
from xlcheck.embed import load
from xlcheck.find import Finder
from xlcheck.model import Document, Glossary, Pair, Sentence, Span

CODES = ("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru", "vi", "zh")
QUANTILE = 0.97
ROUNDS = 40
RATES = {"omitted": (0.0065, 0.025), "added": (0.002, 0.01), "unlike": (0.0035, 0.015)}
"""Shares of the clean lines that may be flagged for sure, and at all."""
PLANTED = 0.2
"""Share of the rows with an error planted."""
FOLDS = 3
NINE = math.log(9)
FINDER = Finder(Glossary())
Floats = NDArray[np.float64]
Values = Mapping[tuple[str, str], Floats]


@dataclass(frozen=True, slots=True)
class Line:
    """A row in two languages, with or without an error of the kind `planted`."""

    languages: tuple[str, str]
    document: str
    likeness: Comparison
    planted: str | None = None


def rows(path: Path) -> list[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()).decode()
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def sentence(text: str, language: str) -> Sentence:
    return FINDER.find(Sentence(Span(Document(language, text), 0, len(text)), language), None)


def shortened(text: str, chance: random.Random) -> str:
    """The text without a stretch of it, half of the time its end; whole words where there are blanks."""
    length = int(len(text) * chance.uniform(0.2, 0.5))
    start = len(text) - length if chance.random() < 1 / 2 else chance.randrange(len(text) - length + 1)
    blanks = [match.start() for match in re.finditer(r"\s|$", text)]
    if len(blanks) * 12 > len(text):
        start, end = (min(blanks, key=lambda at: abs(at - place)) for place in (start, start + length))
    else:
        end = start + length
    return text[:start] + text[end:]


def measured(table: Sequence[Mapping[str, str]]) -> list[Line]:
    """The likeness of each row in each two languages, as it is and with errors, without the vectors."""
    columns = {code: [sentence(row[code], code) for row in table] for code in CODES}
    chance, encoder, lines = random.Random(4), load(None), []
    none = np.zeros((0, 0), dtype=np.float32)
    for languages in combinations(CODES, 2):
        one, other = (columns[code] for code in languages)
        made: list[tuple[int, str | None, Sentence, Sentence]] = []
        for place, (source, target) in enumerate(zip(one, other, strict=True)):
            made.append((place, None, source, target))
            if chance.random() < PLANTED:
                made.append((place, "omitted", source, sentence(shortened(target.text, chance), languages[1])))
                made.append((place, "added", sentence(shortened(source.text, chance), languages[0]), target))
                made.append((place, "unlike", source, other[(place + 1) % len(other)]))
        found = comparisons([Pair((source,), (target,), 1.0, True) for *_, source, target in made], encoder.pieces)
        for (place, planted, *_), each in zip(made, found, strict=True):
            bare = replace(each, source=replace(each.source, vectors=none), target=replace(each.target, vectors=none))
            lines.append(Line(languages, table[place]["doc_id"], bare, planted))
    return lines


def shares(values: Values, statistic: Callable[[Floats], float]) -> tuple[dict[str, float], ...]:
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


def both_ways(lines: Sequence[Line], values: Iterator[tuple[float, float]]) -> Values:
    """What clean lines have there and back, by language pair."""
    result: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for line, (there, back) in zip(lines, values, strict=True):
        if not line.planted:
            result[line.languages].append(there)
            result[line.languages[::-1]].append(back)
    return {languages: np.array(each) for languages, each in result.items()}


@dataclass(frozen=True, slots=True)
class Fit:
    """The tables."""

    languages: Mapping[str, Language]
    curves: Mapping[str, Curve]


def fitted(lines: Sequence[Line], lengths: Mapping[str, float]) -> Fit:
    means = ((line.likeness.mean, line.likeness.reverse.mean) for line in lines)
    first, second = shares(both_ways(lines, means), lambda values: float(values.mean()))
    known = {code: Language(lengths[code], (first[code] + second[code]) / 2, 0.0, 0.0) for code in CODES}
    scores = scored(lines, known)
    excesses = zip(scores["omitted"], scores["added"], strict=True)
    source, target = shares(both_ways(lines, excesses), lambda values: float(np.quantile(values, QUANTILE)))
    known = {code: replace(known[code], difficulty_from=source[code], difficulty_into=target[code]) for code in CODES}
    scores = scored(lines, known)
    clean = np.array([line.planted is None for line in lines])
    gaps = np.concatenate([scores["omitted"][clean], scores["added"][clean]])
    samples = {"omitted": gaps, "added": gaps, "unlike": scores["unlike"][clean]}
    return Fit(known, {kind: curve(samples[kind], *rates) for kind, rates in RATES.items()})


def scored(lines: Sequence[Line], known: Mapping[str, Language]) -> dict[str, Floats]:
    """By kind of error the score (n,) of each line."""
    longer: defaultdict[tuple[tuple[str, str], str], list[float]] = defaultdict(list)
    for line in lines:
        if not line.planted:
            longer[line.languages, line.document].append(
                line.likeness.longer - combined(*(known[code] for code in line.languages)).longer
            )
    proportions = {key: usual_proportion(values) for key, values in longer.items()}
    scores: dict[str, list[float]] = {kind: [] for kind in RATES}
    for line in lines:
        usual = combined(*(known[code] for code in line.languages))
        proportion = proportions[line.languages, line.document]
        scores["omitted"].append(excess(line.likeness, usual, proportion)[0] - usual.difficulty)
        back = excess(line.likeness.reverse, usual.reverse, -proportion)[0]
        scores["added"].append(back - usual.difficulty_back)
        scores["unlike"].append(drift(line.likeness, usual, proportion))
    return {kind: np.array(values) for kind, values in scores.items()}


def curve(clean: Floats, sure: float, likely: float) -> Curve:
    """Sure from the score that a share `sure` of the clean lines reaches, as likely as not from that of `likely`."""
    high, even = (float(np.quantile(clean, 1 - share)) for share in (sure, likely))
    return Curve(high, (high - even) / NINE)


def held_out(lines: Sequence[Line], lengths: Mapping[str, float]) -> str:
    """In 100 lines of documents not fitted on, those flagged: clean ones (both ways), and those with an error."""
    documents = list(dict.fromkeys(line.document for line in lines))
    flagged: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        unseen = set(documents[fold::FOLDS])
        fit = fitted([line for line in lines if line.document not in unseen], lengths)
        rest = [line for line in lines if line.document in unseen]
        for kind, scores in scored(rest, fit.languages).items():
            for line, score in zip(rest, scores, strict=True):
                if line.planted in (None, kind):
                    flagged[kind, line.planted or "clean"].append(bool(score >= fit.curves[kind].sure))
    return "\n".join(f"{kind:8} {what:8} {100 * np.mean(each):6.2f}" for (kind, what), each in sorted(flagged.items()))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=Path("xlcheck/align/data"))
    chosen = arguments.parse_args()
    text = rows(chosen.shared / "parallel/ntrex_train.nway.tsv.gz")
    lengths = {code: float(np.log(letters(row[code] for row in text)).mean()) for code in CODES}
    lines = measured(rows(chosen.shared / "dev/ntrex_dev.nway.tsv.gz"))
    fit = fitted(lines, lengths)
    table = ["language\tletters\tlikeness\tdifficulty_from\tdifficulty_into"]
    for code, known in fit.languages.items():
        values = (known.letters, known.likeness, known.difficulty_from, known.difficulty_into)
        table.append("\t".join([code, *(f"{value:.3f}" for value in values)]))
    (chosen.out / "languages.tsv").write_text("\n".join(table) + "\n", "utf-8")
    curves = ["finding\tsure\tstep"]
    curves += [f"{kind}\t{each.sure:.2f}\t{each.step:.2f}" for kind, each in fit.curves.items()]
    (chosen.out / "curves.tsv").write_text("\n".join(curves) + "\n", "utf-8")
    print(*table, *curves, held_out(lines, lengths), sep="\n")


if __name__ == "__main__":
    main()
