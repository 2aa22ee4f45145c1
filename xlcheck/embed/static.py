"""Our own model: one vector a word piece, a sentence is the mean of its pieces.

The rows are those of a model2vec model (int8 rows, one scale each). They are read here without
`model2vec`: its import and its tokenizer file make the start four times as long.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load as read_tensors
from tokenizers import Tokenizer, models, pre_tokenizers

from xlcheck.embed.view import viewer


@dataclass(frozen=True, slots=True, eq=False)
class StaticEncoder:
    """Mean of scaled int8 token vectors, brought to unit length.

    The vector of a text depends on that text alone, to the last bit: the sums run over the text's
    own pieces, in their order, in one thread. Text without a known piece gives a row of zeros, and
    so does text in a script that the model has never seen.
    """

    name: str
    tokenizer: Tokenizer
    rows: NDArray[np.int8]  # (pieces, dim)
    scales: NDArray[np.float32]  # (pieces, 1)
    view: Callable[[str], str]

    @classmethod
    def open(cls, files: Traversable | None = None) -> StaticEncoder:
        """Read the model that ships with the package, or another of the same form."""
        files = files or resources.files(__package__) / "static"
        tensors = read_tensors((files / "model.safetensors").read_bytes())
        pieces = lzma.decompress((files / "pieces.txt.xz").read_bytes()).decode().split("\n")
        characters = (files / "characters.tsv").read_text("utf-8").splitlines()
        return cls(
            name=json.loads((files / "config.json").read_text("utf-8"))["name"],
            tokenizer=_tokenizer(pieces, tensors["scores"]),
            rows=tensors["embeddings"],
            scales=tensors["weights"][:, None],
            view=viewer(dict(line.split("\t") for line in characters)),
        )

    @property
    def dim(self) -> int:
        return int(self.rows.shape[1])

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return (len(texts), dim) rows of unit length or of zeros. No text is cut short."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        encodings = self.tokenizer.encode_batch_fast([self.view(text) for text in texts], add_special_tokens=False)
        for vector, encoding in zip(vectors, encodings, strict=True):
            pieces = encoding.ids
            np.multiply(self.rows[pieces], self.scales[pieces]).sum(axis=0, out=vector)
        lengths = np.sqrt(np.square(vectors).sum(axis=1, keepdims=True))
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return vectors


def _tokenizer(pieces: list[str], scores: NDArray[np.float32]) -> Tokenizer:
    """Build a Unigram tokenizer of pieces and their log probabilities; the first is the unknown."""
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores.tolist(), strict=True)), unk_id=0))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    return tokenizer
