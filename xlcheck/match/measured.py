"""What was measured between two articles, which depends on these two alone: for the next time that they are matched."""

from __future__ import annotations

from xlcheck.match.profile import Profile
from xlcheck.match.weights import WEIGHTS

Sides = tuple[bytes, bytes]
"""The `Profile.digest` of two articles, in their order."""


class Measured:
    """The coverage and the share of sentence pairs in one language of pairs of articles."""

    def __init__(self) -> None:
        self._old: dict[Sides, tuple[float, float]] = {}
        self._new: dict[Sides, tuple[float, float]] = {}

    def turn(self) -> None:
        """Articles are matched anew: what the last time did not use is dropped."""
        self._old, self._new = self._new, {}

    def get(self, one: Profile, other: Profile) -> tuple[float, float] | None:
        sides = one.digest, other.digest
        found = self._new.get(sides) or self._old.get(sides)
        if found:
            self._new[sides] = found
        return found

    def put(self, one: Profile, other: Profile, found: tuple[float, float]) -> None:
        if len(self._new) < WEIGHTS.kept_pairs:
            self._new[one.digest, other.digest] = found
