"""`xlcheck check`: the one that editors and CI run."""

from __future__ import annotations

from typing import Any

import click

from xlcheck.cli.options import CHECK, configured
from xlcheck.cli.output import CLEAN, FAILED, FINDINGS, spare, tell, track
from xlcheck.cli.reports import FORMAT, Target, deliver, targets


@click.command()
@click.argument("paths", nargs=-1, required=True)
@CHECK
@click.option(
    "--baseline", metavar="FILE", help="Findings that are known already.  [default: xlcheck-baseline.json, if there]"
)
@click.option("--no-baseline", is_flag=True, help="Use no baseline.")
@FORMAT
@click.option("--output", metavar="FILE", help="Write there what would be printed.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 from this severity on.  [default: error]",
)
@click.pass_context
def check(ctx: click.Context, /, forms: tuple[Target, ...], output: str | None, **flags: Any) -> None:
    """Check documents: text, HTML, aligned tables (.tsv), folders of them, - for standard input.

    Exit code 0: clean; 1: findings at or above --fail-on; 2: something could not be run or read.
    """
    from xlcheck import pipeline

    placed = targets(forms, output)
    config = configured(flags)
    spare(config.paths, [target.file for target in placed])
    result = pipeline.run(config, track)
    deliver(result, placed)
    tell(result.failures)
    if result.failures:
        ctx.exit(FAILED)
    ctx.exit(FINDINGS if any(map(config.fails, result.findings)) else CLEAN)
