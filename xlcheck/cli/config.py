"""`xlcheck config`: what is set, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from xlcheck.cli.options import BASELINE, CHECK, FAIL_ON, traced
from xlcheck.cli.output import print_json, write
from xlcheck.files.printable import printable

if TYPE_CHECKING:
    from xlcheck.config import Config


@click.group()
def config() -> None:
    """Show the settings, or their JSON Schema."""


@config.command(short_help="Show the settings and where each comes from.")
@click.argument("paths", nargs=-1)
@CHECK
@BASELINE
@FAIL_ON
def show(**flags: Any) -> None:
    """Show the settings and where each comes from: a flag, a line in a file, a file that was found, or the default.

    With PATHS, the file nearest to the first path is used. Overrides for some paths come last.
    """
    from xlcheck.config.keys import written

    config, told = traced(flags)
    lines = [
        f"# {each.key} is not set"
        if each.value is None
        else f"{each.key} = {written(each.value)}  # {printable(each.origin)}"
        for each in told
    ]
    lines += _sections(config)
    write("".join(f"{line}\n" for line in lines), None)


def _sections(config: Config) -> list[str]:
    from xlcheck.config.keys import written

    return [
        line
        for override in config.overrides
        for line in (
            "",
            f"[[override]]  # {printable(override.place)}",
            f"paths = {written(override.paths)}",
            *(f"{key.replace('_', '-')} = {written(value)}" for key, value in override.settings.items()),
        )
    ]


@config.command()
def schema() -> None:
    """Print the JSON Schema of xlcheck.toml, for editors."""
    from xlcheck.config.schema import schema as of_file

    print_json(of_file())
