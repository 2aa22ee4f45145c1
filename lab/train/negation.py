"""Learn which words answer to a negation in another language: `xlcheck/find/data/negation_weights.tsv`.

    python lab/train/negation.py --shared ../shared

For each language, over its sentences without a negation in all pairs of `parallel/`: a logistic
regression (L1) of the other side's being negated on the sentence's words, their beginnings and pairs of words, or on
stretches of characters (see `features`). Words that make it likelier are kept, with their log-odds. And over its
sentences with a single negation: the same on what stands beside the negation (see `contexts`), which tells 不是 from
不败 and not from "không phù hợp", unsuitable. The hints of the lexicon, too many and too rare for a regression, get the
log-odds that the sentences they stand in have a negated counterpart, against those of all, drawn to `HINTED`: “un*” of
German is a hint in unmöglich and none in und.
"""

import argparse
import gzip
import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from xlcheck.find.negation import contexts, features, negations

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
MOST = 8000
"""Sentences of one dataset and language pair."""
LEAST_SEEN = 6
"""Different sentences with a negated counterpart that a word stands in."""
STRENGTH = 0.3
"""C of the regression: the smaller, the fewer words."""
LEAST = 0.5
"""Log-odds from which a word is written down."""
LEAST_KEPT = 0.1
HINTED, PSEUDO = 4.0, 3
"""Log-odds of a hint that was never seen, and how many sentences that counts."""
LEAST_LEARNT = 0.5
LEFT_OUT = ("bible",)


def pairs(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Languages and texts of both sides."""
    chance = random.Random(6)
    for path in sorted(folder.glob("??-??.tsv.gz")):
        one, other = path.name.split(".")[0].split("-")
        by_set: dict[str, list[tuple[str, str]]] = {}
        for line in gzip.decompress(path.read_bytes()).decode().splitlines()[1:]:
            first, second, name, _ = line.split("\t")
            by_set.setdefault(name, []).append((first, second))
        for name, rows in sorted(by_set.items()):
            if name not in LEFT_OUT:
                yield from ((one, other, *row) for row in chance.sample(rows, min(MOST, len(rows))))


Rows = list[tuple[str, bool]]
"""Sentences, and whether the other side is negated."""


@dataclass(frozen=True)
class Samples:
    """One language's sentences, and whether the other side is negated.

    `without` a negation or a hint; with a `single` negation, only where the other side is negated, or has nothing at
    all that might say no; `unsaid`: all that are not negated, by the hints that they have.
    """

    without: Rows = field(default_factory=list)
    single: Rows = field(default_factory=list)
    unsaid: list[tuple[set[str], bool]] = field(default_factory=list)


def samples(folder: Path) -> dict[str, Samples]:
    result = {language: Samples() for language in LANGUAGES}
    known: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one, other, *sides in pairs(folder):
        first, second = (unicodedata.normalize("NFC", side).lower().replace("’", "'") for side in sides)
        for key in ((first, one), (second, other)):
            if key not in known:
                known[key] = [(key[0][start:end].strip(), kind) for start, end, kind in negations(*key)]
        for text, language, theirs in ((first, one, known[second, other]), (second, other, known[first, one])):
            ours = [kind for _, kind in known[text, language]]
            negated = any(kind == "not" for _, kind in theirs)
            if not ours:
                result[language].without.append((text, negated))
            elif ours.count("not") == 1 and (negated or not theirs):
                result[language].single.append((text, negated))
            if "not" not in ours:
                hints = {said for said, kind in known[text, language] if kind == "hint"}
                result[language].unsaid.append((hints, negated))
    return result


def weighed(rows: Sequence[tuple[set[str], bool]]) -> list[tuple[str, float]]:
    """The log-odds of a negated counterpart that each hint adds, where they are not those of an unseen one."""
    usual = sum(negated for _, negated in rows) / len(rows)
    seen, answered = Counter[str](), Counter[str]()
    for hints, negated in rows:
        seen.update(hints)
        if negated:
            answered.update(hints)
    weights = (
        (said, log((answered[said] / usual + PSEUDO * exp(HINTED)) / (seen[said] + PSEUDO))) for said in sorted(seen)
    )
    return [(said, weight) for said, weight in weights if abs(weight - HINTED) >= LEAST_LEARNT]


def bag_of_words(text: str, language: str) -> set[str]:
    return {feature for feature, _, _ in features(text, language)}


def bag_of_negation(text: str, language: str) -> set[str]:
    """What stands beside the one negation of a sentence."""
    return {
        context
        for start, end, kind in negations(text, language)
        if kind == "not"
        for context in contexts(text, language, start, end)
        if context
    }


def learn(language: str, rows: Rows, bag: Callable[[str, str], set[str]]) -> tuple[float, list[tuple[str, float]]]:
    """The log-odds of a negated counterpart with none of the features, and what each of them adds."""
    bags = [bag(text, language) for text, _ in rows]
    seen: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for text, negated in dict.fromkeys(rows):
        seen[negated].update(bag(text, language))
    either = {feature for counts in seen.values() for feature, count in counts.items() if count >= LEAST_SEEN}
    vectorizer = CountVectorizer(analyzer=list, vocabulary=sorted(either))
    model = LogisticRegression(solver="liblinear", l1_ratio=1.0, C=STRENGTH, random_state=0)
    model.fit(vectorizer.transform(bags), [negated for _, negated in rows])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return float(model.intercept_[0]), [(feature, float(weight)) for feature, weight in named]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("xlcheck/find/data/negation_weights.tsv"))
    options = parser.parse_args()
    lines = ["language\tkind\tfeature\tweight"]
    for language, found in samples(options.shared / "parallel").items():
        _, words = learn(language, found.without, bag_of_words)
        base, beside = learn(language, found.single, bag_of_negation)
        hints = [("hint", said, weight) for said, weight in weighed(found.unsaid)]
        hints += [("denial", feature, weight) for feature, weight in words if weight >= LEAST]
        kept = [("negation", feature, weight) for feature, weight in (("", base), *beside) if abs(weight) >= LEAST_KEPT]
        lines += [f"{language}\t{kind}\t{feature}\t{weight:.1f}" for kind, feature, weight in (*hints, *kept)]
        print(language, len(found.without), len(hints), len(found.single), f"{base:.2f}", len(kept), flush=True)
    options.out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
