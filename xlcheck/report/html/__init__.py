"""One self-contained page for editors: the articles of an event side by side, findings in place, verdicts on them."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from xlcheck.model import Report
from xlcheck.report.entry import place
from xlcheck.report.html.page import Page
from xlcheck.report.summary import count, summary


def render(report: Report) -> str:
    """Return the report as an HTML page that needs no network, and all of which reads without its script.

    All text of the articles is escaped by the template engine; the policy in the page lets nothing load, admits
    the page's own style sheet and script only, by their digests, and refuses HTML made by the script.
    """
    from jinja2 import Environment, StrictUndefined
    from markdown_it import MarkdownIt
    from markupsafe import Markup

    folder = files(__name__)
    style, script = (folder.joinpath(name).read_text("utf-8") for name in ("style.css", "script.js"))
    markdown = MarkdownIt("commonmark", {"html": False}).disable(["link", "image", "autolink"])
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["place"] = place
    environment.filters["count"] = count
    environment.filters["markdown"] = lambda text: Markup(markdown.render(text))
    template = environment.from_string(folder.joinpath("page.html.jinja").read_text("utf-8"))
    return template.render(
        report=report,
        page=Page(report),
        summary=summary(report),
        zip=zip,
        rules={rule.code: rule for rule in report.rules},
        style=Markup(style),
        script=Markup(script),
        style_digest=_digest(style),
        script_digest=_digest(script),
    )


def _digest(text: str) -> str:
    """As a content security policy names it."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
