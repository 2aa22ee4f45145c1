"""Ways through the page: from a finding to its place and back, and what is shown on arrival."""

FINDING = ".findings > li"


def focused(page):
    return page.evaluate("document.activeElement.id")


def seen(page, selector):
    """Whether an element is on the screen."""
    box = page.locator(selector).bounding_box()
    return box is not None and 0 <= box["y"] <= page.viewport_size["height"] - box["height"]


def test_link_to_a_finding_that_is_filtered_out_shows_it(visit, event):
    page = visit(event)
    page.select_option("[name=rule]", "XL110")
    page.fill("[name=search]", "Su Lin")
    hidden = page.locator(f"{FINDING}[hidden]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", hidden)
    page.wait_for_function("id => document.activeElement.id === id", arg=hidden)
    assert seen(page, f"#{hidden}")
    assert page.input_value("[name=search]") == "" == page.input_value("[name=rule]")
    total = page.locator(FINDING).count()
    assert page.locator("output[name=shown]").inner_text() == f"{total} of {total} shown"


def test_link_into_a_hidden_column_shows_the_column(visit, event):
    page = visit(event)
    page.uncheck("[name=column][value=es]")
    page.locator(f"{FINDING}[data-rule=XL110] a.place").first.click()
    number = page.locator(f"{FINDING}[data-rule=XL110]").first.get_attribute("data-finding")
    page.wait_for_function("id => document.activeElement.id === id", arg=f"note-{number}")
    assert seen(page, f"#mark-{number}")
    assert page.is_checked("[name=column][value=es]")
    page.uncheck("[name=column][value=es]")
    page.locator(f"{FINDING}[data-rule=XL110]").first.focus()
    page.keyboard.press("t")
    assert page.is_checked("[name=column][value=es]") and focused(page) == f"note-{number}"


def test_keys_go_on_from_where_a_link_led(visit, event):
    page = visit(event)
    page.locator(f"{FINDING} >> nth=1 >> a.place").click()
    page.wait_for_function("document.activeElement.id === 'note-2'")
    page.keyboard.press("j")
    assert focused(page) == "note-3"
    page.locator("#note-3 a.way").click()
    third = page.locator(f"{FINDING} >> nth=2").get_attribute("id")
    page.wait_for_function("id => document.activeElement.id === id", arg=third)
    assert seen(page, f"#{third}")


def test_choices_that_the_browser_brings_back_hold(visit, event):
    page = visit(event)
    page.uncheck("[name=column][value=en]")
    page.select_option("[name=rule]", "XL301")
    page.check("[name=same]")
    page.goto("about:blank")
    page.go_back()
    assert page.locator(f"{FINDING}:visible").count() == (1 if page.input_value("[name=rule]") else 4)
    assert page.locator("th[data-column=en]").is_visible() is page.is_checked("[name=column][value=en]")
    assert page.evaluate("document.body.classList.contains('same')") is page.is_checked("[name=same]")


def test_expanded_finding_has_its_row_of_the_text(visit, event):
    page = visit(event)
    item = page.locator(f"{FINDING}[data-rule=XL110]").first
    ids = page.evaluate("document.querySelectorAll('[id]').length")
    item.locator("summary").click()
    context = item.locator(".context > div")
    context.first.wait_for()  # the browser tells later what was opened
    assert context.evaluate_all("parts => parts.map(part => part.lang)") == ["ar", "en", "es"]
    row = page.locator("#mark-" + item.get_attribute("data-finding")).locator("xpath=ancestor::tr")
    assert context.locator(".prose").all_inner_texts() == row.locator(".prose").all_inner_texts()
    assert page.evaluate("document.querySelectorAll('[id]').length") == ids
    context.locator(".said", has_text="26 January 2026").hover()
    assert context.locator(".lit").count() == 3
    item.locator("mark").first.hover()
    page.locator("#card").wait_for(state="visible")
    page.keyboard.press("Escape")
    page.uncheck("[name=column][value=en]")
    assert context.evaluate_all("parts => parts.filter(part => !part.hidden).map(part => part.lang)") == ["ar", "es"]
    item.locator("summary").click()
    item.locator("summary").click()
    assert context.count() == 3


def test_a_verdict_says_where_it_is_kept(visit, event, browser):
    page = visit(event)
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.locator("output[name=saved]").inner_text() == "kept in this browser"
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
    page.goto(event.as_uri())
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.locator("output[name=shown]").inner_text().endswith("1 accepted")
    assert "until this page is closed" in page.locator("output[name=saved]").inner_text()
    page.close()


def test_filters_are_folded_on_a_phone(visit, event):
    page = visit(event, width=390)
    filters = page.locator("[name=rule], [name=state], [name=column]")
    assert page.locator("[name=search]").is_visible()
    assert not any(choice.is_visible() for choice in filters.all())
    button = page.locator("[data-do=filters]")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert all(choice.is_visible() for choice in filters.all())
    assert not visit(event).locator("[data-do=filters]").is_visible()


def test_columns_are_chosen_on_a_phone_where_nothing_was_found(visit, clean):
    page = visit(clean, width=390)
    assert page.locator(FINDING).count() == 0
    page.uncheck("[name=column][value=en]")
    assert page.locator("td[data-column=es]").is_visible() and not page.locator("td[data-column=en]").is_visible()


def test_help_says_what_the_marks_mean(visit, event):
    page = visit(event)
    page.keyboard.press("?")
    for severity in ("error", "warning", "note"):
        sample = page.locator(f"#help .sample.{severity}")
        assert sample.is_visible()
        line = "e => getComputedStyle(e).textDecorationStyle"
        assert sample.evaluate(line) == {"error": "solid", "warning": "dashed", "note": "dotted"}[severity]
