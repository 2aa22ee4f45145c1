"""Whether a place is quoted from the text that was translated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model import Document, Span

_QUOTED = re.compile('[“"«„「『‘][^”"»“」』’\n]*[”"»“」』’]')


def quotes(at: Span, originals: Iterable[Document]) -> bool:
    """Whether a place is in quotation marks with what one of some texts has word for word."""
    text = at.document.text
    start = max(text.rfind("\n", 0, at.start) + 1, at.start - THRESHOLDS.quotation_reach)
    passages = (found for found in _QUOTED.finditer(text, start, min(len(text), at.end + THRESHOLDS.quotation_reach)))
    around = next((found for found in passages if found.start() < at.start and at.end < found.end()), None)
    return around is not None and any(_plain(around[0][1:-1]) in _whole(original) for original in originals)


@lru_cache(maxsize=64)
def _whole(document: Document) -> str:
    return _plain(document.text)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(".,;:!?")
