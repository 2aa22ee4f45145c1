"""A user's folder of static token vectors, read by model2vec (the extra `model2vec`): no torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xlcheck.embed.limits import LIMITS
from xlcheck.embed.pieces import Pieces, equally_reliable
from xlcheck.files import bounded
from xlcheck.files.there import is_file
from xlcheck.model import XlcheckError


def is_static(folder: Path) -> bool:
    """Tell whether the folder holds static token vectors and not a network."""
    modules, config = folder / "modules.json", folder / "config.json"
    try:
        if is_file(modules):
            return str(_json(modules)[0]["type"]).endswith("StaticEmbedding")
        return is_file(config) and "embedding_dtype" in _json(config)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise XlcheckError(f"{folder}: not a readable model folder ({error}); check the path") from error


def _json(file: Path) -> Any:
    return json.loads(bounded.text(str(file), most=LIMITS.description))


class FolderEncoder:
    """The static model of a local folder; its rows are brought to unit length."""

    def __init__(self, folder: Path) -> None:
        try:
            from model2vec import StaticModel
        except ImportError as error:
            raise XlcheckError(f"{folder}: this model needs an extra, run: pip install 'xlcheck[model2vec]'") from error
        try:
            self._model = StaticModel.from_pretrained(folder)
        except Exception as error:
            raise XlcheckError(f"{folder}: not a readable model folder ({error}); check the path") from error
        self.name = folder.name
        self.dim = int(self._model.dim)

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return (len(texts), dim) rows of unit length or of zeros."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        means = self._model.encode(list(texts), normalize=False, use_multiprocessing=False)
        vectors: NDArray[np.float32] = np.array(means, dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return vectors

    def pieces(self, texts: Sequence[str], /) -> list[Pieces]:
        """The known tokens of each text, one as reliable as another."""
        if not texts:
            return []
        vectors = self._model.encode_as_sequence(list(texts), max_length=None, use_multiprocessing=False)
        encodings = self._model.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        unknown = self._model.unk_token_id
        return [
            equally_reliable([o for i, o in zip(e.ids, e.offsets, strict=True) if i != unknown], rows)
            for e, rows in zip(encodings, vectors, strict=True)
        ]
