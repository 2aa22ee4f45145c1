"""Matching measured on NTREX: document retrieval, events among distractors, and how articles are related.

    python lab/bench/match.py --shared ../shared          the tables, on the development documents
    python lab/bench/match.py --shared ../shared --fit    the weights, fitted on the training documents

The encoder was trained on the training documents; for the fit their vectors are blurred until translations are as far
apart as those of text it has never seen. Peers get the same vectors, and the threshold that suits them best on each
collection; they need scikit-learn.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from match_news import (
    CLEAN,
    HARD,
    LANGUAGES,
    MEDIUM,
    Press,
    b_cubed,
    collection,
    distracted,
    documents,
)
from sklearn.cluster import HDBSCAN, AgglomerativeClustering

from xlcheck.embed import load
from xlcheck.match import Profile, Score, match, rarities, scores
from xlcheck.model import Article

Rows = dict[str, list[dict[str, str]]]
Collection = tuple[list[int], list[str], list[Article], list[np.ndarray]]
NOISES = (("clean", CLEAN), ("30 % noise", MEDIUM), ("50 % noise", HARD))
SEEDS = 3


def retrieval(found: Rows, press: Press, languages: Sequence[str]) -> dict[tuple[str, str], float]:
    """Top-1 of every document among all of the other language, both directions averaged."""
    profiles = {
        language: [
            Profile.of(*press.article([(language, row[language]) for row in rows], None, False))
            for rows in found.values()
        ]
        for language in languages
    }
    accuracy, count = {}, len(found)
    pairs = [(i, count + j) for i in range(count) for j in range(count)]
    for one, other in combinations(languages, 2):
        both = [*profiles[one], *profiles[other]]
        odds = np.array([s.log_odds for s in scores(both, pairs, rarities(both))]).reshape(count, count)
        right = np.arange(count)
        accuracy[one, other] = float(((odds.argmax(0) == right).mean() + (odds.argmax(1) == right).mean()) / 2)
    return accuracy


def peers(vectors: Sequence[np.ndarray]) -> Iterator[tuple[str, list[np.ndarray]]]:
    """Labels for each of a peer's thresholds."""
    means = np.stack([rows.sum(axis=0) for rows in vectors])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    apart = np.clip(1 - means.astype(float) @ means.T, 0, 2)
    steps = np.arange(0.05, 0.95, 0.05)
    for title, linkage in (("connected components", "single"), ("average linkage", "average")):
        cut = [
            AgglomerativeClustering(None, metric="precomputed", linkage=linkage, distance_threshold=s) for s in steps
        ]
        yield title, [model.fit_predict(apart) for model in cut]
    models = [HDBSCAN(2, min_samples=least, metric="precomputed", copy=True) for least in (1, 2, 3, 5)]
    yield "HDBSCAN", [model.fit_predict(apart) for model in models]


def groups_of(labels: np.ndarray) -> list[list[int]]:
    """Groups of a labelling; -1 is alone."""
    named = [(int(label), at if label < 0 else -1) for at, label in enumerate(labels)]
    return [[at for at, name in enumerate(named) if name == one] for one in dict.fromkeys(named)]


def measured(made: Collection, chance: np.random.Generator, most: int = 20_000) -> Iterator[tuple[str, Score]]:
    """Scores of pairs: of the `same` event, of events of one document (`near`), and of others (`far`)."""
    labels, names, articles, vectors = made
    profiles = [Profile.of(article, rows) for article, rows in zip(articles, vectors, strict=True)]
    kinds: dict[str, list[tuple[int, int]]] = {"same": [], "near": [], "far": []}
    for a, b in combinations(range(len(labels)), 2):
        kinds["same" if labels[a] == labels[b] else "near" if names[a] == names[b] else "far"].append((a, b))
    for kind, pairs in kinds.items():
        some = [pairs[at] for at in chance.permutation(len(pairs))[:most]]
        yield from ((kind, found) for found in scores(profiles, some, rarities(profiles)))


def fit(found: Rows, press: Press) -> None:
    """Logistic regression (Newton's method) of same against near and far, without dates, one pair in four the same.

    What two texts look alike in one language is held: no event has two reports in one language here.
    """
    kinds, features, held, chance = [], [], [], np.random.default_rng(0)
    for seed, noise in enumerate((CLEAN, MEDIUM, HARD)):
        for make in (collection, distracted):
            for kind, s in measured(make(found, press, noise, 0.0, 4, seed), chance):
                kinds.append(kind)
                features.append((s.coverage, s.numbers, s.names, 1.0))
                held.append(s.parts["same language"])
    kind, x, offset = np.array(kinds), np.array(features), np.array(held)
    y = (kind == "same").astype(float)
    w = sum((kind == k) * share / (kind == k).mean() for k, share in (("same", 0.25), ("near", 0.375), ("far", 0.375)))
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights - offset))
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.eye(len(weights)) * 1e-3
        weights -= np.linalg.solve(hessian, x.T @ (w * (p - y)) + 1e-3 * weights)
    print("coverage, numbers, names, prior:", weights.round(2))
    odds = x @ weights + offset
    for name in ("same", "near", "far"):
        quantiles = np.quantile(odds[kind == name], [0.01, 0.1, 0.5, 0.9, 0.99]).round(2)
        print(f"{name:5} log odds quantiles .01 .1 .5 .9 .99:", quantiles)


def events(title: str, make: Callable[[int], Collection]) -> None:
    """One line: B-cubed of ours over the seeds, and F1 of the peers with their best threshold."""
    ours, seconds, best = [], 0.0, []
    for seed in range(SEEDS):
        labels, _, articles, vectors = make(seed)
        began = time.perf_counter()
        groups = match(articles, vectors)
        seconds += time.perf_counter() - began
        ours.append(b_cubed(labels, groups))
        best.append([max(b_cubed(labels, groups_of(cut))[2] for cut in cuts) for _, cuts in peers(vectors)])
    p, r, f = np.mean(ours, axis=0)
    rivals = np.mean(best, axis=0)
    told = " ".join(f"{rival:.3f}" for rival in rivals)
    ratio = (1 - f) / max(1 - rivals.max(), 1e-9)
    print(
        f"  {title:42} {len(labels):4} articles {p:.3f} {r:.3f} {f:.3f}  {seconds / SEEDS:5.2f} s"
        f"   {told}   error {ratio:.2f} of the best peer's",
        flush=True,
    )


def tables(train: Rows, dev: Rows, press: Press) -> None:
    for title, found, columns in (("development", dev, (*LANGUAGES, "zh_TW")), ("training", train, LANGUAGES)):
        accuracy = retrieval(found, press, columns)
        mean, least = np.mean(list(accuracy.values())), min(accuracy.values())
        print(f"{title} documents, {len(found)}: top-1 {mean:.4f}, mean of {len(accuracy)} pairs, least {least:.4f}")
    print("events, B-cubed precision, recall, F1; F1 of connected components, average linkage, HDBSCAN of mean vectors")
    for make, kind in ((collection, "halves"), (distracted, "1 event : 3 distractors")):
        for versions in (2, 6, 12) if make is collection else (12,):
            for noisy, noise in NOISES:
                for dated in (0.0, 0.5, 1.0):
                    title = f"{kind}, {versions} languages, {noisy}, {dated:.0%} dated"
                    events(title, lambda seed, a=(dev, press, noise, dated, versions), m=make: m(*a, seed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--model", help="a sentence-transformers model instead of our own")
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    encoder = load(given.model)
    train = documents(given.shared / "parallel" / "ntrex_train.nway.tsv.gz")
    if given.fit:
        texts = [row[language] for rows in train.values() for row in rows for language in LANGUAGES]
        fit(train, Press(encoder, texts))
    else:
        tables(train, documents(given.shared / "dev" / "ntrex_dev.nway.tsv.gz"), Press(encoder))


if __name__ == "__main__":
    main()
