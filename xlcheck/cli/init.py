"""`xlcheck init`: the files of a new project."""

from __future__ import annotations

import shlex
from importlib.resources import files
from pathlib import Path

import click

from xlcheck.cli.output import write

_CONTENT = "@CONTENT@"


@click.command()
@click.argument("content", default="content")
def init(content: str) -> None:
    """Write the files that a project starts with, where there are none: xlcheck.toml with every setting explained, a
    first glossary, and a workflow that checks the folder CONTENT on GitHub.
    """
    from xlcheck.config import NAME
    from xlcheck.config.start import commented

    start = files("xlcheck.cli").joinpath("start")
    texts = {
        NAME: commented(("glossary",)),
        "glossary/terms.toml": start.joinpath("terms.toml").read_text("utf-8"),
        ".github/workflows/xlcheck.yml": start.joinpath("xlcheck.yml")
        .read_text("utf-8")
        .replace(_CONTENT, shlex.quote(content)),
    }
    for name, text in texts.items():
        if Path(name).exists():
            click.echo(f"{name}: is there already, left as it is")
        else:
            _write(text, name)
            click.echo(f"{name}: written")
    click.echo(f"next: xlcheck check {shlex.quote(content)}")


def _write(text: str, name: str) -> None:
    from xlcheck.model import XlcheckError

    try:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise XlcheckError(f"{name}: cannot be written ({error.strerror}); check the folder") from None
    write(text, name)
