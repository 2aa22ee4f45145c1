"""`xlcheck check`: the one that editors and CI run."""

from __future__ import annotations

from typing import Any

import click

from xlcheck.cli.options import RUN, configured, formats
from xlcheck.cli.output import CLEAN, FAILED, FINDINGS, colour, tell, track, width, write


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--against", metavar="SOURCE", help="The document that the others were translated from.")
@RUN
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules: codes or beginnings, by commas.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules: codes or beginnings, by commas.")
@click.option("--pedantic", is_flag=True, help="Show also findings that are less than 90 % sure.")
@formats("terminal", "json", "html")
@click.option("--output", metavar="FILE", help="Write the report there instead of printing it.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 from this severity on.  [default: error]",
)
@click.pass_context
def check(ctx: click.Context, /, form: str, output: str | None, **flags: Any) -> None:
    """Check documents: text, HTML, aligned tables (.tsv), folders of them, - for standard input.

    Exit code 0: clean; 1: findings at or above --fail-on; 2: something could not be run or read.
    """
    from xlcheck import pipeline, report
    from xlcheck.model import Severity

    config = configured(flags)
    result = pipeline.run(config, track)
    if form == "terminal":
        text = report.terminal.render(result, colour=colour(output), width=width())
    else:
        text = report.FORMATS[form](result)
    write(text, output)
    tell(result.failures)
    if result.failures:
        ctx.exit(FAILED)
    if config.fail_on != "never":
        level = Severity[config.fail_on.upper()]
        ctx.exit(FINDINGS if any((finding.severity or 0) >= level for finding in result.findings) else CLEAN)
