"""News articles in many languages made out of NTREX documents, with noise, dates and distractors.

An event is half of a document in several languages: the other half, on the same people, is another event. Noise:
sentences left out, others' sentences put in, a stretch in a third language. Dates: every event has a day; versions say
it, are published on it or the day after, or say nothing.
"""

from __future__ import annotations

import csv
import gzip
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np

from xlcheck.embed import Encoder
from xlcheck.find import Finder
from xlcheck.model import Article, Document, Facts, Glossary, Sentence, Span
from xlcheck.model.facts import Day

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
BLUR = (0.3, 1.2)
"""Training sentences and their translations have a median cosine of .77, blurred .5, as unseen news have."""
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

    def __init__(self, encoder: Encoder, blur: Sequence[str] = ()) -> None:
        """With `blur`, vectors are mixed with those of these texts: as far apart as of text never trained on."""
        self.encoder, self.finder = encoder, Finder(Glossary())
        self.mist = encoder.encode(blur) if blur else None
        self.known: dict[Line, tuple[np.ndarray, Facts]] = {}

    def article(self, lines: Sequence[Line], day: date | None, told: bool) -> tuple[Article, np.ndarray]:
        """An article of lines; `told`: its first sentence says the day it is published on."""
        text = "\n".join(text for _, text in lines)
        document = Document("-", text, lines[0][0], day)
        sentences, rows, at = [], [], 0
        for line in lines:
            row, facts = self._line(line)
            span = Span(document, at, at + len(line[1]))
            if day and told and not sentences:
                facts = Facts((*facts, Day(span, day.year, day.month, day.day)))
            sentences.append(Sentence(span, line[0], facts=facts))
            rows.append(row)
            at += len(line[1]) + 1
        return Article(document, lines[0][0], tuple(sentences)), np.stack(rows)

    def _line(self, line: Line) -> tuple[np.ndarray, Facts]:
        if line not in self.known:
            language, text = line
            span = Span(Document("-", text), 0, len(text))
            found = self.finder.find(Sentence(span, language.replace("_", "-")), None)
            self.known[line] = self._vector(line), found.facts
        return self.known[line]

    def _vector(self, line: Line) -> np.ndarray:
        row = self.encoder.encode([line[1]])[0]
        if self.mist is None:
            return row
        chance = random.Random("".join(line))
        mixed = row + chance.uniform(*BLUR) * self.mist[chance.randrange(len(self.mist))]
        return (mixed / max(np.linalg.norm(mixed), 1e-9)).astype(np.float32)


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
    first_days = {name: date(2026, 1, 1) + timedelta(chance.randrange(60)) for name in found}
    events = halves(found)
    days = [
        first_days[name] + timedelta(chance.randrange(2, 10) if rows is not found[name] and label % 2 else 0)
        for label, (name, rows) in enumerate(events)
    ]
    return _printed(events, days, found, press, noise, dated, versions, chance)


def distracted(
    found: dict[str, list[dict[str, str]]],
    press: Press,
    noise: Noise,
    dated: float,
    versions: int,
    seed: int,
) -> tuple[list[int], list[str], list[Article], list[np.ndarray]]:
    """Events among three times as many distractors, as `collection` gives them.

    An event is a quarter of a document. The other quarters, each recombined line by line with one of the next document,
    are other events about the same people. No line is in two.
    """
    chance = random.Random(seed)
    quarters = {name: _quarters(rows, chance) for name, rows in found.items() if len(rows) >= 16}
    names = list(quarters)
    events = [(name, quarters[name][0]) for name in names]
    for name, following in zip(names, names[1:] + names[:1], strict=True):
        rests = zip(quarters[name][1:], quarters[following][1:], strict=True)
        events += [(name, [*one[::2], *other[1::2]]) for one, other in rests]
    days = [date(2026, 1, 1) + timedelta(chance.randrange(60)) for _ in events]
    return _printed(events, days, found, press, noise, dated, versions, chance)


def _quarters(rows: list[dict[str, str]], chance: random.Random) -> list[list[dict[str, str]]]:
    cuts = [round(part * len(rows) / 4) for part in range(5)]
    quarters = [rows[start:end] for start, end in pairwise(cuts)]
    chance.shuffle(quarters)
    return quarters


def _printed(
    events: Sequence[tuple[str, list[dict[str, str]]]],
    days: Sequence[date],
    found: dict[str, list[dict[str, str]]],
    press: Press,
    noise: Noise,
    dated: float,
    versions: int,
    chance: random.Random,
) -> tuple[list[int], list[str], list[Article], list[np.ndarray]]:
    labels, names, articles, vectors = [], [], [], []
    for label, ((name, rows), day) in enumerate(zip(events, days, strict=True)):
        others = [row for other, part in found.items() if other != name for row in part]
        for language in chance.sample(LANGUAGES, versions):
            lines = version(rows, others, language, noise, chance)
            told = chance.random() < 0.5
            printed = day if told else day + timedelta(chance.choice([0, 0, 1]))
            article, row = press.article(lines, printed if chance.random() < dated else None, told)
            labels.append(label)
            names.append(name)
            articles.append(article)
            vectors.append(row)
    return labels, names, articles, vectors


def b_cubed(labels: Sequence[int], groups: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998)."""
    of = {member: number for number, group in enumerate(groups) for member in group}
    shared: dict[tuple[int, int], int] = {}
    sizes: dict[int, int] = {}
    for at, label in enumerate(labels):
        shared[label, of[at]] = shared.get((label, of[at]), 0) + 1
        sizes[label] = sizes.get(label, 0) + 1
    both = [shared[label, of[at]] for at, label in enumerate(labels)]
    precision = float(np.mean([n / len(groups[of[at]]) for at, n in enumerate(both)]))
    recall = float(np.mean([n / sizes[label] for n, label in zip(both, labels, strict=True)]))
    return precision, recall, 2 * precision * recall / (precision + recall)
