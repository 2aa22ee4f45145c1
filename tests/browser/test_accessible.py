"""What axe-core finds in the page.

`npm install axe-core`, then `AXE=node_modules/axe-core/axe.min.js pytest tests/browser/test_accessible.py`.
"""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, which is not among the project's dependencies."""
    if "AXE" not in os.environ:
        pytest.skip("AXE does not name a copy of axe-core's axe.min.js")
    return Path(os.environ["AXE"]).read_text("utf-8")


def violations(page, axe):
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)")
    return [(rule["id"], rule["impact"], node["html"][:200]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing(visit, event, axe, width, scheme):
    page = visit(event, width=width, color_scheme=scheme, bypass_csp=True)
    assert violations(page, axe) == []
    page.check("[name=same]")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("a")
    assert violations(page, axe) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_in_a_folder(visit, folder, axe, width, scheme):
    page = visit(folder, width=width, color_scheme=scheme, bypass_csp=True)
    assert violations(page, axe) == []
    page.get_by_role("link").first.click()
    assert page.get_by_role("link", name="all events").is_visible()
    assert violations(page, axe) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_axe_finds_nothing_in_many_columns(visit, many, axe, width, scheme):
    page = visit(many, width=width, color_scheme=scheme, bypass_csp=True)
    page.locator(".findings summary").first.click()
    page.check("[name=same]")
    page.locator(".context").wait_for()
    assert violations(page, axe) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_in_a_served_page(browser, review, axe, width, scheme):
    _, address = review()
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.goto(address)
    for number in (0, 1):
        page.locator(".findings > li [data-do=ignore]").nth(number).click()
        page.fill("#ignore [name=reason]", "quoted")
        page.locator("#ignore button[value=ignore]").click()
        page.locator("output[name=saved]", has_text="saved in").wait_for()
    assert violations(page, axe) == []
    page.close()


@pytest.mark.parametrize("dialog", ["ignore", "export", "help"])
def test_axe_finds_nothing_in_the_dialogs(visit, event, axe, dialog):
    page = visit(event, bypass_csp=True)
    page.locator(f"[data-do={dialog}]").first.click()
    assert page.locator(f"#{dialog}").is_visible()
    assert violations(page, axe) == []
