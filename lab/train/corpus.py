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

# What one epoch takes of a pair of languages: rows of a data set at most, drawn anew each time, and
# how often each. News counts most, the many short sentences and the word lists least.
TATOEBA = "tatoeba"
DATASETS = {
    "tatoeba_manythings": TATOEBA,
    "tatoeba_challenge": TATOEBA,
    "tanaka_enja": TATOEBA,
}
MOST = {
    TATOEBA: 10_000,
    "bible": 3_000,
    "pivot": 8_000,
    "cedict": 60_000,
    "wordnet": 3_000,
    "places": 1_500,
}
MOST_OF_PAIR = {("en", "es", TATOEBA): 40_000, ("en", "zh", "bible"): 8_000}
SCARCE = frozenset({"ko", "id", "ar"})
MOST_SCARCE = {"bible": 8_000, "wordnet": 6_000}
REPEATS = {"alt_wikinews": 3, "tico19": 2}
FOCUS = frozenset({"en", "vi", "es", "zh"})
REPEATS_FOCUS = {"ntrex_train": 3, "tico19": 3, "xquad": 2, "hf_course": 2, "d2l_vn": 2, "pivot": 2}
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
    _sentences(corpus, shared / "parallel", view)
    _pivots(corpus)
    _news(corpus, news(shared), view, held_out)
    _words(corpus, shared / "lexicon", view, chance)
    return corpus


def news(shared: Path) -> list[dict[str, str]]:
    """The lines of the NTREX training documents, `doc_id` and 12 languages."""
    return list(table(shared / "parallel" / "ntrex_train.nway.tsv.gz"))


def _sentences(corpus: Corpus, folder: Path, view: Callable[[str], str]) -> None:
    for pair in PAIRS:
        path = folder / f"{pair[0]}-{pair[1]}.tsv.gz"
        if path.exists():
            for row in table(path):
                dataset = DATASETS.get(row["dataset"], row["dataset"])
                corpus.add(pair, dataset, view(row[pair[0]]), view(row[pair[1]]))


def _pivots(corpus: Corpus) -> None:
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
        corpus.rows[pair]["pivot"] = sorted(joined[pair] - known)


def _news(
    corpus: Corpus,
    lines: list[dict[str, str]],
    view: Callable[[str], str],
    held_out: frozenset[str],
) -> None:
    for row in lines:
        if row["doc_id"] not in held_out:
            for pair in PAIRS:
                corpus.add(pair, "ntrex_train", view(row[pair[0]]), view(row[pair[1]]))


def _words(corpus: Corpus, folder: Path, view: Callable[[str], str], chance: random.Random) -> None:
    for row in table(folder / "cc-cedict.en-zh.tsv.gz"):
        corpus.add(("en", "zh"), "cedict", view(row["en"]), view(row["zh"]))
    tables = {
        "cldr": sorted((folder / "cldr").glob("*.tsv")),
        "places": [folder / "naturalearth_places.nway.tsv.gz"],
        "wordnet": [folder / "omw_synsets.nway.tsv.gz"],
    }
    for dataset, paths in tables.items():
        for row in itertools.chain.from_iterable(table(path) for path in paths):
            words = {
                language: view(chance.choice(row[language].split("|"))) for language in LANGUAGES if row.get(language)
            }
            for pair in itertools.combinations(words, 2):
                corpus.add(pair, dataset, words[pair[0]], words[pair[1]])


def epoch(corpus: Corpus, pair: tuple[str, str], chance: random.Random) -> list[np.ndarray]:
    """Rows of one pair for one epoch: (n, 2) arrays of text ids, one a data set, in reading order."""
    most = MOST | (MOST_SCARCE if SCARCE.intersection(pair) else {})
    repeats = REPEATS | (REPEATS_FOCUS if FOCUS.issuperset(pair) else {})
    found = []
    for name, rows in corpus.rows[pair].items():
        cap = MOST_OF_PAIR.get((*pair, name), most.get(name, len(rows)))
        if len(rows) > cap:
            rows = [rows[i] for i in sorted(chance.sample(range(len(rows)), cap))]
        if rows:
            found += [np.array(rows, dtype=np.int64)] * repeats.get(name, 1)
    return found


def groups(corpus: Corpus) -> list[list[str]]:
    """The texts by language and data set, each once, for the tokenizer."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for pair, datasets in corpus.rows.items():
        for name, rows in datasets.items():
            for language, side in zip(pair, zip(*rows, strict=True), strict=False):
                found[language, name].update(side)
    return [[corpus.texts[i] for i in sorted(found[key])] for key in sorted(found)]


def characters(shared: Path) -> dict[str, str]:
    """Characters that the encoder's view replaces: spelling.tsv, then traditional Chinese."""
    found = {}
    for row in table(Path(__file__).with_name("spelling.tsv")):
        found[_decoded(row["from"])] = _decoded(row["to"])
    for row in table(shared / "hanviet" / "trad2simp_chars.tsv"):
        found[row["trad"]] = row["simp"]
    return found


def _decoded(code_points: str) -> str:
    return "".join(chr(int(point.removeprefix("U+"), 16)) for point in code_points.split())
