"""What the paths hold: documents, and a line for each path that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Any

from xlcheck.cache import Known, name_of, shape
from xlcheck.cache.program import program
from xlcheck.config import Config
from xlcheck.model import Document, XlcheckError
from xlcheck.pipeline.articles import stated
from xlcheck.pipeline.workshop import Workshop
from xlcheck.read import expand, load, parse, read, read_segmented

Input = tuple[Document, ...]
"""What one file holds: a document, or the columns of an aligned table."""

_is_input = shape(Input)

Track = Callable[[Sequence[Any], str], Iterable[Any]]
"""Passes items on and shows how far it is; the command line hands one in."""


def read_all(shop: Workshop, track: Track, as_given: bool = False) -> tuple[list[Input], tuple[str, ...]]:
    """What the paths hold, and a line for each that cannot be read; raises these lines where nothing can.

    `as_given` takes every file as text of one sentence a line.
    """
    config = shop.config
    inputs, failures = [], []
    found: list[str] = []
    for path in dict.fromkeys((*config.paths, *((config.against,) if config.against else ()))):
        try:
            found += expand((path,))
        except XlcheckError as error:
            failures.append(str(error))
    for file in track(expand(found), "reading"):
        try:
            inputs.append((stated(read_segmented(file), config),) if as_given else _read(file, shop))
        except XlcheckError as error:
            failures.append(str(error))
    if not inputs:
        raise XlcheckError("\n".join(failures))
    return inputs, tuple(failures)


def _read(file: str, shop: Workshop) -> Input:
    data = load(file)
    here = shop.config.at(file)
    said = (here.source_language, here.target_language, here.pairs, here.against)
    name = name_of(program(), "read", file, sha256(data).digest(), said)

    def fits(kept: Any) -> bool:
        return _is_input(kept) and kept != () and all(document.id == file for document in kept)

    return shop.cache.recall(name, Known(), fits, lambda: _stated(parse(file, data), here))


def _stated(columns: Input, config: Config) -> Input:
    """A table's header says the languages of its columns."""
    return columns if len(columns) > 1 else (stated(columns[0], config),)


def single(path: str, as_given: bool = False) -> Document:
    """The one document of a file; `as_given` takes one sentence a line."""
    if as_given:
        return read_segmented(path)
    first, *others = read(path)
    if others:
        raise XlcheckError(f"{path}:1: an aligned table is segmented and aligned already; give a text or HTML file")
    return first
