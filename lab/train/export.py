"""The model in the form that the package reads: int8 rows, compressed pieces."""

import hashlib
import json
import lzma
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pieces
from safetensors.numpy import save
from tokenizers import Tokenizer

POWER = 1.3


def quantise(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Round each row to int8 with its own scale; scale * row is the row again."""
    scales = np.abs(vectors).max(axis=1) / 127
    scales[scales == 0] = 1
    return np.rint(vectors / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def stretch(rows: np.ndarray, scales: np.ndarray, power: float) -> np.ndarray:
    """Return scales with which each vector's length is raised to `power`.

    A vector's length is its weight in the mean; training stops before rare words weigh all they should.
    """
    lengths = np.linalg.norm(rows.astype(np.float32), axis=1) * scales
    return (scales * np.where(lengths > 0, lengths, 1) ** (power - 1)).astype(np.float32)


def write(
    folder: Path,
    name: str,
    vectors: np.ndarray,
    tokenizer: Tokenizer,
    characters: Mapping[str, str],
) -> str:
    """Write the model's files; return its name with a hash of what they hold.

    The unknown piece and the bare word start get rows of zeros: they say nothing about a text.
    """
    vectors = vectors.copy()
    vectors[pieces.silent(tokenizer)] = 0
    rows, scales = quantise(vectors)
    scales = stretch(rows, scales, POWER)
    strings, scores = zip(*json.loads(tokenizer.to_str())["model"]["vocab"], strict=True)
    spelling = "".join(f"{old}\t{new}\n" for old, new in characters.items())
    folder.mkdir(parents=True, exist_ok=True)
    tensors = save({"embeddings": rows, "weights": scales, "scores": np.array(scores, dtype=np.float32)})
    (folder / "model.safetensors").write_bytes(tensors)
    (folder / "pieces.txt.xz").write_bytes(lzma.compress("\n".join(strings).encode(), preset=9))
    (folder / "characters.tsv").write_text(spelling, "utf-8")
    content = hashlib.sha256()
    for file in ("model.safetensors", "pieces.txt.xz", "characters.tsv"):
        content.update((folder / file).read_bytes())
    signature = f"{name}/{content.hexdigest()[:8]}"
    config = {"name": signature, "sha256": content.hexdigest()}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")
    return signature
