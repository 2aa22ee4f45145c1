"""`xlcheck check --watch`: checks again whenever something that counts is saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xlcheck.cli.limits import LIMITS
from xlcheck.cli.output import tell

if TYPE_CHECKING:
    from xlcheck.cache import Cache
    from xlcheck.config import Config


def watch(configured: Callable[[], Config], check: Callable[[Config, Cache], object], written: Iterable[str]) -> None:
    """Check now, and whenever a text, a glossary or the settings change, until Ctrl-C.

    `configured` reads the settings anew; `written` are the files that checking writes, or their folders. What is wrong
    with an input is reported, and corrected by the next save. Raises XlcheckError where there is nothing to watch.
    """
    from xlcheck.cache import MemoryCache
    from xlcheck.model import XlcheckError
    from xlcheck.pipeline.workshop import kept
    from xlcheck.read import STANDARD_INPUT

    config = configured()
    if STANDARD_INPUT in config.paths:
        raise XlcheckError("--watch: standard input cannot be watched; name files or folders")
    cache = MemoryCache(kept(config))
    own = tuple(written)
    folders: Mapping[str, object] | None = None
    try:
        while True:
            if folders != (folders := _folders(config)):
                changes = _changes(config, own, folders)
                next(changes)  # what is saved from here on is seen, during the check, too
            seen = _settings(config)
            config = _again(configured, lambda config: check(config, cache)) or config
            cache.turn()
            for found in changes:
                if folders.keys() & found:  # the folder went, and another may have its place
                    folders = None
                if found or folders != _folders(config) or seen != _settings(config):
                    break
            click.clear()
    except KeyboardInterrupt:
        tell(["stopped watching"])


def _again(configured: Callable[[], Config], check: Callable[[Config], object]) -> Config | None:
    """The settings of a check; None where they are wrong."""
    from xlcheck.model import XlcheckError
    from xlcheck.model.errors import mistake

    config = None
    try:
        config = configured()
        check(config)
    except XlcheckError as error:
        tell(error.lines)
    except Exception as error:  # a folder that went while it was read; whatever nobody foresaw
        tell([mistake(str(getattr(error, "filename", None) or "a check"), error, "while watching")])
    tell(["watching for changes; press Ctrl-C to stop"])
    return config


def _changes(config: Config, written: Iterable[str], folders: Iterable[str]) -> Iterator[set[str]]:
    """The paths of what was saved that the result may depend on; none of them whenever nothing was for a while."""
    from watchfiles import Change, DefaultFilter
    from watchfiles import watch as changes

    from xlcheck.cache import folder
    from xlcheck.config import BASELINE, IGNORES, NAME, PROJECT
    from xlcheck.files.there import is_folder
    from xlcheck.model.path import absolute, relative, within
    from xlcheck.model.suppression import BESIDE

    watched = _watched(config)
    caches = [folder.own(config.cache)] if config.cache else []
    own = {absolute(str(file)) for file in (*written, *caches)}
    around = {absolute(str(cache.parent)) for cache in caches}
    seldom = DefaultFilter()

    def counts(change: Change, path: str) -> bool:
        beside = path.removesuffix(BESIDE)  # the ignores of a text
        # hidden in a folder: nothing of it is read, and files are drafts there before they are whole
        places = (place for place in watched if within(beside, place))
        named = Path(path).name in (NAME, PROJECT, IGNORES, BASELINE)
        read = named or any(not any(map(_is_hidden, Path(relative(beside, place)).parts)) for place in places)
        made = path in around or any(within(path, place) for place in own)
        return read and not made and seldom(change, path)

    deep = any(map(is_folder, config.paths))
    told: Iterator[Any] = changes(
        *sorted(folders),
        watch_filter=counts,
        debounce=LIMITS.longest_change,
        step=LIMITS.quiet,
        rust_timeout=LIMITS.tick,
        yield_on_timeout=True,
        recursive=deep,
    )
    return ({path for _, path in found} for found in told)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _watched(config: Config) -> list[str]:
    """The texts, glossaries and settings of a run, absolute."""
    from xlcheck.model.path import absolute

    settings = [path for path in (config.against, config.ignores, config.baseline, config.file) if path]
    return [absolute(path) for path in (*config.paths, *config.glossaries, *settings)]


def _folders(config: Config) -> dict[str, object]:
    """The folders to watch that are there, absolute, each with what tells it from another of its name.

    A file's is watched: whoever saves a file may put another in its place.
    """
    from xlcheck.files.there import is_folder

    found: dict[str, object] = {}
    for path in _watched(config):
        folder = path if is_folder(path) else str(Path(path).parent)
        try:
            found[folder] = Path(folder).stat().st_ino
        except OSError:
            continue
    return found


def _settings(config: Config) -> dict[str, object]:
    """The files that would be used if they were there, in folders that may not be watched, and how they are now."""
    from xlcheck.config import BASELINE, DEFAULT_GLOSSARY, IGNORES, NAME, PROJECT
    from xlcheck.model.path import absolute

    first = Path(absolute(next(iter(config.paths))))
    around = [folder / name for folder in (first, *first.parents) for name in (NAME, PROJECT)]
    beside = [folder / name for folder in (Path(config.file or "").parent, Path()) for name in (IGNORES, BASELINE)]
    terms = () if config.glossary else (Path(DEFAULT_GLOSSARY),)
    return {os.fspath(file): _state(file) for file in (*around, *beside, *terms)}


def _state(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
