"""What is to be written in a place."""

from __future__ import annotations

from dataclasses import dataclass

from xlcheck.model.document import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` is to stand in the place of what a span has now."""

    at: Span
    text: str
