"""Our own model: one vector a word piece, a sentence is the mean of its pieces.

The rows are those of a model2vec model (int8 rows, one scale each), which is not needed to read them.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load as read_tensors

from xlcheck.embed.limits import LIMITS
from xlcheck.embed.pieces import Pieces
from xlcheck.embed.unigram import Located, Unigram
from xlcheck.embed.view import View, viewer


@dataclass(frozen=True, slots=True, eq=False)
class StaticEncoder:
    """Mean of scaled int8 token vectors, brought to unit length.

    The vector of a text depends on that text alone, to the last bit: the sums run over the text's
    own pieces, in their order, in one thread. Text without a known piece gives a row of zeros, and
    so does text in a script that the model has never seen.
    """

    name: str
    unigram: Unigram
    rows: NDArray[np.int8]  # (pieces, dim)
    scales: NDArray[np.float32]  # (pieces, 1)
    reliability: NDArray[np.float32]  # (pieces,)
    view: View

    @classmethod
    def open(cls, files: Traversable | None = None) -> StaticEncoder:
        """Read the model that ships with the package, or another of the same form."""
        files = files or resources.files(__package__) / "static"
        tensors = read_tensors((files / "model.safetensors").read_bytes())
        pieces = lzma.decompress((files / "pieces.txt.xz").read_bytes()).decode().split("\n")
        characters = (files / "characters.tsv").read_text("utf-8").splitlines()
        return cls(
            name=json.loads((files / "config.json").read_text("utf-8"))["name"],
            unigram=Unigram(pieces, tensors["scores"]),
            rows=tensors["embeddings"],
            scales=tensors["weights"][:, None],
            reliability=_reliability(files, len(pieces)),
            view=viewer(dict(line.split("\t") for line in characters)),
        )

    @property
    def dim(self) -> int:
        return int(self.rows.shape[1])

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return (len(texts), dim) rows of unit length or of zeros. No text is cut short."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for vector, pieces in zip(vectors, self.unigram.ids([self.view(text) for text in texts]), strict=True):
            np.multiply(self.rows[pieces], self.scales[pieces]).sum(axis=0, out=vector)
        lengths = np.sqrt(np.square(vectors).sum(axis=1, keepdims=True))
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return vectors

    def pieces(self, texts: Sequence[str], /) -> list[Pieces]:
        """The word pieces of each text; those that say nothing to the model are left out."""
        views = [self.view.located(text) for text in texts]
        found = self.unigram.located([text for text, _ in views])
        return [self._pieces(*view, located) for view, located in zip(views, found, strict=True)]

    def _pieces(self, text: str, places: NDArray[np.intp], located: Located) -> Pieces:
        known = [
            (piece, start + (text[start] == " "), end)
            for piece, (start, end) in zip(*located, strict=True)
            if self.scales[piece, 0] and text[start:end].strip()
        ]
        ids, starts, ends = np.array(known, dtype=np.intp).reshape(-1, 3).T
        return Pieces(
            np.stack([places[starts, 0], places[ends - 1, 1]], axis=1),
            np.multiply(self.rows[ids], self.scales[ids], dtype=np.float32),
            self.reliability[ids],
        )


def _reliability(files: Traversable, pieces: int) -> NDArray[np.float32]:
    """The table beside the model; without one every piece is as reliable as another."""
    table = files / "reliability.safetensors"
    if not table.is_file():
        return np.ones(pieces, dtype=np.float32)
    reliability: NDArray[np.float32] = read_tensors(table.read_bytes())["reliability"].astype(np.float32)
    return reliability / np.float32(LIMITS.one)
