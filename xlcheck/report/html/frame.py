"""What every page is made with: the templates, the style sheet and the script, and the policy that admits them."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from xlcheck.files.escaping import markup_text
from xlcheck.files.printable import is_harmless, printable, without_controls
from xlcheck.model import Report
from xlcheck.report.entry import place
from xlcheck.report.excerpt import brief
from xlcheck.report.html.isolated import isolated
from xlcheck.report.notes import notes
from xlcheck.report.summary import count, summary

if TYPE_CHECKING:
    from jinja2 import Environment

_STYLES = ("style.css", "media.css")


def filled(name: str, scripts: tuple[str, ...], report: Report, **values: Any) -> str:
    """A page by its template's name, with these scripts.

    All text of the articles is escaped by the template engine, and control characters are U+FFFD. The policy in the
    page lets nothing load, admits the page's own style sheet and script only, by their digests, and refuses HTML made
    by the script.
    """
    from markupsafe import Markup

    style, script = "".join(map(_file, _STYLES)), "".join(map(_file, scripts))
    return (
        _environment()
        .get_template(name)
        .render(
            report=report,
            summary=summary(report),
            notes=notes(report),
            style=Markup(style),
            script=Markup(script),
            style_digest=_digest(style),
            script_digest=_digest(script),
            **values,
        )
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markdown_it import MarkdownIt
    from markupsafe import Markup

    markdown = MarkdownIt("commonmark", {"html": False}).disable(["link", "image", "autolink"])
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_file),
        finalize=_shown,
    )
    environment.filters["place"] = lambda span: printable(place(span))
    environment.filters["printable"] = printable
    environment.filters["brief"] = brief
    environment.filters["isolated"] = isolated
    environment.filters["count"] = count
    environment.filters["markdown"] = lambda text: Markup(markdown.render(text))
    environment.globals["zip"] = zip
    return environment


def _shown(value: Any) -> Any:
    """A value of the template, text with what would be harmful where the page is printed by its number."""
    from markupsafe import Markup, escape

    if isinstance(value, Markup) or not isinstance(value, str) or is_harmless(value):
        return value
    return Markup(markup_text(escape(without_controls(value))))


@cache
def _file(name: str) -> str:
    return files("xlcheck.report.html").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    """As a content security policy names it."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
