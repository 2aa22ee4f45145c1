"""What the paths hold: documents, and a line for each path that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from xlcheck.config import Config
from xlcheck.model import Document, XlcheckError
from xlcheck.read import expand, read, read_segmented

Input = tuple[Document, ...]
"""What one file holds: a document, or the columns of an aligned table."""

Track = Callable[[Sequence[Any], str], Iterable[Any]]
"""Passes items on and shows how far it is; the command line hands one in."""


def read_all(config: Config, track: Track, as_given: bool = False) -> tuple[list[Input], tuple[str, ...]]:
    """What the paths hold, and a line for each that cannot be read; raises these lines where nothing can.

    `as_given` takes every file as text of one sentence a line.
    """
    inputs, failures = [], []
    found: list[str] = []
    for path in dict.fromkeys((*config.paths, *((config.against,) if config.against else ()))):
        try:
            found += expand((path,))
        except XlcheckError as error:
            failures.append(str(error))
    for file in track(expand(found), "reading"):
        try:
            inputs.append((read_segmented(file),) if as_given else read(file))
        except XlcheckError as error:
            failures.append(str(error))
    if not inputs:
        raise XlcheckError("\n".join(failures))
    return inputs, tuple(failures)


def single(path: str, as_given: bool = False) -> Document:
    """The one document of a file; `as_given` takes one sentence a line."""
    if as_given:
        return read_segmented(path)
    first, *others = read(path)
    if others:
        raise XlcheckError(f"{path}:1: an aligned table is segmented and aligned already; give a text or HTML file")
    return first
