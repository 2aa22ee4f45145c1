"""Matching measured on up to 100,000 articles: time, memory, growth, and what is found.

    OMP_NUM_THREADS=2 python lab/bench/match_scale.py --shared ../shared [1000 10000 30000 100000]

Events are 4 to 12 neighbouring rows of the parallel texts, each in two languages; some have a second copy in one of
the languages, edited, and some a brief of the first rows. In each article some rows are left out and some of other
events put in. Events are spread evenly over the days of a year; a fifth of the articles has no date. Articles are
built directly: neither segmentation nor tagging is measured, and of facts only numbers in figures.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import multiprocessing
import random
import re
import resource
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
from match_news import b_cubed

from xlcheck.embed import Encoder, load
from xlcheck.match import match
from xlcheck.model import Article, Document, Facts, Sentence, Span
from xlcheck.model.facts import Number

DROPPED, ADDED, UNDATED = 0.2, 0.2, 0.2
COPIED, BRIEF = 0.1, 0.1
NUMBER = re.compile(r"(?<![\d.,])\d{1,6}(?![\d.,]*\d)")


@dataclass(frozen=True)
class Story:
    """One article to be: the event's number, the language, lines and day."""

    event: int
    language: str
    lines: tuple[str, ...]
    day: date | None


class Meanings:
    """Texts that are translations of one another, through any languages, are one meaning."""

    def __init__(self) -> None:
        self._parents: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, text: tuple[str, str]) -> tuple[str, str]:
        while (parent := self._parents.setdefault(text, text)) != text:
            self._parents[text] = self._parents[parent]
            text = parent
        return text

    def join(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        self._parents[self.of(one)] = self.of(other)


def rows(shared: Path) -> Iterator[tuple[tuple[str, str], list[tuple[str, str]]]]:
    """The languages and rows of each parallel file, in the file's order, each row once."""
    for path in sorted((shared / "parallel").glob("??-??.tsv.gz")):
        one, other = path.name.split(".")[0].split("-")
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            read = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            found = dict.fromkeys((row[one], row[other]) for row in read if len(row[one]) > 12)
        yield (one, other), list(found)


def stories(shared: Path, seed: int = 0) -> list[Story]:
    """All the articles that the parallel texts give, in random order of events; what is said once is in one event."""
    chance, events, said = random.Random(seed), [], Meanings()
    files = list(rows(shared))
    for languages, pairs in files:
        for pair in pairs:
            said.join(*zip(languages, pair, strict=True))
    used: set[tuple[str, str]] = set()
    for languages, found in files:
        pairs = []
        for pair in found:
            meaning = said.of((languages[0], pair[0]))
            if meaning not in used:
                used.add(meaning)
                pairs.append(pair)
        at = 0
        while at + 12 <= len(pairs):
            size = chance.randint(4, 12)
            events.append((languages, pairs[at : at + size], pairs))
            at += size
    chance.shuffle(events)
    return [story for event, given in enumerate(events) for story in _versions(event, *given, chance)]


def _versions(
    event: int,
    languages: tuple[str, str],
    own: Sequence[tuple[str, str]],
    others: Sequence[tuple[str, str]],
    chance: random.Random,
) -> Iterator[Story]:
    day = date(2025, 1, 1) + timedelta(chance.randrange(365))
    forms = [(0, own), (1, own)]
    if chance.random() < COPIED:
        forms.append((chance.randrange(2), own))
    if chance.random() < BRIEF:
        forms.append((chance.randrange(2), own[:3]))
    for side, given in forms:
        lines = [row[side] for row in given if len(given) <= 3 or chance.random() >= DROPPED] or [given[0][side]]
        for row in chance.choices(others, k=round(len(lines) * ADDED)):
            lines.insert(chance.randrange(len(lines) + 1), row[side])
        printed = None if chance.random() < UNDATED else day + timedelta(chance.choice([0, 0, 1]))
        yield Story(event, languages[side], tuple(lines), printed)


def pressed(found: Sequence[Story], encoder: Encoder) -> tuple[list[Article], list[np.ndarray]]:
    """Articles and their vectors."""
    articles = []
    for number, story in enumerate(found):
        document = Document(f"{number}.txt", "\n".join(story.lines), story.language, story.day)
        sentences, at = [], 0
        for line in story.lines:
            span = Span(document, at, at + len(line))
            facts = Facts(tuple(Number(span, Decimal(figures)) for figures in NUMBER.findall(line)))
            sentences.append(Sentence(span, story.language, facts=facts))
            at += len(line) + 1
        articles.append(Article(document, story.language, tuple(sentences)))
    vectors = encoder.encode([line for story in found for line in story.lines])
    return articles, np.split(vectors, np.cumsum([len(story.lines) for story in found])[:-1])


class Memory:
    """The most that the process holds while it works, in MB, above what it held before."""

    def __enter__(self) -> Memory:
        self.before = self.most = self._held()
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._done.wait(0.02):
            self.most = max(self.most, self._held())

    @staticmethod
    def _held() -> float:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 1e6


def measure(size: int, shared: Path) -> None:
    found = stories(shared)[:size]
    articles, vectors = pressed(found, load(None))
    began, cpu = time.perf_counter(), time.process_time()
    with Memory() as memory:
        groups = match(articles, vectors)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    p, r, f = b_cubed([story.event for story in found], groups)
    print(
        f"{len(found):7,} articles {seconds:7.1f} s {cpu:7.1f} CPU s {1e3 * seconds / len(found):6.2f} ms an article"
        f"  {memory.before:6.0f} MB before, {memory.most - memory.before:6.0f} MB more"
        f"   B-cubed {p:.3f} {r:.3f} {f:.3f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 30_000, 100_000])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    given = parser.parse_args()
    for size in given.sizes:
        run = multiprocessing.get_context("spawn").Process(target=measure, args=(size, given.shared))
        run.start()  # in a process of its own, whose memory peaks for itself
        run.join()


if __name__ == "__main__":
    main()
