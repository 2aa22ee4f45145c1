"""An editor reviews a page: finds, judges, saves."""

from datetime import UTC, date, datetime, timedelta

from xlcheck.silence.ignores import load

FINDING = ".findings > li"


def shown(page):
    return page.locator(f"{FINDING}:visible").count()


def focused(page):
    """Which finding has the focus, and whether in the list or in the text."""
    return page.evaluate("[document.activeElement.dataset.finding, document.activeElement.localName]")


def number_of(page, rule):
    return page.locator(f"{FINDING}[data-rule={rule}]").first.get_attribute("data-finding")


def ignore(page, rule, reason, **fields):
    page.locator(f"{FINDING}[data-rule={rule}] [data-do=ignore]").first.click()
    for name, value in {"reason": reason, **fields}.items():
        page.locator(f"#ignore [name={name}]").fill(value)
    page.locator("#ignore button[value=ignore]").click()


def saved(page):
    page.locator("[data-do=export]").click()
    with page.expect_download() as download:
        page.locator("#export a").click()
    assert download.value.suggested_filename == "xlcheck-ignore.toml"
    text = download.value.path().read_text("utf-8")
    assert page.locator("#export textarea").input_value() == text
    page.keyboard.press("Escape")
    return text


def test_filters_hide_findings_in_the_list_and_in_the_text(visit, event):
    page = visit(event)
    total = shown(page)
    assert total == page.locator(".remark:visible").count() > 2
    page.select_option("[name=rule]", "XL301")
    assert shown(page) == page.locator(".remark:visible").count() == 1
    assert page.locator("output[name=shown]").inner_text() == f"1 of {total} shown"
    page.select_option("[name=rule]", "")
    page.select_option("[name=state]", "ignored")
    assert shown(page) == 0
    assert page.get_by_text("No findings match.").is_visible()


def test_search_finds_with_and_without_marks_and_capitals(visit, event):
    page = visit(event)
    for words in ("Su Lin", "su lin", "to LAM", "es.txt", "misread"):
        page.fill("[name=search]", words)
        assert page.locator(f"{FINDING}[data-rule=XL110]").is_visible(), words
        page.fill("[name=search]", f"{words} that nobody wrote")
        assert shown(page) == 0


def test_keys_move_among_findings(visit, event):
    page = visit(event)
    page.keyboard.press("j")
    assert focused(page) == ["1", "li"]
    page.keyboard.press("j")
    page.keyboard.press("t")
    assert focused(page) == ["2", "div"]
    page.keyboard.press("j")
    assert focused(page) == ["3", "div"]
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert focused(page) == ["1", "div"]
    page.keyboard.press("t")
    page.keyboard.press("e")
    assert page.locator(f"{FINDING} >> nth=0 >> details").get_attribute("open") is not None
    page.keyboard.press("/")
    page.keyboard.type("j")
    assert page.input_value("[name=search]") == "j"


def test_gravest_findings_may_come_first_and_keys_follow(visit, event):
    page = visit(event)
    order = "items => items.map(item => [item.dataset.finding, item.dataset.severity])"
    as_written = page.locator(FINDING).evaluate_all(order)
    weights = ["error", "warning", "note"]
    page.select_option("[name=sort]", "gravest")
    sorted_now = page.locator(FINDING).evaluate_all(order)
    assert sorted_now == sorted(as_written, key=lambda item: weights.index(item[1])) != as_written
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == [sorted_now[1][0], "li"]
    page.keyboard.press("t")
    assert focused(page) == [sorted_now[1][0], "div"]
    page.select_option("[name=sort]", "")
    assert page.locator(FINDING).evaluate_all(order) == as_written


def test_keys_skip_what_is_filtered_out_and_can_be_switched_off(visit, event):
    page = visit(event)
    page.select_option("[name=rule]", "XL301")
    page.locator("h1").click()
    page.keyboard.press("j")
    assert focused(page) == [number_of(page, "XL301"), "li"]
    page.keyboard.press("?")
    page.uncheck("#help [name=keys]")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("?")
    assert not page.locator("#help").is_visible()


def test_keys_go_on_where_a_verdict_hides_the_finding(visit, event):
    page = visit(event)
    page.select_option("[name=state]", "open")
    page.locator("h1").click()
    for number in ("1", "2", "3"):
        page.keyboard.press("j")
        assert focused(page) == [number, "li"]
        page.keyboard.press("a")
        assert not page.locator(f"{FINDING}[data-finding='{number}']").is_visible()


def test_verdicts_are_kept_and_taken_back(visit, event):
    page = visit(event)
    page.keyboard.press("j")
    page.keyboard.press("a")
    ignore(page, "XL301", "a quotation")
    page.reload()
    assert page.locator("[data-state=accepted]").count() == 2
    assert page.locator("li[data-state=ignored] .state").inner_text().startswith("ignored until ")
    assert page.locator("output[name=shown]").inner_text().endswith(", 1 accepted, 1 ignored")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator("li[data-state=ignored] [data-do=ignore]").click()
    assert page.locator("[data-state=accepted], [data-state=ignored]").count() == 0


def test_ignored_findings_are_saved_as_the_command_line_reads_them(visit, event, tmp_path):
    page = visit(event)
    reason = 'she said “so” "here" \\ there\u007f \u2028 </script>'
    until = date.today() + timedelta(days=30)
    ignore(page, "XL110", reason, until=until.isoformat(), author="Hà")
    ignore(page, "XL301", "left on purpose")
    page.locator(f"{FINDING}[data-rule=XL501] [data-do=accept]").first.click()
    file = tmp_path / "xlcheck-ignore.toml"
    file.write_text(saved(page), "utf-8")
    first, second = load(str(file), {"xl110": "XL110", "xl301": "XL301"})
    expected = page.locator(f"{FINDING}[data-rule=XL110]").first.get_attribute("data-fingerprint")
    assert (first.rule, first.fingerprint, first.reason) == ("XL110", expected, reason)
    assert (first.until, first.author, first.path) == (until, "Hà", "")
    assert (second.rule, second.reason, second.author) == ("XL301", "left on purpose", "Hà")
    assert second.until > until


def test_ignoring_asks_for_a_reason_and_may_be_cancelled(visit, event):
    page = visit(event)
    page.keyboard.press("j")
    page.keyboard.press("i")
    assert page.locator("#ignore-where").inner_text() == page.locator(f"{FINDING} .quote").first.inner_text()
    page.locator("#ignore button[value=ignore]").click()
    assert page.locator("#ignore").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("[data-state=ignored]").count() == 0
    assert focused(page) == ["1", "li"]


def test_verdict_lapses_on_its_day(visit, event):
    page = visit(event, timezone_id="UTC")
    until = datetime.now(UTC).date() + timedelta(days=10)
    ignore(page, "XL301", "for now", until=until.isoformat())
    page.clock.set_fixed_time(datetime.combine(until, datetime.min.time(), UTC).replace(hour=12))
    page.reload()
    assert page.locator("li[data-state=ignored]").count() == 1
    page.clock.set_fixed_time(datetime.combine(until + timedelta(days=1), datetime.min.time(), UTC).replace(hour=12))
    page.reload()
    assert page.locator("li[data-state=ignored]").count() == 0


def test_permalink_leads_to_the_finding(visit, event):
    link = visit(event).locator(f"{FINDING} >> nth=2").get_attribute("id")
    page = visit(event, f"#{link}")
    assert focused(page) == ["3", "li"]


def test_link_to_a_rule_opens_its_page(visit, event):
    page = visit(event)
    page.locator(f"{FINDING}[data-rule=XL110] a.rule").click()
    page.get_by_text(
        "The reader meets a person who does not exist."
    ).wait_for()  # the browser tells of the new link later


def test_page_opens_whatever_is_stored(visit, event):
    page = visit(event)
    for stored in ("{", "null", '{"verdicts": null}', '{"verdicts": {"x": 1}}', "[]"):
        page.evaluate("text => localStorage.setItem('xlcheck', text)", stored)
        page.reload()
        page.keyboard.press("j")
        page.keyboard.press("a")
        assert page.locator("li[data-state=accepted]").count() == 1, stored
