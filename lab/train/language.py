"""Trains the short-text language model of `xlcheck.tag`: hashed character runs, multinomial logistic regression.

    python lab/train/language.py --shared ../shared --out xlcheck/tag/data/runs.npz

Needs torch. Texts are the sentences of the parallel data, the NTREX training documents and the words of the wordnets;
each is cut to one word, to a few, or left whole, so that the weights of single runs carry as much as they can.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch import nn

from xlcheck.tag.points import code_points
from xlcheck.tag.runs import BUCKETS, CLASSES, LANGUAGES, NOWHERE, PLAIN_VIETNAMESE, features

SEED = 20_260_126
LATIN = ("de", "es", "fr", "pt")
SENTENCES, WORDS = 60_000, 25_000
STEPS, BATCH, RATE, DECAY = 4_000, 2_048, 0.02, 1e-6
SHORT, MIDDLE = 0.4, 0.3
"""Shares of the batches cut to one word, and to two to four."""

PLAIN = 0.1
"""Share of the batches in other languages whose diacritics are taken off: they stay in their language."""


def corpus(shared: Path) -> dict[str, list[str]]:
    """Distinct texts by language, shuffled, at most `SENTENCES` of the sentences and `WORDS` of the words."""
    sentences: dict[str, set[str]] = defaultdict(set)
    for file in sorted((shared / "parallel").glob("*.tsv.gz")):
        for row in rows(file):
            for language in LANGUAGES:
                if row.get(language):
                    sentences[language].add(row[language])
    words: dict[str, set[str]] = defaultdict(set)
    for row in rows(shared / "lexicon" / "omw_synsets.nway.tsv.gz"):
        for language in LANGUAGES:
            words[language].update(filter(None, row[language].split("|")))
    draw = random.Random(SEED)
    return {
        language: draw.sample(sorted(sentences[language]), min(SENTENCES, len(sentences[language])))
        + draw.sample(sorted(words[language]), min(WORDS, len(words[language])))
        for language in LANGUAGES
    }


def rows(file: Path) -> csv.DictReader[str]:
    lines = gzip.open(file, "rt", encoding="utf-8", newline="")  # noqa: SIM115
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def cut(text: str, draw: random.Random) -> str:
    """A word, a few words, or the whole text; unspaced scripts are cut by characters."""
    words = text.split()
    if len(words) < 3 and len(text) > 12:
        words = list(text)
    share = draw.random()
    length = 1 if share < SHORT else draw.randint(2, 4) if share < SHORT + MIDDLE else len(words)
    start = draw.randrange(max(1, len(words) - length + 1))
    joint = "" if len(text.split()) < 3 and len(text) > 12 else " "
    return joint.join(words[start : start + length])


def plain(text: str) -> str:
    """The text as typed without diacritics."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def example(texts: dict[str, list[str]], name: str, draw: random.Random) -> str:
    """A text of the class, cut."""
    if name == PLAIN_VIETNAMESE:
        return plain(cut(draw.choice(texts["vi"]), draw))
    text = cut(draw.choice(texts[name]), draw)
    return plain(text) if name in LATIN and draw.random() < PLAIN else text


def bags(batch: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The buckets of all runs, text by text, and where each text's begin."""
    texts = code_points(batch)
    owner = np.repeat(np.arange(len(batch)), texts.lengths)
    runs = [(buckets, owner[: len(buckets)]) for buckets in features(texts)]
    codes, owners = (np.concatenate(parts) for parts in zip(*runs, strict=True))
    kept = codes != NOWHERE
    order = np.argsort(owners[kept], kind="stable")
    return codes[kept][order], np.searchsorted(owners[kept][order], np.arange(len(batch)))


def train(texts: dict[str, list[str]]) -> np.ndarray:
    """Weights, shape (BUCKETS, classes): the log odds that a run lends to each language."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    bag = nn.EmbeddingBag(BUCKETS, len(CLASSES), mode="sum")
    nn.init.zeros_(bag.weight)
    optimiser = torch.optim.Adam(bag.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.02, STEPS)
    began = time.monotonic()
    for step in range(STEPS):
        labels = [draw.randrange(len(CLASSES)) for _ in range(BATCH)]
        batch = [example(texts, CLASSES[label], draw) for label in labels]
        codes, offsets = bags(batch)
        logits = bag(torch.from_numpy(codes), torch.from_numpy(offsets))
        loss = nn.functional.cross_entropy(logits, torch.tensor(labels)) + DECAY * bag.weight.square().sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 500 == 0:
            right = (logits.argmax(1) == torch.tensor(labels)).float().mean().item()
            print(f"{step:5d} {time.monotonic() - began:5.0f} s  loss {loss.item():.4f}  right {right:.4f}", flush=True)
    return bag.weight.detach().numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("xlcheck/tag/data/runs.npz"))
    options = parser.parse_args()
    weights = train(corpus(options.shared))
    scale = np.abs(weights).max() / 127
    np.savez_compressed(options.out, weights=np.rint(weights / scale).astype(np.int8), scale=np.float32(scale))


if __name__ == "__main__":
    main()
