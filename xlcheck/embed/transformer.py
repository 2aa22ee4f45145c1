"""Any sentence-transformers model, through the extra `transformers`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlcheck.embed.pieces import Pieces, equally_reliable
from xlcheck.model import XlcheckError


class TransformerEncoder:
    """A sentence-transformers model by its name or folder, on whatever device it chooses."""

    def __init__(self, name: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise XlcheckError(
                f"{name}: this model needs the extra 'transformers'; run pip install 'xlcheck[transformers]'"
            ) from error
        try:
            self._model = SentenceTransformer(name)
        except Exception as error:
            reason = str(error).strip().partition("\n")[0]
            raise XlcheckError(
                f"{name}: the model cannot be opened ({reason}); check its name and the network"
            ) from error
        self.name = name
        self.dim = int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return (len(texts), dim) rows of unit length; the model's own limit of tokens holds."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        vectors = self._model.encode(
            list(texts), convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    def pieces(self, texts: Sequence[str], /) -> list[Pieces]:
        """The tokens of each text, one as reliable as another; the model's own limit of tokens holds."""
        if not texts:
            return []
        found = self._model.encode(list(texts), output_value="token_embeddings", show_progress_bar=False)
        return [self._pieces(text, rows.cpu().numpy()) for text, rows in zip(texts, found, strict=True)]

    def _pieces(self, text: str, rows: NDArray[np.float32]) -> Pieces:
        told = self._model.tokenizer(
            text, return_offsets_mapping=True, truncation=True, max_length=self._model.max_seq_length
        )
        ranges: list[tuple[int, int]] = told["offset_mapping"]
        own = [at for at, (start, end) in enumerate(ranges[: len(rows)]) if end > start]
        return equally_reliable([ranges[at] for at in own], rows[own])
