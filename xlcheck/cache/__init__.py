"""What runs found out, kept for the next run under a name for all that it was found from."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar

from xlcheck.cache.frozen import Known
from xlcheck.cache.shape import Fits, shape

__all__ = ["Cache", "Fits", "Known", "MemoryCache", "name_of", "shape"]

T = TypeVar("T")


def name_of(*parts: object) -> str:
    """The name of what was made of these parts alone: 64 hex digits, of their `repr`."""
    return sha256("\n".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """Keeps nothing: every value is made when it is asked for."""

    def get(self, name: str, known: Known, fits: Fits) -> Any:
        """The value of this name, or None; what does not fit is of another's making and counts as not there."""

    def put(self, name: str, value: object, known: Known) -> None:
        """Keep a value, which is not None.

        The documents and concepts that are `known` are referred to, not kept: whoever asks for the value hands in his
        own, and it will be made of these.
        """

    def recall(self, name: str, known: Known, fits: Fits, make: Callable[[], T]) -> T:
        """The value of this name, made if it is not there, or if what is there does not fit."""
        value: T | None = self.get(name, known, fits)
        if value is None:
            value = make()
            self.put(name, value, known)
        return value

    def hold(self, name: str, make: Callable[[], T]) -> T:  # noqa: ARG002 - what holds nothing needs no names
        """A value of this name that lasts no longer than the process."""
        return make()


class MemoryCache(Cache):
    """Keeps the very objects that the last run used, in front of another cache: for runs of one process."""

    def __init__(self, behind: Cache) -> None:
        self._behind = behind
        self._old: dict[str, Any] = {}
        self._new: dict[str, Any] = {}

    def turn(self) -> None:
        """A run ends: what it did not use is dropped."""
        self._old, self._new = self._new, {}

    def get(self, name: str, known: Known, fits: Fits) -> Any:
        value = self._new.get(name, self._old.get(name))
        if value is None:
            value = self._behind.get(name, known, fits)
        if value is not None:
            self._new[name] = value
        return value

    def put(self, name: str, value: object, known: Known) -> None:
        self._new[name] = value
        self._behind.put(name, value, known)

    def hold(self, name: str, make: Callable[[], T]) -> T:
        value: T | None = self._new.get(name, self._old.get(name))
        self._new[name] = made = make() if value is None else value
        return made
