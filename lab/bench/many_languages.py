"""Events in many languages, made of translated news like `comparable_news`, with gold beads for every two languages."""

import csv
import gzip
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bead_f1 import Bead
from comparable_news import LONGEST_RUN, Change, halves, shuffled

Lines = Sequence[Mapping[str, str]]
"""A document: lines in all languages."""

Written = tuple[str, frozenset[int]]
"""A sentence and the lines of the document that it says; none for a foreign sentence."""


@dataclass(frozen=True, slots=True)
class EventCase:
    texts: dict[str, list[Written]]

    def gold(self, source: str, target: str) -> list[Bead]:
        """Sentences that say lines in common are one bead."""
        texts = self.texts[source], self.texts[target]
        lines: list[frozenset[int]] = []
        for said in {said for text in texts for _, said in text if said}:
            touching = [known for known in lines if known & said]
            lines = [known for known in lines if not known & said] + [said.union(*touching)]
        beads: list[Bead] = []
        for group in lines:
            one, other = (tuple(at for at, (_, said) in enumerate(text) if said & group) for text in texts)
            beads += [(one, other)] if one and other else [*(((i,), ()) for i in one), *(((), (j,)) for j in other)]
        beads += [((i,), ()) for i, (_, said) in enumerate(texts[0]) if not said]
        return beads + [((), (j,)) for j, (_, said) in enumerate(texts[1]) if not said]


def documents(path: Path) -> list[Lines]:
    """The documents of an `nway` table."""
    found: dict[str, list[Mapping[str, str]]] = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["doc_id"], []).append(row)
    return list(found.values())


def event_cases(docs: Sequence[Lines], languages: Sequence[str], change: Change, seed: int = 0) -> list[EventCase]:
    return [_case(docs, index, languages, change, random.Random(f"{seed}-{index}")) for index in range(len(docs))]


def _case(
    docs: Sequence[Lines], index: int, languages: Sequence[str], change: Change, chance: random.Random
) -> EventCase:
    others = [doc for number, doc in enumerate(docs) if number != index]
    chance.shuffle(others)
    texts = {}
    for number, language in enumerate(languages):
        blocks = [
            _said(chance, docs[index], language, lines, change) for lines in _units(chance, len(docs[index]), change)
        ]
        if change.halved and number % 2:
            half = len(blocks) // 2
            blocks = blocks[:half] if chance.random() < 0.5 else blocks[half:]
        if change.shuffled and number:
            blocks = [blocks[at] for at in shuffled(chance, range(len(blocks)))]
        pool = others[number :: len(languages)] or others
        _insert_foreign(chance, blocks, [[line[language] for line in doc] for doc in pool], change.foreign)
        texts[language] = [sentence for block in blocks for sentence in block]
    return EventCase(texts)


def _units(chance: random.Random, count: int, change: Change) -> list[range]:
    """Lines that one sentence says: mostly one, sometimes two."""
    units, at = [], 0
    while at < count:
        size = 2 if chance.random() < 0.4 * change.resegmented and at + 1 < count else 1
        units.append(range(at, at + size))
        at += size
    return units


def _said(chance: random.Random, doc: Lines, language: str, lines: range, change: Change) -> list[Written]:
    text = ("" if language in ("zh", "zh_TW", "ja") else " ").join(doc[at][language] for at in lines)
    parts = halves(text) if len(lines) == 1 and chance.random() < 0.4 * change.resegmented else [text]
    return [(part, frozenset(lines)) for part in parts]


def _insert_foreign(
    chance: random.Random, blocks: list[list[Written]], foreign: Sequence[Sequence[str]], share: float
) -> None:
    count = round(sum(map(len, blocks)) * share / (1 - share))
    while count > 0:
        doc = chance.choice(foreign)
        length = min(count, chance.randint(1, LONGEST_RUN), len(doc))
        start = chance.randrange(len(doc) - length + 1)
        run = [(text, frozenset[int]()) for text in doc[start : start + length]]
        blocks.insert(chance.randrange(len(blocks) + 1), run)
        count -= length
