"""What the paths hold: documents, and a line for each that cannot be read or has no text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from xlcheck.cache import Known, name_of, shape
from xlcheck.cache.program import program
from xlcheck.config import Config
from xlcheck.model import Document, NoText, XlcheckError
from xlcheck.pipeline.articles import is_at, stated
from xlcheck.pipeline.executor import Task
from xlcheck.pipeline.net import Net
from xlcheck.pipeline.workshop import Workshop
from xlcheck.read import STANDARD_INPUT, expand, load, merged, parse, parse_segmented, read, read_segmented
from xlcheck.read.formats import syntaxes

Input = tuple[Document, ...]
"""What one file holds: a document, or the columns of an aligned table."""

_is_input = shape(Input)

Track = Callable[[Sequence[Any], str], Iterable[Any]]
"""Passes items on and shows how far it is; the command line hands one in."""


def read_all(shop: Workshop, track: Track, as_given: bool = False) -> list[Input]:
    """What the paths hold; what cannot be read, or has no text, is in the shop's net.

    `as_given` takes every file as text of one sentence a line. Raises XlcheckError with a line for each input where
    none can be read, or all of them are excluded; not where all of them have no text.
    """
    net = shop.net
    files = _files(shop)
    if not files and net.notes:  # all folders are left out: hardly what is meant
        raise XlcheckError(*net.notes)
    opened = {file: Net() for file in files}

    def tasks() -> Iterator[Task]:
        for file in track(files, "reading"):
            with opened[file].reading(file):
                data = load(file)
            if not opened[file].failures:
                yield Task(read_file, (), (file, data, as_given))

    outcomes = iter(shop.outcomes(tasks()))
    inputs: list[Input] = []
    for own in opened.values():
        net.take(own)
        if not own.failures:
            outcome = next(outcomes)
            net.take(outcome.net)
            inputs += [outcome.value] if outcome.value else []
    if not inputs and net.failures:
        raise net.error
    return inputs


def _files(shop: Workshop) -> tuple[str, ...]:
    config = shop.config
    found: list[str] = []
    for path in dict.fromkeys((*config.paths, *((config.against,) if config.against else ()))):
        with shop.net.reading(path):
            try:
                found += expand((path,), config.excludes)
            except NoText as none:
                shop.net.note(str(none))
    return merged(found)


def _may_be_empty(file: str, config: Config) -> bool:
    """Whether a file without text is no mistake: standard input, and what others are compared with, should have some.

    What is empty there has failed before it came to us.
    """
    return file != STANDARD_INPUT and not (config.against and is_at(file, config.against))


def read_file(shop: Workshop, _documents: tuple[()], file: str, data: bytes, as_given: bool) -> Input:
    """The documents of a file that holds these bytes; none where it has no text or something goes wrong."""
    with shop.net.reading(file):
        try:
            return (stated(parse_segmented(file, data), shop.config),) if as_given else _read(file, data, shop)
        except NoText as empty:
            if not _may_be_empty(file, shop.config):
                raise
            shop.net.note(str(empty))
    return ()


def _read(file: str, data: bytes, shop: Workshop) -> Input:
    here = shop.config.at(file)
    said = (here.source_language, here.target_language, here.pairs, here.against)
    name = name_of(program(), "read", file, sha256(data).digest(), said)

    def fits(kept: Any) -> bool:
        return _is_input(kept) and kept != () and all(document.id == file for document in kept)

    return shop.cache.recall(name, Known(syntaxes=syntaxes()), fits, lambda: _stated(parse(file, data), here))


def _stated(columns: Input, config: Config) -> Input:
    """A table's header says the languages of its columns."""
    return columns if len(columns) > 1 else (stated(columns[0], config),)


def single(path: str, as_given: bool = False) -> Document:
    """The one document of a file; `as_given` takes one sentence a line."""
    if as_given:
        return read_segmented(path)
    first, *others = read(path)
    if others:
        raise XlcheckError(f"{path}:1: an aligned table is already segmented and aligned; name a text or HTML file")
    return first
