"""Comparable news made of translated news: merged, split, foreign, moved and missing sentences, with gold beads."""

import csv
import gzip
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bead_f1 import Bead

Lines = Sequence[tuple[str, str]]
"""A document: lines in two languages."""

Unit = tuple[list[str], list[str]]
"""Sentences that say the same."""

_CLAUSE = re.compile(r"(?<=[.!?;:,])\s+|(?<=[。！？；，])")
LONGEST_RUN = 4


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to a document; the shares are of the sentences of the result."""

    foreign: float = 0.0
    resegmented: float = 0.0
    shuffled: bool = False
    halved: bool = False


CHANGES = {
    "clean": Change(),
    "30 % foreign": Change(foreign=0.3),
    "50 % foreign": Change(foreign=0.5),
    "merged and split": Change(resegmented=0.35),
    "shuffled paragraphs": Change(shuffled=True),
    "missing halves": Change(halved=True),
    "30 % foreign, merged, split": Change(foreign=0.3, resegmented=0.35),
    "all of it": Change(foreign=0.3, resegmented=0.25, shuffled=True),
}


@dataclass(frozen=True, slots=True)
class Case:
    source: list[str]
    target: list[str]
    gold: list[Bead]


def documents(path: Path, source: str, target: str) -> list[Lines]:
    """The documents of an `nway` table in two of its languages."""
    found: dict[str, list[tuple[str, str]]] = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["doc_id"], []).append((row[source], row[target]))
    return list(found.values())


def cases(docs: Sequence[Lines], change: Change, seed: int = 0) -> list[Case]:
    return [_case(docs, index, change, random.Random(f"{seed}-{index}")) for index in range(len(docs))]


def _case(docs: Sequence[Lines], index: int, change: Change, chance: random.Random) -> Case:
    units = _resegmented(chance, [([source], [target]) for source, target in docs[index]], change.resegmented)
    orders = [list(range(len(units))), list(range(len(units)))]
    if change.shuffled:
        orders[1] = shuffled(chance, orders[1])
    if change.halved:
        half = len(units) // 2
        start = chance.choice((0, len(units) - half))
        side = chance.randrange(2)
        orders[side] = [unit for unit in orders[side] if not start <= unit < start + half]
    others = [doc for number, doc in enumerate(docs) if number != index]
    chance.shuffle(others)
    pools = others[: len(others) // 2], others[len(others) // 2 :]
    texts, places = [], []
    for side in (0, 1):
        foreign = [[line[side] for line in doc] for doc in pools[side]]
        text, where = _written(chance, [units[unit][side] for unit in orders[side]], foreign, change.foreign)
        texts.append(text)
        places.append(dict(zip(orders[side], where, strict=True)))
    return Case(texts[0], texts[1], _gold(texts, places))


def _gold(texts: Sequence[list[str]], places: Sequence[dict[int, tuple[int, ...]]]) -> list[Bead]:
    gold: list[Bead] = [(places[0][unit], places[1][unit]) for unit in sorted(places[0].keys() & places[1].keys())]
    linked = [{i for bead in gold for i in bead[side]} for side in (0, 1)]
    gold += [((i,), ()) for i in range(len(texts[0])) if i not in linked[0]]
    gold += [((), (j,)) for j in range(len(texts[1])) if j not in linked[1]]
    return gold


def _written(
    chance: random.Random, sentences: Sequence[list[str]], foreign: Sequence[list[str]], share: float
) -> tuple[list[str], list[tuple[int, ...]]]:
    """One side's text with foreign runs put in, and where each unit's sentences stand."""
    blocks: list[tuple[list[str], bool]] = [(block, True) for block in sentences]
    count = round(sum(map(len, sentences)) * share / (1 - share))
    while count > 0:
        doc = chance.choice(foreign)
        length = min(count, chance.randint(1, LONGEST_RUN), len(doc))
        start = chance.randrange(len(doc) - length + 1)
        blocks.insert(chance.randrange(len(blocks) + 1), (doc[start : start + length], False))
        count -= length
    text: list[str] = []
    where = []
    for block, own in blocks:
        if own:
            where.append(tuple(range(len(text), len(text) + len(block))))
        text += block
    return text, where


def shuffled(chance: random.Random, order: Sequence[int]) -> list[int]:
    paragraphs = []
    start = 0
    while start < len(order):
        end = start + chance.randint(2, 4)
        paragraphs.append(order[start:end])
        start = end
    chance.shuffle(paragraphs)
    return [unit for paragraph in paragraphs for unit in paragraph]


def _resegmented(chance: random.Random, units: Sequence[Unit], share: float) -> list[Unit]:
    """Some neighbours written as one sentence on a side, some sentences as two."""
    changed = []
    at = 0
    while at < len(units):
        drawn = chance.random()
        size = chance.choice((2, 2, 3)) if drawn < 0.6 * share else 1
        group = units[at : at + size]
        source = [sentence for unit in group for sentence in unit[0]]
        target = [sentence for unit in group for sentence in unit[1]]
        if len(group) > 1:
            changed.append(_merged(chance, source, target))
        elif drawn < share:
            split = chance.random() < 0.5
            changed.append((halves(source[0]), target) if split else (source, halves(target[0])))
        else:
            changed.append((source, target))
        at += size
    return changed


def _merged(chance: random.Random, source: list[str], target: list[str]) -> Unit:
    """Joined on one side; or cut elsewhere there, which no smaller beads can undo."""
    drawn = chance.random()
    if drawn < 0.45:
        return [" ".join(source)], target
    if drawn < 0.9:
        return source, [" ".join(target)]
    first, *rest = halves(source[-1])
    return [" ".join([*source[:-1], first]), *rest], target


def halves(sentence: str) -> list[str]:
    """Cut in two at the clause boundary nearest the middle; whole where there is none near it."""
    middle = len(sentence) / 2
    ends = [m.end() for m in _CLAUSE.finditer(sentence) if 0.5 * middle < m.end() < 1.5 * middle]
    if not ends:
        return [sentence]
    cut = min(ends, key=lambda end: abs(end - middle))
    return [sentence[:cut].strip(), sentence[cut:].strip()]
