"""What several commands share: their flags, and the configuration that the flags and a file make."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from xlcheck.config import Config


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


RUN = _options(
    click.option("--source-language", metavar="L", help="BCP 47 tag of the original's language."),
    click.option("--target-language", metavar="L", help="BCP 47 tag of the language that the pages are in."),
    click.option(
        "--glossary",
        multiple=True,
        metavar="PATH",
        help="Glossary file or folder; may be repeated.  [default: the folder glossary/, where there is one]",
    ),
    click.option("--no-glossary", is_flag=True, help="Use no glossary."),
    click.option("--config", "file", metavar="FILE", help="TOML file with settings; flags win over it."),
    click.option("--model", metavar="NAME", help="Sentence-transformers model, name or path, instead of our own."),
)


def formats(*names: str) -> Callable[[Any], Any]:
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="What to print."
    )


def configured(flags: dict[str, Any]) -> Config:
    from xlcheck.config import configure
    from xlcheck.rules import RULES

    settings = {key: value for key, value in flags.items() if key != "file"}
    for key in ("select", "ignore"):
        settings[key] = tuple(code.strip() for entry in flags.get(key, ()) for code in entry.split(","))
    return configure(settings, flags.get("file"), tuple(rule.code for rule in RULES))
