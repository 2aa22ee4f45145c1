"""How well and how fast the default encoder works, beside model2vec on the same weights.

    python lab/bench/encode.py --shared ../shared

Retrieval: each line of ntrex_dev looked for among all lines of another language, both directions
averaged. `plain` is 229 lines against 229. `pool` adds the training lines of NTREX to the candidates;
the model has seen those, so they serve as distractors only.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from model2vec import StaticModel
from safetensors.numpy import load_file

from xlcheck.embed import load
from xlcheck.embed.static import StaticEncoder

sys.path.append(str(Path(__file__).parents[1] / "train"))
from retrieval import cosine, margin, table

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
FOCUS = LANGUAGES[:4]


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def seconds(action: Callable[[], object], times: int = 5) -> float:
    """The shortest of a few runs."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        taken.append(time.perf_counter() - began)
    return min(taken)


def square(found: dict[tuple[str, str], float]) -> str:
    lines = ["      " + "".join(f"{language:>7}" for language in FOCUS[:-1])]
    for i, second in enumerate(FOCUS[1:], 1):
        cells = "".join(f"{found[first, second]:7.3f}" for first in FOCUS[:i])
        lines.append(f"    {second}{cells}")
    return "\n".join(lines)


def retrieval(encoder: StaticEncoder, dev: list[dict[str, str]], more: list[dict[str, str]]) -> None:
    columns = {c: encoder.encode([row[c] for row in dev + more]) for c in LANGUAGES}
    plain = {c: vectors[: len(dev)] for c, vectors in columns.items()}
    for title, pool in (("plain", plain), ("pool", columns)):
        for score in (margin, cosine):
            found = table(pool, len(dev), score)
            worst = min(found, key=found.__getitem__)
            print(
                f"{title}, {len(pool['en'])} candidates, {score.__name__}: "
                f"mean of {len(found)} pairs {np.mean(list(found.values())):.4f}, "
                f"worst {'-'.join(worst)} {found[worst]:.3f}"
            )
            print(square(found))


def speed(encoder: StaticEncoder, dev: list[dict[str, str]]) -> None:
    texts = [row[c] for row in dev for c in LANGUAGES] * 4
    views = [encoder.view(text) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        static = StaticModel(encoder.rows, encoder.tokenizer, normalize=True, weights=encoder.scales[:, 0])
        static.save_pretrained(folder)
        began = time.perf_counter()
        peer = StaticModel.from_pretrained(folder)
        peer_load = time.perf_counter() - began
        assert load_file(f"{folder}/model.safetensors")["embeddings"].dtype == np.int8
    same = np.abs(peer.encode(views[:500]) - encoder.encode(texts[:500])).max()
    tokenise = seconds(lambda: encoder.tokenizer.encode_batch_fast(views, add_special_tokens=False))
    ours, theirs = seconds(lambda: encoder.encode(texts)), seconds(lambda: peer.encode(views))
    print(f"{len(texts)} sentences of 12 languages; largest difference of a number {same:.1e}")
    print(f"  view                 {len(texts) / seconds(lambda: list(map(encoder.view, texts))):9,.0f} a second")
    print(f"  tokenise             {len(texts) / tokenise:9,.0f} a second")
    print(f"  ours, text to vector {len(texts) / ours:9,.0f} a second")
    print(f"  model2vec, view done {len(texts) / theirs:9,.0f} a second; ours {theirs / ours:.2f} times as fast")
    print(f"  load: ours {seconds(lambda: load(None)):.3f} s, model2vec {peer_load:.3f} s")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, required=True)
    shared = options.parse_args().shared
    dev = rows(shared / "dev" / "ntrex_dev.nway.tsv.gz")
    encoder = StaticEncoder.open()
    print(encoder.name, encoder.rows.shape)
    retrieval(encoder, dev, rows(shared / "parallel" / "ntrex_train.nway.tsv.gz"))
    speed(encoder, dev)


if __name__ == "__main__":
    main()
