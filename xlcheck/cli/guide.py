"""`xlcheck guide`: the pages that say how xlcheck is used, one a topic."""

from __future__ import annotations

import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import click

from xlcheck.cli.output import is_terminal, width, write

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SUFFIX = ".md"


@click.command(short_help="Read the guide, topic by topic.")
@click.argument("topic", required=False)
def guide(topic: str | None) -> None:
    """Print the page of a topic, or list the topics.

    Piped, a page is the Markdown that it is written in.
    """
    pages = _pages()
    if topic is None:
        write(_listed(pages), None)
        return
    page = pages.get(topic.lower().removesuffix(_SUFFIX))
    if page is None:
        from xlcheck.model import XlcheckError

        raise XlcheckError(f"unknown topic '{topic}'; {_advice(topic, pages)}")
    _show(page.read_text("utf-8"))


def _pages() -> dict[str, Traversable]:
    """The pages by topic, in alphabetical order."""
    found = {page.name.removesuffix(_SUFFIX): page for page in files("xlcheck").joinpath("guide").iterdir()}
    return dict(sorted(found.items()))


def _advice(word: str, pages: dict[str, Traversable]) -> str:
    """The topic that is spelt nearly so, or whose page has the word most often."""
    import difflib

    if close := difflib.get_close_matches(word.lower(), pages, n=1):
        return f"did you mean '{close[0]}'?"
    uses = {topic: page.read_text("utf-8").lower().count(word.lower()) for topic, page in pages.items()}
    most = max(uses, key=lambda topic: uses[topic])
    return f"see 'xlcheck guide {most}'" if word and uses[most] else "see 'xlcheck guide'"


def _listed(pages: dict[str, Traversable]) -> str:
    """A line for each topic: its name, and the paragraph below the heading of its page, which is one line."""
    column = max(map(len, pages))
    return "".join(
        f"{topic:<{column}}  {page.read_text('utf-8').split(chr(10), 3)[2]}\n" for topic, page in pages.items()
    )


def _show(text: str) -> None:
    if not is_terminal(sys.stdout):
        write(text, None)
        return
    rendered = _rendered(text)
    click.echo_via_pager(rendered, color="\x1b" in rendered)


def _rendered(text: str) -> str:
    """The page as a terminal shows it best: headings, lists and tables laid out, coloured where colours are wanted."""
    from rich.console import Console
    from rich.markdown import Markdown

    from xlcheck.cli.output import colour

    console = Console(width=width(), force_terminal=colour(None), no_color=not colour(None), highlight=False)
    with console.capture() as captured:
        console.print(Markdown(text, hyperlinks=False))
    return captured.get()
