"""Train the default embedding model and write it where the package reads it.

    python lab/train/run.py --shared ../shared --out xlcheck/embed/static

With `--hold-out 12` that many news documents are left out of training and looked for afterwards:
the figures of the trials in README.md.
"""

import argparse
import random
import sys
import time
from pathlib import Path

import torch

sys.path.append(str(Path(__file__).parents[2]))
import batches
import corpus
import export
import fit
import pieces
import retrieval

from xlcheck.embed.static import StaticEncoder
from xlcheck.embed.view import viewer

NAME = "static-2026.11"


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--pieces", type=int, default=72_000)
    parser.add_argument("--batch", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--hold-out", type=int, default=0, help="news documents left out")
    return parser.parse_args()


def main() -> None:
    chosen = options()
    torch.set_num_threads(chosen.threads)
    documents = sorted({row["doc_id"] for row in corpus.news(chosen.shared)})
    held_out = frozenset(random.Random(7).sample(documents, chosen.hold_out))
    train(chosen, held_out)
    measure(chosen.out, chosen.shared, held_out)


def train(chosen: argparse.Namespace, held_out: frozenset[str]) -> None:
    began = time.perf_counter()

    def say(what: str) -> None:
        print(f"{time.perf_counter() - began:6.0f} s  {what}", flush=True)

    characters = corpus.characters(chosen.shared)
    text = corpus.read(chosen.shared, viewer(characters), held_out, chosen.seed)
    say(f"{len(text.texts):,} distinct texts")
    tokenizer = pieces.train(pieces.sample(corpus.groups(text), 6_000, chosen.seed), chosen.pieces)
    say(f"{tokenizer.get_vocab_size():,} pieces")
    tokens = fit.Tokens.of(tokenizer, text.texts)
    say(f"{len(tokens.ids):,} tokens")
    steps = batches.plan(text, chosen.epochs, chosen.batch, chosen.seed)
    say(f"{len(steps):,} batches of {sum(map(len, steps)):,} pairs")
    settings = fit.Settings(seed=chosen.seed)
    vectors = fit.fit(tokenizer, tokens, steps, settings, lambda i, loss: say(f"{i} {loss:.3f}"))
    say(export.write(chosen.out, NAME, vectors, tokenizer, characters))


def measure(folder: Path, shared: Path, held_out: frozenset[str]) -> None:
    """Print the retrieval of the written model: dev alone, then dev and held-out news among all news."""
    encoder = StaticEncoder.open(folder)
    dev = list(corpus.table(shared / "dev" / "ntrex_dev.nway.tsv.gz"))
    news = sorted(corpus.news(shared), key=lambda row: row["doc_id"] not in held_out)
    unseen = len(dev) + sum(row["doc_id"] in held_out for row in news)
    for queries, lines in ((len(dev), dev), (unseen, dev + news)):
        columns = {code: encoder.encode([row[code] for row in lines]) for code in corpus.LANGUAGES}
        for score in (retrieval.margin, retrieval.cosine):
            found = retrieval.summary(retrieval.table(columns, queries, score))
            print(f"{queries} of {len(lines)}, {score.__name__}: {found}")


if __name__ == "__main__":
    main()
