"""Matching measured on NTREX: document retrieval, and events among distractors.

    python lab/bench/match.py --shared ../shared          the tables, on the development documents
    python lab/bench/match.py --shared ../shared --fit    the weights, fitted on the training documents

An event is half of a document in several languages: the other half, on the same people, is another
event. Noise: sentences left out, others' sentences put in, a stretch in a third language. Dates:
every event has a day; versions say it, are published on it or the day after, or say nothing.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.match import Profile, Score, match, rarities, score
from xlcheck.model import Article, Document, Fact, Glossary, Sentence, Span

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
Line = tuple[str, str]
"""Language and text."""


@dataclass(frozen=True)
class Noise:
    """Shares of sentences left out and of foreign ones put in; how often a third language."""

    drop: float = 0.0
    add: float = 0.0
    mixed: float = 0.0


CLEAN, MEDIUM, HARD = Noise(), Noise(0.3, 0.3, 0.25), Noise(0.5, 0.5, 0.25)


def documents(path: Path) -> dict[str, list[dict[str, str]]]:
    """Rows by document, in reading order."""
    found = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["doc_id"]].append(row)
    return dict(found)


class Press:
    """Makes articles and their vectors out of lines; each line is searched and encoded once."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder, self.finder = encoder, Finder(Glossary())
        self.known: dict[Line, tuple[np.ndarray, tuple[Fact, ...]]] = {}

    def article(self, lines: Sequence[Line], day: date | None, told: bool) -> tuple[Article, np.ndarray]:
        """An article of lines; `told`: its first sentence says the day it is published on."""
        text = "\n".join(text for _, text in lines)
        document = Document("-", text, lines[0][0], day)
        sentences, rows, at = [], [], 0
        for line in lines:
            row, facts = self._line(line)
            span = Span(document, at, at + len(line[1]))
            if day and told and not sentences:
                facts = (*facts, Fact("date", (day.year, day.month, day.day), span))
            sentences.append(Sentence(span, line[0], facts=facts))
            rows.append(row)
            at += len(line[1]) + 1
        return Article(document, lines[0][0], tuple(sentences)), np.stack(rows)

    def _line(self, line: Line) -> tuple[np.ndarray, tuple[Fact, ...]]:
        if line not in self.known:
            language, text = line
            span = Span(Document("-", text), 0, len(text))
            found = self.finder.find(Sentence(span, language.replace("_", "-")), None)
            self.known[line] = self.encoder.encode([text])[0], found.facts
        return self.known[line]


def halves(found: dict[str, list[dict[str, str]]], least: int = 5) -> list[tuple[str, list[dict[str, str]]]]:
    """Events: halves of documents of at least `least` lines, whole documents where shorter."""
    events = []
    for name, rows in found.items():
        middle = len(rows) // 2
        parts = [rows[:middle], rows[middle:]] if middle >= least else [rows]
        events += [(name, part) for part in parts if len(part) >= least]
    return events


def version(
    rows: Sequence[dict[str, str]],
    others: Sequence[dict[str, str]],
    language: str,
    noise: Noise,
    chance: random.Random,
) -> list[Line]:
    """One article on an event: some of its lines in a language, with noise."""
    kept = [row for row in rows if chance.random() >= noise.drop] or list(rows[:1])
    for row in chance.choices(others, k=round(len(kept) * noise.add / (1 - noise.add))):
        kept.insert(chance.randrange(len(kept) + 1), row)
    spoken = [language] * len(kept)
    if chance.random() < noise.mixed:
        third, start = chance.choice(LANGUAGES), chance.randrange(len(kept))
        stretch = range(start, min(len(kept), start + len(kept) // 2))
        for at in stretch:
            spoken[at] = third
    return [(tongue, row[tongue]) for tongue, row in zip(spoken, kept, strict=True)]


def collection(
    found: dict[str, list[dict[str, str]]],
    press: Press,
    noise: Noise,
    dated: float,
    versions: int,
    seed: int,
) -> tuple[list[int], list[str], list[Article], list[np.ndarray]]:
    """Events, the documents that they come from, articles and vectors.

    `dated`: share of articles with a date. Events are spread over 60 days, the two halves of a
    document a few days apart.
    """
    chance = random.Random(seed)
    labels, names, articles, vectors = [], [], [], []
    first_days = {name: date(2026, 1, 1) + timedelta(chance.randrange(60)) for name in found}
    for label, (name, rows) in enumerate(halves(found)):
        others = [row for other, part in found.items() if other != name for row in part]
        day = first_days[name] + timedelta(chance.randrange(2, 10) if rows is not found[name] and label % 2 else 0)
        for language in chance.sample(LANGUAGES, versions):
            lines = version(rows, others, language, noise, chance)
            told = chance.random() < 0.5
            printed = day if told else day + timedelta(chance.choice([0, 0, 1]))
            given = printed if chance.random() < dated else None
            article, row = press.article(lines, given, told)
            labels.append(label)
            names.append(name)
            articles.append(article)
            vectors.append(row)
    return labels, names, articles, vectors


def b_cubed(labels: Sequence[int], groups: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998)."""
    of = {member: set(group) for group in groups for member in group}
    true = defaultdict(set)
    for at, label in enumerate(labels):
        true[label].add(at)
    precision = np.mean([len(of[at] & true[label]) / len(of[at]) for at, label in enumerate(labels)])
    recall = np.mean([len(of[at] & true[label]) / len(true[label]) for at, label in enumerate(labels)])
    return float(precision), float(recall), float(2 * precision * recall / (precision + recall))


def retrieval(
    found: dict[str, list[dict[str, str]]], press: Press, languages: Sequence[str]
) -> dict[tuple[str, str], float]:
    """Top-1 of every document among all of the other language, both directions averaged."""
    profiles = {
        language: [
            Profile.of(*press.article([(language, row[language]) for row in rows], None, False))
            for rows in found.values()
        ]
        for language in languages
    }
    accuracy = {}
    for one, other in combinations(languages, 2):
        rarity = rarities([*profiles[one], *profiles[other]])
        odds = np.array([[score(a, b, rarity).log_odds for b in profiles[other]] for a in profiles[one]])
        right = np.arange(len(odds))
        accuracy[one, other] = float(((odds.argmax(0) == right).mean() + (odds.argmax(1) == right).mean()) / 2)
    return accuracy


def measured(
    labels: Sequence[int], names: Sequence[str], articles: Sequence[Article], vectors: Sequence[np.ndarray]
) -> Iterator[tuple[str, Score]]:
    """Every pair's score: of the `same` event, of the other half (`near`), of other documents (`far`)."""
    profiles = [Profile.of(article, rows) for article, rows in zip(articles, vectors, strict=True)]
    rarity = rarities(profiles)
    for a, b in combinations(range(len(labels)), 2):
        kind = "same" if labels[a] == labels[b] else "near" if names[a] == names[b] else "far"
        yield kind, score(profiles[a], profiles[b], rarity)


def fit(found: dict[str, list[dict[str, str]]], press: Press) -> None:
    """Logistic regression (Newton's method) of same against near and far, without dates."""
    kinds, features = [], []
    for seed, noise in enumerate((CLEAN, MEDIUM, HARD)):
        for kind, s in measured(*collection(found, press, noise, 0.0, 3, seed)):
            kinds.append(kind)
            features.append((s.coverage, s.same_language, s.numbers, s.names, 1.0))
    kind, x = np.array(kinds), np.array(features)
    y = (kind == "same").astype(float)
    w = sum((kind == k) * share / (kind == k).mean() for k, share in (("same", 0.5), ("near", 0.25), ("far", 0.25)))
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.eye(len(weights)) * 1e-3
        weights -= np.linalg.solve(hessian, x.T @ (w * (p - y)) + 1e-3 * weights)
    print("coverage, same language, numbers, names, constant:", weights.round(2))
    odds = x @ weights
    for name in ("same", "near", "far"):
        print(
            f"{name:5} log odds quantiles .01 .1 .5 .9 .99:",
            np.quantile(odds[kind == name], [0.01, 0.1, 0.5, 0.9, 0.99]).round(2),
        )


def tables(found: dict[str, list[dict[str, str]]], press: Press) -> None:
    columns = (*LANGUAGES, "zh_TW")
    accuracy = retrieval(found, press, columns)
    mean = np.mean(list(accuracy.values()))
    print(f"document retrieval, {len(found)} documents: top-1 {mean:.4f}, mean over {len(accuracy)} pairs")
    print("  below 1:", {pair: round(value, 3) for pair, value in accuracy.items() if value < 1})
    print("\nevents: B-cubed precision, recall, F1")
    for versions in (2, 6, 12):
        for title, noise in (("clean", CLEAN), ("30 % noise", MEDIUM), ("50 % noise", HARD)):
            for dated in (0.0, 0.5, 1.0):
                figures = []
                for seed in range(3):
                    labels, _, articles, vectors = collection(found, press, noise, dated, versions, seed)
                    began = time.perf_counter()
                    groups = match(articles, vectors)
                    seconds = time.perf_counter() - began
                    figures.append(b_cubed(labels, groups))
                p, r, f = np.mean(figures, axis=0)
                print(
                    f"  {versions:2} languages, {title:10}, {dated:4.0%} dated, {len(labels):3} articles:"
                    f"  {p:.3f} {r:.3f} {f:.3f}   {seconds:.2f} s"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--model", help="a sentence-transformers model instead of our own")
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    press = Press(load(given.model))
    if given.fit:
        fit(documents(given.shared / "parallel" / "ntrex_train.nway.tsv.gz"), press)
    else:
        tables(documents(given.shared / "dev" / "ntrex_dev.nway.tsv.gz"), press)


if __name__ == "__main__":
    main()
