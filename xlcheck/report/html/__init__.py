"""One self-contained page for editors: the articles of an event side by side, findings in place."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from xlcheck.model import Report
from xlcheck.report.entry import place
from xlcheck.report.html.page import Page
from xlcheck.report.summary import count, summary


def render(report: Report) -> str:
    """Return the report as an HTML page that needs no network and no script.

    All text of the articles is escaped by the template engine; the policy in the page lets nothing
    load or run and admits the page's own style sheet only, by its digest.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = files(__name__)
    style = folder.joinpath("style.css").read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["place"] = place
    environment.filters["count"] = count
    template = environment.from_string(folder.joinpath("page.html.jinja").read_text("utf-8"))
    return template.render(
        report=report,
        page=Page(report),
        summary=summary(report),
        zip=zip,
        rules={rule.code: rule for rule in report.rules},
        style=Markup(style),
        digest=b64encode(sha256(style.encode()).digest()).decode(),
    )
