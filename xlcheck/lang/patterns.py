"""Words as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(entries: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; for none, one that never matches."""
    longest_first = sorted(entries, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) or "(?!)"
