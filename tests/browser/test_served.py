"""Verdicts on a page that `xlcheck review` serves: in the file at once, or said not to be."""

import json
import signal

import pytest
from click.testing import CliRunner

from xlcheck.cli import main
from xlcheck.config import Config
from xlcheck.pipeline import run
from xlcheck.report import FORMATS

FINDING = ".findings > li"
UNTIL = "2099-12-31"


def ignore(page, rule, reason="a quotation", author="Hà"):
    page.locator(f"{FINDING}[data-rule={rule}] [data-do=ignore]").first.click()
    for name, value in {"reason": reason, "until": UNTIL, "author": author}.items():
        page.locator(f"#ignore [name={name}]").fill(value)
    page.locator("#ignore button[value=ignore]").click()


def wait_until(page, said):
    page.locator("output[name=saved]", has_text=said).wait_for()


def state(page, rule):
    return page.locator(f"{FINDING}[data-rule={rule}] .state").first.inner_text()


def rules_found():
    result = CliRunner().invoke(main, ("check", "news", "--no-cache", "--format", "json"))
    return {found["rule"] for found in json.loads(result.stdout)["findings"]}


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_ignored_is_in_the_file_and_passed_over_until_it_is_taken_back(visit, review, project):
    file = project / "xlcheck-ignore.toml"
    _, address = review()
    page = visit(address)
    before = rules_found()
    assert {"XL110", "XL301"} <= before and not file.exists()

    reason = 'she said “so” "here" \\ there\u007f \u2028 \u009b31m ##[error]a ##vso[b] # c </script>'
    ignore(page, "XL110", reason)
    wait_until(page, "saved in xlcheck-ignore.toml")
    assert state(page, "XL110").startswith(f"ignored until {UNTIL}: she said")
    assert rules_found() == before - {"XL110"}
    ignore(page, "XL301")
    page.locator(f"{FINDING}[data-rule=XL301][data-state=ignored]").wait_for()
    wait_until(page, "saved")
    assert page.locator("output[name=shown]").inner_text().endswith(", 2 ignored")

    # the very lines that the page of a report exports
    static = project / "report.html"
    paths = tuple(sorted(f"news/{path.name}" for path in (project / "news").iterdir()))
    static.write_text(FORMATS["html"](run(Config(paths))), "utf-8")
    exporting = visit(static)
    ignore(exporting, "XL110", reason)
    ignore(exporting, "XL301")
    exporting.locator("[data-do=export]").click()
    exported = exporting.locator("#export textarea").input_value()
    assert sorted(exported.split("\n\n")) == sorted(file.read_text("utf-8").split("\n\n"))

    # loaded again: still there, and taken back
    page.locator("[data-do=reload]").click()
    page.locator(f"{FINDING}[data-rule=XL110][data-state=ignored]").wait_for()
    assert state(page, "XL110").startswith(f"ignored until {UNTIL}: she said")
    page.locator(f"{FINDING}[data-rule=XL110] [data-do=ignore]").first.click()
    wait_until(page, "saved")
    page.locator(f"{FINDING}[data-rule=XL110][data-state=open]").wait_for()
    assert rules_found() == before - {"XL301"}
    assert "XL110" not in file.read_text("utf-8")


def test_what_could_not_be_saved_says_so_and_is_tried_again(browser, review, project):
    file = project / "xlcheck-ignore.toml"
    process, address = review()
    page = browser.new_page()
    page.goto(address)
    file.write_text("[[ignore]\n", "utf-8")
    ignore(page, "XL110", "the reason")
    wait_until(page, "not saved")
    assert state(page, "XL110").startswith("not saved: xlcheck-ignore.toml:1: not valid TOML")
    assert page.locator(f"{FINDING}[data-rule=XL110]").first.get_attribute("data-state") == "open"
    assert file.read_text("utf-8") == "[[ignore]\n"
    file.write_text("# mended\n", "utf-8")
    page.locator(f"{FINDING}[data-rule=XL110] [data-do=retry]").first.click()
    wait_until(page, "saved in")
    assert not page.locator(f"{FINDING}[data-rule=XL110] [data-do=retry]").first.is_visible()
    assert file.read_text("utf-8").startswith("# mended\n\n[[ignore]]\n") and "the reason" in file.read_text("utf-8")

    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    page.locator(f"{FINDING}[data-rule=XL110] [data-do=ignore]").first.click()
    wait_until(page, "not saved")
    assert "xlcheck review does not respond" in state(page, "XL110")
    assert state(page, "XL110").startswith("ignored until")

    # what is not saved is not left without a question
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("about:blank")
    page.close()
    assert asked == ["beforeunload"]


def test_two_reviewers_see_one_another_and_accepting_stays_in_the_browser(visit, review, project):
    (_, one), (_, other) = review(), review()
    ana, ha = visit(one), visit(other)
    ignore(ana, "XL110", "first", "Ana")
    wait_until(ana, "saved")
    ignore(ha, "XL301", "second", "Hà")
    wait_until(ha, "saved")
    ha.locator(f"{FINDING}[data-rule=XL501] [data-do=accept]").first.click()
    ha.reload()
    assert ha.locator(f"{FINDING}[data-state=ignored]").count() == 2
    assert ha.locator(f"{FINDING}[data-state=accepted]").count() == 1
    text = (project / "xlcheck-ignore.toml").read_text("utf-8")
    assert text.count("[[ignore]]") == 2 and "XL501" not in text


def test_accepting_what_was_ignored_takes_the_ignore_back(visit, review, project):
    _, address = review()
    page = visit(address)
    ignore(page, "XL110")
    wait_until(page, "saved")
    page.locator(f"{FINDING}[data-rule=XL110] [data-do=accept]").first.click()
    page.locator(f"{FINDING}[data-rule=XL110][data-state=accepted]").wait_for()
    wait_until(page, "saved")
    page.wait_for_function("!document.querySelector('.state')?.textContent.includes('saving')")
    page.reload()
    assert state(page, "XL110") == "accepted"
    assert (project / "xlcheck-ignore.toml").read_text("utf-8") == ""


def test_the_page_speaks_with_its_server_alone(browser, review, event):
    attempt = "url => fetch(url, { mode: 'no-cors' }).then(() => 'sent', () => 'refused')"
    page = browser.new_page()
    for address, ours in ((event.as_uri(), "refused"), (review()[1], "sent")):
        page.goto(address)
        for elsewhere in ("http://127.0.0.1:9/", "https://evil.example/", "data:text/plain,x"):
            assert page.evaluate(attempt, elsewhere) == "refused"
        assert page.evaluate(attempt, "nothing") == ours
    page.close()


def test_another_page_changes_nothing(browser, review, project):
    _, address = review()
    page = browser.new_page()
    page.set_content("<form method=post enctype=text/plain><input name='{&quot;a' value='&quot;:1}'></form>")
    page.evaluate("address => { document.forms[0].action = address + 'ignore'; document.forms[0].submit(); }", address)
    page.get_by_text("another").wait_for()
    page.goto("about:blank")
    simple = "url => fetch(url, { method: 'POST', mode: 'no-cors', body: '{}' }).then((r) => r.type, () => 'refused')"
    assert page.evaluate(simple, f"{address}ignore") in ("opaque", "refused")
    page.set_content(f"<iframe src='{address}'></iframe>")
    page.wait_for_timeout(300)
    assert all("findings" not in frame.content() for frame in page.frames[1:])
    assert not (project / "xlcheck-ignore.toml").exists()
    page.close()
