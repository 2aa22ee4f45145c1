"""What several commands share: their flags, and the configuration that the flags and a file make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from xlcheck.cli.output import tell

if TYPE_CHECKING:
    from xlcheck.config import Config, Told


def options(*parts: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options and arguments as one decorator."""

    def add(command: Any) -> Any:
        for part in reversed(parts):
            command = part(command)
        return command

    return add


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"'{text}' is not a day such as 2030-12-31") from None


EXCLUDE = click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Skip matching files in folders; patterns as in .gitignore (drafts/, es/**/*.old.md); may be repeated. "
    "A file named on the command line is always checked.",
)

RUN = options(
    EXCLUDE,
    click.option("--source-language", metavar="L", help="The original's language, a BCP 47 tag such as vi."),
    click.option("--target-language", metavar="L", help="The language that the pages are in, a BCP 47 tag such as es."),
    click.option(
        "--glossary",
        multiple=True,
        metavar="PATH",
        help="Glossary file or folder; may be repeated.  [default: the folder glossary/, where there is one]",
    ),
    click.option("--no-glossary", is_flag=True, help="Use no glossary."),
    click.option(
        "--config",
        "file",
        metavar="FILE",
        help="TOML file with settings; flags win over it.  [default: the nearest xlcheck.toml or "
        "pyproject.toml, upward from the first path]",
    ),
    click.option(
        "--cache",
        metavar="FOLDER",
        help="Where to keep results for the next run.  [default: the user's cache folder]",
    ),
    click.option("--no-cache", is_flag=True, help="Keep nothing, and use nothing that was kept."),
    click.option(
        "--model",
        metavar="NAME",
        help="Sentence-transformers model, name or path, instead of our own.  [default: what XLCHECK_MODEL names]",
    ),
)

CHECK = options(
    click.option("--against", metavar="SOURCE", help="The document that the others were translated from."),
    RUN,
    click.option(
        "--select", multiple=True, metavar="RULES", help="Only these rules: codes, beginnings or names, by commas."
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULES", help="Not these rules: codes, beginnings or names, by commas."
    ),
    click.option("--pedantic", is_flag=True, help="Also show findings of which fewer than three in four proved right."),
    click.option(
        "--ignores",
        metavar="FILE",
        help="Findings to ignore, each with a reason and an end date.  [default: xlcheck-ignore.toml, if there]",
    ),
    click.option("--today", type=_day, hidden=True, help="The day that last days are compared with.  [default: today]"),
)


BASELINE = options(
    click.option(
        "--baseline",
        metavar="FILE",
        help="Findings that are known already.  [default: xlcheck-baseline.json, if there]",
    ),
    click.option("--no-baseline", is_flag=True, help="Use no baseline."),
)

FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 from this severity on.  [default: error]",
)


def formats(*names: str) -> Callable[[Any], Any]:
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="What to print."
    )


_FLAGS = {"file": "config", "base": "diff"}
"""What is called otherwise than its flag."""


def configured(flags: dict[str, Any]) -> Config:
    """The configuration of a command; a cache that cannot be used is reported, and the command runs without it."""
    config = traced(flags)[0]
    if "cache" in flags and config.cache and config.model is None:
        from xlcheck.cache.folder import fault

        tell(filter(None, [fault(config.cache)]))
    return config


def traced(flags: dict[str, Any]) -> tuple[Config, tuple[Told, ...]]:
    """The configuration, and where each of its settings came from."""
    from xlcheck.config import rule_names, trace
    from xlcheck.model import XlcheckError
    from xlcheck.rules import RULES

    for key, value in flags.items():
        if value == "" or (isinstance(value, tuple) and "" in value):
            name = _FLAGS.get(key, key).replace("_", "-")
            raise XlcheckError(f"{name}: an empty name; name what is meant, or leave it out")
    settings = {key: value for key, value in flags.items() if key != "file"}
    for key in ("select", "ignore"):
        settings[key] = tuple(code.strip() for entry in flags.get(key, ()) for code in entry.split(","))
    return trace(settings, flags.get("file"), rule_names(RULES))
