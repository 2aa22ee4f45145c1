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
        raise click.BadParameter(f"'{text}' is not a date such as 2030-12-31") from None


EXCLUDE = click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Skip matching files in folders; patterns as in .gitignore (drafts/, es/**/*.old.md). May be repeated. "
    "A file named on the command line is always checked.",
)

RUN = options(
    EXCLUDE,
    click.option("--source-language", metavar="L", help="Language of the original, a BCP 47 tag such as vi."),
    click.option("--target-language", metavar="L", help="Language of the pages, a BCP 47 tag such as es."),
    click.option(
        "--glossary",
        multiple=True,
        metavar="PATH",
        help="Glossary file or folder. May be repeated.  [default: the folder glossary/, if it exists]",
    ),
    click.option("--no-glossary", is_flag=True, help="Do not use a glossary."),
    click.option(
        "--config",
        "file",
        metavar="FILE",
        help="Settings file; flags take precedence.  [default: the nearest xlcheck.toml or "
        "pyproject.toml, from the first path upward]",
    ),
    click.option(
        "--cache",
        metavar="FOLDER",
        help="Folder to keep results in for the next run.  [default: the user's cache folder]",
    ),
    click.option("--no-cache", is_flag=True, help="Neither keep nor use results."),
    click.option(
        "--model",
        metavar="NAME",
        help="Sentence-transformers model, by name or path, instead of the default one.  [env: XLCHECK_MODEL]",
    ),
)

CHECK = options(
    click.option("--against", metavar="SOURCE", help="Document that the others were translated from."),
    RUN,
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Run only these rules: codes, prefixes or names, comma-separated.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULES",
        help="Skip these rules: codes, prefixes or names, comma-separated.",
    ),
    click.option("--pedantic", is_flag=True, help="Also show findings of which fewer than three in four proved right."),
    click.option(
        "--ignores",
        metavar="FILE",
        help="File of findings to ignore, each with a reason and an expiry date.  "
        "[default: xlcheck-ignore.toml, if it exists]",
    ),
    click.option("--today", type=_day, hidden=True, help="Date that expiry dates are compared with.  [default: today]"),
)


BASELINE = options(
    click.option(
        "--baseline",
        metavar="FILE",
        help="Baseline of known findings.  [default: xlcheck-baseline.json, if it exists]",
    ),
    click.option("--no-baseline", is_flag=True, help="Do not use a baseline."),
)

FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 if there are findings of this severity or above.  [default: error]",
)


def formats(*names: str) -> Callable[[Any], Any]:
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="Output format."
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
            raise XlcheckError(f"{name}: empty value; give one, or leave it out")
    settings = {key: value for key, value in flags.items() if key != "file"}
    for key in ("select", "ignore"):
        settings[key] = tuple(code.strip() for entry in flags.get(key, ()) for code in entry.split(","))
    return trace(settings, flags.get("file"), rule_names(RULES))
