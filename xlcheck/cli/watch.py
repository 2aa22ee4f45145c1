"""`xlcheck check --watch`: checks again whenever something that counts is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlcheck.cli.output import tell

if TYPE_CHECKING:
    from xlcheck.cache import Cache
    from xlcheck.config import Config

_PAUSE, _LONGEST = 30, 200
"""Milliseconds without a change after which one is seen to, and for which a stream of changes may hold that up."""


def watch(configured: Callable[[], Config], check: Callable[[Config, Cache], object], written: Iterable[str]) -> None:
    """Check now, and whenever a text, a glossary or the settings change, until Ctrl-C.

    `configured` reads the settings anew; `written` are the files that checking writes, or their folders. What is wrong
    with an input is told, and mended by the next save. Raises XlcheckError where there is nothing to watch.
    """
    from xlcheck.cache import MemoryCache
    from xlcheck.model import XlcheckError
    from xlcheck.pipeline.workshop import kept
    from xlcheck.read import STANDARD_INPUT

    config = configured()
    if STANDARD_INPUT in config.paths:
        raise XlcheckError("--watch: standard input does not change; name files or folders")
    cache = MemoryCache(kept(config))
    try:
        _again(lambda: check(config, cache))
        for _ in _changes(config, written):
            click.clear()
            _again(lambda: check(configured(), cache))
            cache.turn()
    except KeyboardInterrupt:
        pass
    click.echo("xlcheck: no longer watching", err=True)


def _again(check: Callable[[], object]) -> None:
    from xlcheck.model import XlcheckError

    try:
        check()
    except XlcheckError as error:
        tell(str(error).splitlines())
    click.echo("xlcheck: watching; Ctrl-C ends it", err=True)


def _changes(config: Config, written: Iterable[str]) -> Iterator[object]:
    """An item whenever something was saved that the result may depend on."""
    from watchfiles import Change, DefaultFilter
    from watchfiles import watch as changes

    from xlcheck.config import BASELINE, IGNORES, NAME, PROJECT
    from xlcheck.model.path import absolute, within

    settings = [path for path in (config.against, config.ignores, config.baseline, config.file) if path]
    watched = [absolute(path) for path in (*config.paths, *config.glossaries, *settings)]
    own = {absolute(file) for file in written}
    seldom = DefaultFilter()

    def counts(change: Change, path: str) -> bool:
        beside = path.removesuffix(".xlcheck")  # the ignores of a text
        named = Path(path).name in (NAME, PROJECT, IGNORES, BASELINE) or any(within(beside, place) for place in watched)
        return named and not any(within(path, place) for place in own) and seldom(change, path)

    # a file's folder: whoever saves a file may put another in its place
    folders = {path if Path(path).is_dir() else str(Path(path).parent) for path in watched}
    deep = any(Path(path).is_dir() for path in config.paths)
    there = sorted(folder for folder in folders if Path(folder).is_dir())
    return changes(*there, watch_filter=counts, debounce=_LONGEST, step=_PAUSE, recursive=deep)
