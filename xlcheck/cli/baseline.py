"""`xlcheck baseline`: the findings that are known already, so that only new ones fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from xlcheck.cli.options import CHECK, configured, options
from xlcheck.cli.output import CLEAN, FAILED, remark, say, tell, track, write

_OF_PATHS = options(
    click.argument("paths", nargs=-1, required=True),
    CHECK,
    click.option("--baseline", metavar="FILE", help="Baseline file.  [default: xlcheck-baseline.json]"),
)


@click.group(short_help="Manage the baseline of known findings.")
def baseline() -> None:
    """Manage the baseline of known findings: 'xlcheck check' reports only new ones.

    Findings are recognised by their words and the text around them, not by their lines.
    """


@baseline.command(name="write")
@_OF_PATHS
@click.pass_context
def write_(ctx: click.Context, /, **flags: Any) -> None:
    """Record all current findings as known. Entries for other paths, and for rules that are not run, are kept."""
    ctx.exit(_renew(flags, prune=False))


@baseline.command()
@_OF_PATHS
@click.pass_context
def prune(ctx: click.Context, /, **flags: Any) -> None:
    """Remove findings that have been fixed."""
    ctx.exit(_renew(flags, prune=True))


def _renew(flags: dict[str, Any], prune: bool) -> int:
    """Write the baseline, unless an input could not be read: what is known of it would be lost."""
    from dataclasses import replace

    from xlcheck import pipeline
    from xlcheck.config import BASELINE
    from xlcheck.pipeline.silencing import renewed
    from xlcheck.silence.baseline import load, render

    config = configured(flags)
    file = config.baseline or BASELINE
    known = load(file) if prune or Path(file).exists() else ()
    result = pipeline.run(replace(config, baseline=None), track)
    remark(result.notes)
    if result.failures:
        tell((*result.failures, f"{file}: not changed"))
        return FAILED
    now = renewed(result, config, known, file, prune)
    write(render(now), file)
    before, after = (sum(entry.count for entry in entries) for entries in (known, now))
    say(f"{file}: {after} {'finding' if after == 1 else 'findings'} known, {before} before")
    return CLEAN
