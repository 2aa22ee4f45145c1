"""Learn which words answer to a negation in another language: negation_weights.tsv of the packs.

    python lab/train/negation.py --shared ../shared

For each language, over its sentences with a negated counterpart in all pairs of `parallel/`: a logistic regression
(L1) of the sentence's being without a negation itself on the rest of its words, their beginnings and pairs of words, or
on stretches of characters (see `features`). Words that make it likelier say no in another way; they are kept, with
their log-odds. And over its sentences with a single negation whose other side is negated or has nothing that says no
in another way: of its being negated on what stands beside the negation (see `contexts`), which tells 不是 from 不败.
The hints of the lexicon, too many and too rare for a regression, get the log-odds of the sentences they stand in to be
without a negation, among those with a negated counterpart, drawn to those of all the hints of their entry, and these to
`HINTED`: “un*” of German is a hint in unmöglich and none in und.

What a negation says without a word beside it is then set by every other document of `ntrex_train`, which nothing was
learnt from: so that of the pairs of its sentences with a language's, which are sound, few are reported. The share of
free translations differs from one collection to another, and no two languages have the same collections.
"""

import argparse
import csv
import gzip
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice
from math import exp, floor, log
from pathlib import Path
from statistics import median

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from xlcheck.find.negation import contexts, features, find_negations, hint_entry, negations
from xlcheck.lang import Language
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import Negation
from xlcheck.rules.negation_changed import evidence

sys.path.append(str(Path(__file__).parents[1]))
from packs import write_packs

from xlcheck.evidence.thresholds import THRESHOLDS

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
MOST = 8000
"""Sentences of one dataset and language pair."""
LEAST_SEEN = 6
"""Different sentences of a kind that a word stands in."""
STRENGTH = 0.3
"""C of the regression: the smaller, the fewer words."""
LEAST = 1.0
"""Log-odds from which a word is written down."""
LEAST_KEPT = 0.1
RATE, RATE_OF_PLAIN, JUST = 0.0025, 0.006, 0.1
"""The share of sound pairs of sentences that may be reported; the same in languages where no word beside most negations
tells more of them, so that they are reported all or none; and by how much the next of them is not.
"""
HINTED, PSEUDO = 4.0, 3
"""Log-odds of a hint that was never seen, and how many sentences that counts."""
HEAD = ("kind", "feature", "weight")
LEAST_LEARNT = 0.2
LEFT_OUT = ("bible",)


def pairs(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Languages and texts of both sides."""
    chance = random.Random(6)
    for row in news(folder, 0):
        yield from ((one, other, row[one], row[other]) for one, other in combinations(LANGUAGES, 2))
    for path in sorted(folder.glob("??-??.tsv.gz")):
        one, other = path.name.split(".")[0].split("-")
        by_set: dict[str, list[tuple[str, str]]] = {}
        for line in gzip.decompress(path.read_bytes()).decode().splitlines()[1:]:
            first, second, name, _ = line.split("\t")
            by_set.setdefault(name, []).append((first, second))
        for name, rows in sorted(by_set.items()):
            if name not in LEFT_OUT:
                yield from ((one, other, *row) for row in chance.sample(rows, min(MOST, len(rows))))


def news(folder: Path, part: int) -> Iterator[Mapping[str, str]]:
    """The lines of every other document of the news, from the first (0) or the second (1)."""
    lines = gzip.decompress((folder / "ntrex_train.nway.tsv.gz").read_bytes()).decode().splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    documents = dict.fromkeys(row["doc_id"] for row in rows)
    chosen = set(islice(documents, part, None, 2))
    return (row for row in rows if row["doc_id"] in chosen)


Rows = list[tuple[frozenset[str], bool]]
"""What stands in sentences, and what is to be told from it."""


@dataclass(frozen=True)
class Samples:
    """One language's sentences, and whether the other side is negated.

    `answers`, those with a negated counterpart and no hint: what stands in them beside negations, and whether there
    are none; `hinted`: the hints of all with a negated counterpart, and the same. With a `single` negation: what
    stands beside it, and whether the other side is negated, only where that is or has nothing that might say no.
    """

    answers: Rows = field(default_factory=list)
    hinted: Rows = field(default_factory=list)
    single: Rows = field(default_factory=list)


def samples(folder: Path) -> dict[str, Samples]:
    result = {language: Samples() for language in LANGUAGES}
    known: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for one, other, *sides in pairs(folder):
        first, second = (unicodedata.normalize("NFC", str(side)).lower().replace("’", "'") for side in sides)
        for key in ((first, one), (second, other)):
            if key not in known:
                known[key] = list(negations(key[0], Language.of(key[1])))
        for text, language, theirs in ((first, one, known[second, other]), (second, other, known[first, one])):
            ours = known[text, language]
            kinds = [kind for *_, kind in ours]
            negated = any(kind == "not" for *_, kind in theirs)
            if kinds.count("not") == 1 and (negated or not theirs):
                result[language].single.append((bag_of_negation(text, language), negated))
            if negated:
                hints = frozenset(text[start:end].strip() for start, end, kind in ours if kind == "hint")
                result[language].hinted.append((hints, "not" not in kinds))
                if set(kinds) <= {"not"}:
                    result[language].answers.append((bag_of_rest(text, language, ours), "not" not in kinds))
    return result


def weighed(language: str, rows: Rows) -> list[tuple[str, float]]:
    """The log-odds of an answer that each hint adds, where they are not its entry's, and each entry of hints."""
    usual = odds(sum(answered for _, answered in rows), len(rows))
    seen, answers = Counter[str](), Counter[str]()
    for hints, answered in rows:
        entries = {entry for said in hints for entry in (said, entry_of(said, language)) if entry}
        seen.update(entries)
        answers.update(entries if answered else ())
    weights: dict[str, float] = {}
    for said in sorted(seen, key=lambda said: (not said.endswith("*"), said)):
        drawn = HINTED if said.endswith("*") else weights.get(entry_of(said, language), HINTED)
        share = exp(drawn) * usual / (1 + exp(drawn) * usual)
        weights[said] = log(odds(answers[said] + PSEUDO * share, seen[said] + PSEUDO) / usual)
    return [
        (said, weight)
        for said, weight in sorted(weights.items())
        if abs(weight - weights.get(entry_of(said, language), HINTED)) >= LEAST_LEARNT
    ]


def odds(cases: float, of: float) -> float:
    return cases / max(of - cases, 1e-9)


def entry_of(said: str, language: str) -> str:
    """The entry of the lexicon, a beginning, that a hint is there for; none where it is there itself."""
    return "" if said.endswith("*") else hint_entry(said, Language.of(language))


def bag_of_rest(text: str, language: str, ours: Sequence[tuple[int, int, str]]) -> frozenset[str]:
    """What stands in a sentence beside its negations."""
    return frozenset(
        said
        for said, first, last in features(text, Language.of(language))
        if not any(start < last and first < end for start, end, _ in ours)
    )


def bag_of_negation(text: str, language: str) -> frozenset[str]:
    """What stands beside the one negation of a sentence."""
    return frozenset(
        context
        for start, end, kind in negations(text, Language.of(language))
        if kind == "not"
        for context in contexts(text, Language.of(language), start, end)
        if context
    )


def learn(rows: Rows) -> tuple[float, list[tuple[str, float]]]:
    """The log-odds of what is to be told with none of the features, and what each of them adds."""
    seen: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for bag, label in dict.fromkeys(rows):
        seen[label].update(bag)
    either = {feature for counts in seen.values() for feature, count in counts.items() if count >= LEAST_SEEN}
    vectorizer = CountVectorizer(analyzer=list, vocabulary=sorted(either))
    model = LogisticRegression(solver="liblinear", l1_ratio=1.0, C=STRENGTH, random_state=0)
    model.fit(vectorizer.transform([bag for bag, _ in rows]), [label for _, label in rows])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return float(model.intercept_[0]), [(feature, float(weight)) for feature, weight in named]


def bases(folder: Path) -> dict[str, float]:
    """For each language the weight of a negation as such with which no more of the news than `RATE` are reported."""
    rows = list(news(folder, 1))
    told = {language: [find_negations(sentence(row[language], language)) for row in rows] for language in LANGUAGES}
    result = {}
    for language in LANGUAGES:
        others = [told[other] for other in LANGUAGES if other != language]
        found = [evidence(ours, theirs) for facts in others for ours, theirs in zip(told[language], facts, strict=True)]
        unanswered = sorted((value for value in found if value is not None), reverse=True)
        base = floor(10 * (THRESHOLDS.negated_surely - unanswered[int(RATE * len(found))] - JUST) + 0.01) / 10
        weights = [fact.weight for facts in told[language] for fact in facts if isinstance(fact, Negation)]
        plain = median(weights) == 0 and sum(value >= 0 for value in unanswered) <= RATE_OF_PLAIN * len(found)
        result[language] = max(base, THRESHOLDS.negated_surely) if plain else base
    return result


def sentence(text: str, language: str) -> Sentence:
    return Sentence(Span(Document(language, text), 0, len(text)), language)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    options = parser.parse_args()
    rows: list[tuple[str, ...]] = []
    for language, found in samples(options.shared / "parallel").items():
        _, words = learn(found.answers)
        _, beside = learn(found.single)
        hints = [("hint", said, weight) for said, weight in weighed(language, found.hinted)]
        hints += [("denial", said, weight) for said, weight in words if weight >= LEAST]
        kept = [("negation", feature, weight) for feature, weight in beside if abs(weight) >= LEAST_KEPT]
        rows += [(language, kind, feature, f"{weight:.1f}") for kind, feature, weight in (*hints, *kept)]
        print(language, len(found.answers), len(hints), len(found.single), len(kept), flush=True)
    write_packs("negation_weights.tsv", HEAD, rows)
    rows += [(language, "negation", "", f"{base:.1f}") for language, base in bases(options.shared / "parallel").items()]
    write_packs("negation_weights.tsv", HEAD, rows)


if __name__ == "__main__":
    main()
