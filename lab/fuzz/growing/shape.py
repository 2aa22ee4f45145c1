"""A shape: a kind of input that can be made as large as one likes, and what reads it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from xlcheck.model import XlcheckError

MOST = 1 << 20
"""Repeats that are tried at most."""


@dataclass(frozen=True)
class Shape:
    """`make` gives the input of n repeats, which `run` reads; the time of `make` does not count."""

    name: str
    make: Callable[[int], Any]
    run: Callable[[Any], object]
    most: int = MOST


Made = str | tuple[str, str, str] | Callable[[int], Any]
"""What is repeated; or what stands before it, what is repeated, and what stands behind it; or a function of n."""


def shapes(room: str, run: Callable[[Any], object], made: Mapping[str, Made], most: int = MOST) -> Iterator[Shape]:
    """The shapes that one function reads."""
    return (Shape(f"{room}: {name}", _maker(how), _refusing(run), most) for name, how in made.items())


def _maker(how: Made) -> Callable[[int], Any]:
    if callable(how):
        return how
    before, unit, behind = how if isinstance(how, tuple) else ("", how, "")
    return lambda n: before + repeated(unit, n) + behind


def repeated(unit: str, n: int) -> str:
    """A text n times, with its number for `{i}`."""
    return "".join(unit.replace("{i}", str(i)) for i in range(n)) if "{i}" in unit else unit * n


def _refusing(run: Callable[[Any], object]) -> Callable[[Any], object]:
    """To refuse an input is an answer, too, and must not take long either."""

    def answered(made: Any) -> object:
        with suppress(XlcheckError):
            return run(made)
        return None

    return answered


def from_file(name: str, read: Callable[[str], object]) -> Callable[[str | bytes], object]:
    """What reads a file of this name that holds the text."""

    def run(made: str | bytes) -> object:
        file = folder() / name
        file.write_bytes(made if isinstance(made, bytes) else made.encode())
        return read(str(file))

    return run


@cache
def folder() -> Path:
    """A folder for what must be read from files; it goes when the program ends."""
    place = tempfile.TemporaryDirectory(prefix="growth")
    _KEPT.append(place)
    return Path(place.name)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []
