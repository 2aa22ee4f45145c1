"""The training text: sentence and word pairs by language pair, read from the shared folder."""

import csv
import gzip
import itertools
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
PAIRS = tuple(itertools.combinations(LANGUAGES, 2))

# How often a row of a data set is seen in one epoch: more for news, less for the many short sentences.
REPEATS = {
    "alt_wikinews": 3,
    "ntrex_train": 3,
    "tico19": 2,
}
MOST_TATOEBA, MOST_TATOEBA_EN_ES = 12_000, 60_000
MOST_PIVOT, MOST_WORDNET, MOST_CEDICT, MOST_PLACES = 8_000, 4_000, 80_000, 2_000
PIVOT_LEAST_CHARACTERS = 15


@dataclass
class Corpus:
    """Texts, each once, and rows of (source text, target text) by pair of languages and data set."""

    texts: list[str] = field(default_factory=list)
    rows: dict[tuple[str, str], dict[str, list[tuple[int, int]]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _ids: dict[str, int] = field(default_factory=dict)

    def text(self, text: str) -> int:
        if text not in self._ids:
            self._ids[text] = len(self.texts)
            self.texts.append(text)
        return self._ids[text]

    def add(self, pair: tuple[str, str], dataset: str, source: str, target: str) -> None:
        if source and target:
            self.rows[pair][dataset].append((self.text(source), self.text(target)))


def table(path: Path) -> Iterator[dict[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def read(shared: Path, view: Callable[[str], str], held_out: frozenset[str], seed: int) -> Corpus:
    """Read everything; `held_out` names NTREX training documents to leave out (for trials)."""
    corpus, chance = Corpus(), random.Random(seed)
    _sentences(corpus, shared / "parallel", view, chance)
    _pivots(corpus, chance)
    _news(corpus, shared / "parallel" / "ntrex_train.nway.tsv.gz", view, held_out)
    _words(corpus, shared / "lexicon", view, chance)
    return corpus


def _sample(rows: list, most: int, chance: random.Random) -> list:
    """At most `most` rows, in their order."""
    if len(rows) <= most:
        return rows
    return [rows[i] for i in sorted(chance.sample(range(len(rows)), most))]


def _sentences(corpus: Corpus, folder: Path, view: Callable[[str], str], chance: random.Random) -> None:
    for pair in PAIRS:
        path = folder / f"{pair[0]}-{pair[1]}.tsv.gz"
        if path.exists():
            for row in table(path):
                corpus.add(pair, row["dataset"], view(row[pair[0]]), view(row[pair[1]]))


def _pivots(corpus: Corpus, chance: random.Random) -> None:
    """Join translations of one English sentence: en-vi and en-ko give vi-ko."""
    spoken: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for (first, second), datasets in corpus.rows.items():
        if first == "en":
            for rows in datasets.values():
                for source, target in rows:
                    if len(corpus.texts[source]) >= PIVOT_LEAST_CHARACTERS:
                        spoken[source][second].add(target)
    joined: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for by_language in spoken.values():
        for first, second in itertools.combinations(LANGUAGES[1:], 2):
            if first in by_language and second in by_language:
                joined[first, second].add((min(by_language[first]), min(by_language[second])))
    for pair in PAIRS:
        known = {row for rows in corpus.rows[pair].values() for row in rows}
        rows = sorted(joined[pair] - known)
        corpus.rows[pair]["pivot"] = _sample(rows, MOST_PIVOT, chance)


def _news(corpus: Corpus, path: Path, view: Callable[[str], str], held_out: frozenset[str]) -> None:
    for row in table(path):
        if row["doc_id"] not in held_out:
            for pair in PAIRS:
                corpus.add(pair, "ntrex_train", view(row[pair[0]]), view(row[pair[1]]))


def _words(corpus: Corpus, folder: Path, view: Callable[[str], str], chance: random.Random) -> None:
    cedict = [(row["en"], row["zh"]) for row in table(folder / "cc-cedict.en-zh.tsv.gz")]
    for english, chinese in _sample(cedict, MOST_CEDICT, chance):
        corpus.add(("en", "zh"), "cedict", view(english), view(chinese))
    tables = {"cldr": sorted((folder / "cldr").glob("*.tsv"))}
    tables["places"] = [folder / "naturalearth_places.nway.tsv.gz"]
    tables["wordnet"] = [folder / "omw_synsets.nway.tsv.gz"]
    most = {"cldr": 10_000, "places": MOST_PLACES, "wordnet": MOST_WORDNET}
    for dataset, paths in tables.items():
        found = defaultdict(list)
        for row in itertools.chain.from_iterable(table(path) for path in paths):
            words = {
                language: chance.choice(row[language].split("|"))
                for language in LANGUAGES
                if row.get(language)
            }
            for pair in PAIRS:
                if pair[0] in words and pair[1] in words:
                    found[pair].append((words[pair[0]], words[pair[1]]))
        for pair in PAIRS:
            for source, target in _sample(found[pair], most[dataset], chance):
                corpus.add(pair, dataset, view(source), view(target))


TATOEBA = ("tatoeba_manythings", "tatoeba_challenge", "tanaka_enja")


def epoch(corpus: Corpus, pair: tuple[str, str], chance: random.Random) -> list[np.ndarray]:
    """Rows of one pair for one epoch: (n, 2) arrays of text ids, one a data set, in reading order."""
    datasets = dict(corpus.rows[pair])
    short = [row for name in TATOEBA for row in datasets.pop(name, ())]
    most = MOST_TATOEBA_EN_ES if pair == ("en", "es") else MOST_TATOEBA
    datasets["tatoeba"] = _sample(short, most, chance)
    return [
        np.array(rows, dtype=np.int64)
        for name, rows in datasets.items()
        for _ in range(REPEATS.get(name, 1))
        if rows
    ]
