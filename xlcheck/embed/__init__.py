"""Sentences as vectors: the same meaning in any of the languages lies close by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from xlcheck.embed.pieces import Pieces
from xlcheck.model import XlcheckError

__all__ = ["Encoder", "Pieces", "load", "our_name", "trusted"]


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their cosine."""

    @property
    def name(self) -> str:
        """The model, and for our own the version and a short hash of its weights."""

    @property
    def dim(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return (len(texts), dim) rows of unit length; a text that says nothing to the model is 0."""

    def pieces(self, texts: Sequence[str], /) -> list[Pieces]:
        """The parts that each text's vector is made of, in reading order."""


def our_name() -> str:
    """The name of our own model, without opening it."""
    stated = (resources.files(__package__) / "static" / "config.json").read_text("utf-8")
    return str(json.loads(stated)["name"])


def trusted(name: str, place: str) -> None:
    """Raise XlcheckError for a model that a settings file (`place` is path:line) names and that could do harm.

    Settings come with a repository, and nobody may have read them. A folder of static token vectors is numbers and
    words; whatever else is opened may be fetched from a hub, or bring code and pickles.
    """
    from xlcheck.embed.folder import is_static

    folder = Path(name).expanduser()
    if not (folder.is_dir() and is_static(folder)):
        raise XlcheckError(
            f"{place}: model: '{name}' is not a folder of static vectors, the only models that settings can load; "
            f"if you trust it, give --model '{name}' or set XLCHECK_MODEL"
        )


def load(name: str | None) -> Encoder:
    """Open an encoder: `None` is our own model, else a sentence-transformers name or a local folder.

    A folder with static token vectors (model2vec's, or sentence-transformers' StaticEmbedding) takes the extra
    `model2vec`, anything else the extra `transformers`.

    Raises XlcheckError where the folder, the extra or the model is missing.
    """
    if name is None:
        from xlcheck.embed.static import StaticEncoder

        return StaticEncoder.open()
    folder = Path(name).expanduser()
    if folder.is_dir():
        from xlcheck.embed.folder import FolderEncoder, is_static

        if is_static(folder):
            return FolderEncoder(folder)
    elif name.startswith(("/", "./", "../", "~")):
        raise XlcheckError(f"{name}: no such model folder; check the path")
    from xlcheck.embed.transformer import TransformerEncoder

    return TransformerEncoder(name)
