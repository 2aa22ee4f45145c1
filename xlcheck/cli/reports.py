"""Where the reports of a run go: `--format NAME` prints one, `--format NAME=FILE` writes it, several at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlcheck.cli.output import colour, is_terminal, spare_files, width, write

if TYPE_CHECKING:
    from xlcheck.model import Report

TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Target:
    """A format by its name, and the file it goes to; None prints it. In a folder of reports there may be more files."""

    form: str
    file: str | None = None
    in_folder: bool = False


def _parsed(_ctx: click.Context, _param: click.Parameter, values: Sequence[str]) -> tuple[Target, ...]:
    return tuple(map(_target, values))


def _target(value: str) -> Target:
    from xlcheck.report import FORMATS

    form, given, file = value.partition("=")
    if form not in FORMATS:
        raise click.BadParameter(f"'{form}' is not one of {', '.join(FORMATS)}")
    if given and not file:
        raise click.BadParameter(f"there is no file after '{form}='")
    return Target(form, None if file in ("", "-") else file)


FORMAT = click.option(
    "--format",
    "forms",
    multiple=True,
    callback=_parsed,
    metavar="NAME[=FILE]",
    help="terminal, json, html, sarif, junit, github, markdown, gitlab, rdjson, csv or xlsx; printed, or written to a "
    "file or folder. May be repeated.  [default: terminal]",
)


def targets(forms: Sequence[Target], output: str | None) -> tuple[Target, ...]:
    """Where everything goes, files first, the report that is printed (or goes to `output`) last.

    With no format to print, the terminal's is. Raises XlcheckError, before anything is checked, where a file has no
    folder, two formats would be printed or would overwrite one another.
    """
    from xlcheck.model import XlcheckError

    printed = [target for target in forms if target.file is None]
    if len(printed) > 1:
        names = " and ".join(target.form for target in printed)
        raise XlcheckError(f"--format: {names} cannot both be printed; use NAME=FILE for all but one")
    if output == "":
        raise XlcheckError("--output: empty value; give a file")
    last = replace(printed[0] if printed else Target(TERMINAL), file=output)
    placed = tuple(_placed(target) for target in (*(target for target in forms if target.file), last))
    _apart(target.file for target in placed if target.file)
    return placed


def deliver(report: Report, placed: Iterable[Target]) -> None:
    """Write every report, once all are made: one that cannot be made leaves the files of the others as they were.

    Other files of a folder stay, those of an earlier run too. Raises XlcheckError where one that was read would be
    overwritten.
    """
    made = [written for target in placed for written in _written(report, target)]
    read = (article.document.id for event in report.events for article in event.articles)
    spare_files(read, (file for file, _ in made))
    for file, content in made:
        if file:
            _make_folder(Path(file).parent)
        write(content, file, guarded=True)


def _placed(target: Target) -> Target:
    """The target with its file: in a folder, the format's own."""
    from xlcheck.model import XlcheckError
    from xlcheck.report import FILES

    if target.file is None:
        return target
    file = Path(target.file)
    if target.file.endswith(("/", os.sep)) or file.is_dir():
        return replace(target, file=str(file / FILES[target.form]), in_folder=True)
    if not file.parent.is_dir():
        raise XlcheckError(f"{file}:1: cannot be written (no folder '{file.parent}'); create the folder")
    return target


def _make_folder(folder: Path) -> None:
    from xlcheck.model import XlcheckError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise XlcheckError(f"{folder}:1: the folder cannot be created ({error.strerror}); name another") from None


def _apart(files: Iterable[str]) -> None:
    from xlcheck.model import XlcheckError

    seen = set()
    for file in files:
        path = Path(file).resolve()
        if path in seen and (path.is_file() or not path.exists()):
            raise XlcheckError(f"{file}:1: two reports cannot be written to one file; name another")
        seen.add(path)


def _written(report: Report, target: Target) -> Iterator[tuple[str | None, str | bytes]]:
    """Each file that a report goes to, and what is to stand in it."""
    from xlcheck.report import PAGES

    if target.file and target.in_folder and target.form in PAGES:
        for name, text in PAGES[target.form](report).items():
            yield str(Path(target.file).with_name(name)), text
    else:
        yield target.file, _content(report, target)


def _content(report: Report, target: Target) -> str | bytes:
    from xlcheck.model import XlcheckError
    from xlcheck.report import FORMATS, terminal

    if target.file is None and target.form == TERMINAL:
        return terminal.render(report, colour=colour(None), width=width())
    content = FORMATS[target.form](report)
    if target.file is None and isinstance(content, bytes) and is_terminal(sys.stdout):
        raise XlcheckError(f"--format {target.form}: this format is not text; use {target.form}=FILE")
    return content
