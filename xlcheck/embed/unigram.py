"""Text cut into word pieces by their probabilities (Unigram; Kudo 2018, arXiv:1804.10959), by sentencepiece."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

Located = tuple[list[int], list[tuple[int, int]]]
"""Pieces by their numbers, and the range of the text that each was made of: a word's first has the blank before it."""

_PIECES, _NORMALIZER = 0x0A, 0x1A
"""Fields 1 and 3 of a `ModelProto`, with their wire type (sentencepiece_model.proto; Protocol Buffers, "Encoding")."""
_PIECE, _SCORE, _TYPE = 0x0A, 0x15, 0x18
_UNKNOWN = bytes((_TYPE, 2))
_AS_IT_IS = b"\x0a\x08identity\x20\x00"
"""The normalizer: a text is in our own view already, and no blank is taken away."""


class Unigram:
    """Cuts texts, whose words are separated by single blanks, into the most probable pieces."""

    def __init__(self, pieces: Sequence[str], scores: NDArray[np.float32]) -> None:
        """`scores` (pieces,) are log probabilities; the first piece stands for what is in none."""
        self._processor = SentencePieceProcessor(model_proto=_model(pieces, scores))

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of each text's pieces."""
        return self._processor.encode(list(texts), num_threads=1)  # type: ignore[no-any-return]

    def located(self, texts: Sequence[str]) -> list[Located]:
        """The pieces of each text with their places; a blank that is before the text is taken to be its first sign."""
        found = self._processor.encode(list(texts), return_type="offset_mapping", num_threads=1)
        return [(each["ids"], [(start, max(end, start + 1)) for start, end in each["offsets"]]) for each in found]


def _model(pieces: Sequence[str], scores: NDArray[np.float32]) -> bytes:
    """The pieces as a file of sentencepiece's."""
    written = scores.astype("<f4").tobytes()
    size = np.dtype("<f4").itemsize
    parts = []
    for number, piece in enumerate(pieces):
        text, score = piece.encode(), written[size * number : size * (number + 1)]
        entry = _field(_PIECE, text) + bytes((_SCORE,)) + score + (b"" if number else _UNKNOWN)
        parts.append(_field(_PIECES, entry))
    return b"".join((*parts, _field(_NORMALIZER, _AS_IT_IS)))


def _field(tag: int, data: bytes) -> bytes:
    """Raises ValueError for more bytes than a length of two digits (of base 128) has room for."""
    low, high = len(data) & 0x7F, len(data) >> 7
    return bytes((tag, low | 0x80, high) if high else (tag, low)) + data
