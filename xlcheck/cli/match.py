"""`xlcheck match`: which articles cover the same event, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from xlcheck.cli.options import RUN, configured, formats
from xlcheck.cli.output import CLEAN, FAILED, print_json, remark, say, tell, track, write

if TYPE_CHECKING:
    from xlcheck.model import Event


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--explain", nargs=2, metavar="ONE OTHER", help="Explain what links or separates two documents.")
@RUN
@formats("text", "json")
@click.pass_context
def match(ctx: click.Context, /, explain: tuple[str, str] | None, form: str, **flags: Any) -> None:
    """Find which articles cover the same event, across languages.

    text gives the number of the event, the path, and the relation to an earlier article of the event: translation,
    same-text, brief, independent or live-page.
    """
    from xlcheck import pipeline
    from xlcheck.report.match import explained

    config = configured(flags)
    if explain:
        write(explained(pipeline.tie(config, explain, track)), None)
        return
    result = pipeline.events(config, track)
    if form == "json":
        print_json(_contract(result.events))
    else:
        for number, event in enumerate(result.events, 1):
            for path, relations in _members(event).items():
                say(number, path, *relations)
    remark(result.notes)
    tell(result.failures)
    ctx.exit(FAILED if result.failures else CLEAN)


def _members(event: Event) -> dict[str, tuple[str, ...]]:
    """The paths of an event, each with what it is and to which other, as far as that is known."""
    from xlcheck.match import is_live, kin

    related = {
        article: (str(how), other.document.id)
        for article, other, how in kin(event)
        if article.document.id != other.document.id
    }
    return {
        article.document.id: related.get(article, ("live-page",) if is_live(article) else ())
        for article in event.articles
    }


def _contract(events: tuple[Event, ...]) -> dict[str, Any]:
    members = [_members(event) for event in events]
    return {"events": [list(paths) for paths in members], "relations": list(_relations(members))}


def _relations(members: list[dict[str, tuple[str, ...]]]) -> Iterator[dict[str, str]]:
    for paths in members:
        for path, relation in paths.items():
            if relation:
                yield dict(zip(("path", "relation", "to"), (path, *relation), strict=False))
