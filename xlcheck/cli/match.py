"""`xlcheck match`: which articles cover the same event."""

from __future__ import annotations

from typing import Any

import click

from xlcheck.cli.options import RUN, configured, formats
from xlcheck.cli.output import CLEAN, FAILED, print_json, tell, track


@click.command()
@click.argument("paths", nargs=-1, required=True)
@RUN
@formats("text", "json")
@click.pass_context
def match(ctx: click.Context, /, form: str, **flags: Any) -> None:
    """Find which articles cover the same event, across languages."""
    from xlcheck import pipeline

    result = pipeline.events(configured(flags), track)
    groups = [list(dict.fromkeys(article.document.id for article in event.articles)) for event in result.events]
    if form == "json":
        print_json({"events": groups})
    else:
        for number, group in enumerate(groups, 1):
            for path in group:
                click.echo(f"{number}\t{path}")
    tell(result.failures)
    ctx.exit(FAILED if result.failures else CLEAN)
