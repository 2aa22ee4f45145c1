"""Printing and writing: UTF-8 whatever the machine's encoding, files in one go, failures on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from xlcheck.config import Config

CLEAN, FINDINGS, FAILED = 0, 1, 2
STOPPED = 130
"""Exit codes; the last as shells have it, for Ctrl-C."""


def tell(failures: Iterable[str]) -> None:
    for failure in failures:
        click.echo(f"xlcheck: {failure}", err=True)


MOST_NOTES = 5
"""Texts that have nothing to check, by name; of the others the number is told. A site may have hundreds."""


def remark(notes: Sequence[str]) -> None:
    """Say which inputs have nothing to check."""
    shown = notes if len(notes) <= MOST_NOTES + 1 else notes[:MOST_NOTES]
    tell(shown)
    if len(shown) < len(notes):
        tell([f"{len(notes) - len(shown):,} more files without text"])


def say(line: str) -> None:
    """Print a line. Raises XlcheckError as `write`."""
    write(f"{line}\n", None)


def write(content: str | bytes, output: str | None) -> None:
    """Print, or write the whole file in one go: a temporary file beside it, then replaced."""
    from xlcheck.model import XlcheckError

    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    if output is None:
        _print(data)
        return
    if not output:
        raise XlcheckError("--output: an empty name; give a file")
    target = Path(output).resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():
            # a pipe or a device is written to, not replaced; a folder is an error
            target.write_bytes(data)
        else:
            draft.write_bytes(data)
            draft.replace(target)
    except OSError as error:
        raise XlcheckError(f"{output}:1: cannot be written ({error.strerror}); check the folder") from None
    finally:
        draft.unlink(missing_ok=True)


def spare(config: Config, outputs: Iterable[str | None]) -> None:
    """Raise XlcheckError where a file to be written is one of those that a run reads, by name or in a folder."""
    spare_files((file for path in _consulted(config) for file in _files(path, config)), outputs)


def spare_files(inputs: Iterable[str], outputs: Iterable[str | None]) -> None:
    """Raise XlcheckError where a file to be written is one of those that are read."""
    from xlcheck.model import XlcheckError

    written = {os.path.realpath(output): output for output in outputs if output}
    for file in inputs if written else ():
        if output := written.get(os.path.realpath(file)):
            raise XlcheckError(f"{output}:1: is read, and would be overwritten; name another file")


def _consulted(config: Config) -> Iterator[str]:
    """Every path that a run with these settings reads: articles, settings, glossaries, and what is passed over."""
    yield from config.paths
    yield from filter(None, (config.against, config.file, config.ignores, config.baseline))
    for glossary in map(Path, config.glossaries):
        yield from map(str, (glossary, *glossary.glob("*")))


def _files(path: str, config: Config) -> Sequence[str]:
    """The files that a path stands for; none where it is wrong, of which the run will tell."""
    from xlcheck.model import XlcheckError
    from xlcheck.read import expand

    try:
        return expand((path,), config.excludes) if path != "-" else ()
    except XlcheckError:
        return ()


def _print(data: bytes) -> None:
    """Print UTF-8, whatever the machine's own encoding: reports hold every script."""
    from xlcheck.model import XlcheckError

    if sys.stdout is None:
        raise XlcheckError("standard output is closed; open it, or give --output")
    try:
        click.echo(data, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise XlcheckError(f"standard output cannot be written ({error.strerror}); check where it goes") from None


def print_json(value: Any) -> None:
    import json

    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n", None)


def one_line(text: str) -> str:
    return " ".join(text.split())


def colour(output: str | None) -> bool:
    return output is None and is_terminal(sys.stdout) and "NO_COLOR" not in os.environ


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody reads along; Python has no stream for what was closed before it started."""
    return stream is not None and stream.isatty()


def width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns if is_terminal(sys.stdout) else 100


LONG = 40
"""Items from which a progress bar is shown."""


def track(items: Sequence[Any], label: str) -> Iterable[Any]:
    """Show a progress bar on a terminal's stderr when the work is long."""
    if len(items) < LONG or not is_terminal(sys.stderr):
        return items
    return _bar(items, label)


def _bar(items: Sequence[Any], label: str) -> Iterator[Any]:
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar
