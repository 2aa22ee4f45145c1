"""Any sentence-transformers model, through the extra `transformers`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlcheck.model import XlcheckError


class TransformerEncoder:
    """A sentence-transformers model by its name or folder, on whatever device it chooses."""

    def __init__(self, name: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise XlcheckError(
                f"{name}: this model needs an extra, run: pip install 'xlcheck[transformers]'"
            ) from error
        try:
            self._model = SentenceTransformer(name)
        except Exception as error:
            reason = str(error).strip().partition("\n")[0]
            raise XlcheckError(f"{name}: cannot open this model, check its name and the network ({reason})") from error
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
