"""Printing and writing: UTF-8 whatever the machine's encoding, files in one go, failures on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from xlcheck.cli.limits import LIMITS
from xlcheck.files.printable import harmless, inert, printable

if TYPE_CHECKING:
    from xlcheck.config import Config

CLEAN, FINDINGS, FAILED = 0, 1, 2
"""Exit codes; `cli.stop` has those of a run that is stopped."""


def tell(lines: Iterable[str]) -> None:
    """Print lines on standard error, each on one line whatever it quotes: names, keys and values are others' text."""
    for line in lines:
        click.echo(f"xlcheck: {inert(printable(line))}", err=True)


def tell_mistake() -> None:
    """Print the traceback of the exception that is being handled, and whose mistake it is."""
    import traceback

    click.echo(harmless(traceback.format_exc()), err=True, nl=False)
    tell(["an error in xlcheck itself; please report it with the lines above"])


def remark(notes: Sequence[str]) -> None:
    """Say which inputs have nothing to check."""
    shown = notes if len(notes) <= LIMITS.notes + 1 else notes[: LIMITS.notes]
    tell(shown)
    if len(shown) < len(notes):
        tell([f"{len(notes) - len(shown):,} more inputs with nothing to check"])


def tell_usage(error: click.ClickException) -> None:
    """Print what click says of a command line that it refuses, and how it is to be written."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()  # our own help
        return
    if isinstance(error, click.exceptions.UsageError) and error.ctx:
        click.echo(error.ctx.get_usage(), err=True)
        click.echo(f"Try '{error.ctx.command_path} --help' for help.\n", err=True)
    click.echo(f"Error: {inert(printable(error.format_message()))}", err=True)


def tell_warning(message: Warning | str, category: type[Warning], *_: Any, **__: Any) -> None:
    """What a library warns of by the module `warnings`, as `warnings.showwarning`."""
    tell([f"{category.__name__}: {message}"])


def hear_logs() -> None:
    """Print what a library logs and nobody else listens to, from warnings on, as the rest."""
    import logging

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            tell([f"{record.name}: {record.getMessage()}"])

    logging.lastResort = Lines(logging.WARNING)


def show_tracebacks() -> None:
    """Print where the errors come from that xlcheck makes itself, next to the line that is always printed."""
    import logging

    class Tracebacks(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            click.echo(harmless(self.format(record)), err=True)

    log = logging.getLogger("xlcheck")
    log.addHandler(Tracebacks())
    log.setLevel(logging.DEBUG)


def say(*values: object) -> None:
    """Print values on one line, parted by tabs. Raises XlcheckError as `write`."""
    write("\t".join(printable(str(value)) for value in values) + "\n", None)


def write(content: str | bytes, output: str | None, *, guarded: bool = False) -> None:
    """Print, or write the whole file in one go. Raises XlcheckError where that cannot be.

    What is printed is made harmless, unless the format has seen to that itself (`guarded`); a file has every character.
    """
    from xlcheck.cli.stop import heed
    from xlcheck.files.atomic import replace
    from xlcheck.model import XlcheckError

    heed()
    if output is None and isinstance(content, str) and not guarded:
        content = harmless(content)
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    if output is None:
        _print(data)
    elif output:
        replace(output, data)
    else:
        raise XlcheckError("--output: empty value; give a file")


def spare(config: Config, outputs: Iterable[str | None]) -> None:
    """Raise XlcheckError where a file to be written is one of those that a run reads, by name or in a folder."""
    spare_files((file for path in _consulted(config) for file in _files(path, config)), outputs)


def spare_files(inputs: Iterable[str], outputs: Iterable[str | None]) -> None:
    """Raise XlcheckError where a file to be written is one of those that are read."""
    from xlcheck.model import XlcheckError

    written = {os.path.realpath(output): output for output in outputs if output}
    for file in inputs if written else ():
        if output := written.get(os.path.realpath(file)):
            raise XlcheckError(f"{output}:1: this run reads the file and would overwrite it; name another file")


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
    from xlcheck.files.escaping import json_text

    write(json_text(value) + "\n", None)


def colour(output: str | None) -> bool:
    return output is None and is_terminal(sys.stdout) and "NO_COLOR" not in os.environ


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody reads along; Python has no stream for what was closed before it started."""
    return stream is not None and stream.isatty()


def width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns if is_terminal(sys.stdout) else 100


def track(items: Sequence[Any], label: str) -> Iterator[Any]:
    """Show a progress bar on a terminal's stderr when the work is long; between two items a signal is heeded."""
    from xlcheck.cli.stop import heed

    for item in _bar(items, label) if len(items) >= LIMITS.long_run and is_terminal(sys.stderr) else items:
        heed()
        yield item


def _bar(items: Sequence[Any], label: str) -> Iterator[Any]:
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar
