"""The page in a browser: columns, matches, widths, hostile texts, and without its script."""


def test_columns_are_chosen_by_language(visit, event):
    page = visit(event)
    assert page.locator("th:visible").count() == 3
    rows = page.locator("tbody tr:visible").count()
    page.uncheck("[name=column][value=en]")
    assert page.locator("th:visible").all_inner_texts() == page.locator("th:not([data-column=en])").all_inner_texts()
    assert page.locator("td[data-column=en]:visible").count() == 0
    page.uncheck("[name=column][value=es]")
    assert 0 < page.locator("tbody tr:visible").count() < rows
    page.check("[name=column][value=en]")
    page.check("[name=column][value=es]")
    assert page.locator("tbody tr:visible").count() == rows


def test_what_matches_lights_up_in_every_column(visit, event):
    page = visit(event)
    page.locator("td[data-column=en] .said", has_text="26 January 2026").hover()
    assert page.locator(".lit").all_inner_texts() == ["26 يناير 2026", "26 January 2026", "26 de enero de 2026"]
    assert len(set(page.locator(".lit").evaluate_all("all => all.map(e => getComputedStyle(e).backgroundColor)"))) == 1
    page.locator("h1").hover()
    assert page.locator(".lit").count() == 0


def test_matches_are_numbered_where_all_are_shown(visit, event):
    page = visit(event)
    page.check("[name=same]")
    label = "e => getComputedStyle(e, '::after').content"
    said = page.locator(".said", has_text="26 January 2026")
    assert said.evaluate(label) == f'"{said.get_attribute("data-same")}"'


def test_card_says_what_the_rule_is(visit, event):
    page = visit(event)
    mark = page.locator("mark", has_text="Su Lin").first
    mark.hover()
    card = page.locator("#card")
    card.wait_for(state="visible")
    assert "XL110 name-misread" in card.inner_text()
    assert page.locator("#rule-XL110 summary .label").text_content() in card.inner_text()
    card.hover()
    page.wait_for_timeout(400)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_right_form_stands_beside_the_wrong_one(visit, event):
    page = visit(event)
    assert (
        page.locator("td del", has_text="Su Lin").first.evaluate("e => getComputedStyle(e).textDecorationLine")
        == "line-through"
    )
    labels = "all => all.map(e => getComputedStyle(e, '::before').content)"
    assert page.locator(".prose ins").evaluate_all(labels) == ['"To Lam"']


def test_page_never_scrolls_sideways(visit, event):
    page = visit(event)
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_columns_stand_below_one_another_on_a_phone(visit, event):
    for width, beside in ((1280, True), (390, False)):
        boxes = [cell.bounding_box() for cell in visit(event, width=width).locator("tbody tr >> nth=0 >> td").all()]
        assert (boxes[0]["y"] == boxes[1]["y"]) is beside


def test_right_to_left_text_runs_so_in_its_column(visit, event):
    paragraph = visit(event).locator("td[data-column=ar] p").first
    assert paragraph.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_colours_follow_the_reader(visit, event):
    page = visit(event)
    for scheme, bright in (("light", True), ("dark", False)):
        page.emulate_media(color_scheme=scheme)
        red = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
        assert (int(red) > 128) is bright


def test_everything_reads_without_script(visit, event):
    page = visit(event, java_script_enabled=False)
    assert page.locator(".findings > li:visible").count() == page.locator(".remark:visible").count() > 2
    assert page.locator("td .prose:visible").count() == page.locator("td .prose").count()
    for control in ("#tools", "button", "dialog"):
        assert page.locator(f"{control}:visible").count() == 0


def test_print_has_the_text_without_the_controls(visit, event):
    page = visit(event)
    page.emulate_media(media="print")
    assert page.locator("#tools:visible, button:visible").count() == 0
    assert page.locator(".remark:visible").count() > 2


def test_columns_stand_side_by_side_on_a4(visit, event):
    page = visit(event, width=688)  # less the margins
    page.emulate_media(media="print")
    boxes = [cell.bounding_box() for cell in page.locator("tbody tr >> nth=0 >> td").all()]
    assert len(boxes) == 3 and len({box["y"] for box in boxes}) == 1
    assert boxes[-1]["x"] + boxes[-1]["width"] <= 688


def test_articles_run_nothing(visit, attacked):
    page = visit(attacked)
    assert page.locator(".findings > li").count() > 2
    assert page.evaluate("document.querySelectorAll('script, style, img, svg, iframe, object').length") == 2
    page.keyboard.press("m")
    for summary in page.locator(".findings summary").all():
        summary.click()
    page.locator(".context").nth(2).wait_for()  # the browser tells later what was opened
    for mark in page.locator("mark[data-finding]").all()[:4]:
        mark.hover()
        page.wait_for_timeout(300)
    page.keyboard.press("j")
    page.keyboard.press("i")
    page.fill("#ignore [name=reason]", "<img src=x onerror=owned=1>")
    page.locator("#ignore button[value=ignore]").click()
    page.locator("[data-do=export]").click()
    assert "owned=1" in page.locator("#export textarea").input_value()
    page.keyboard.press("Escape")
    for link in page.locator("a[href]").all():
        assert link.get_attribute("href").startswith(("#", "blob:"))
    assert page.evaluate("typeof owned") == "undefined"


def test_policy_refuses_what_would_get_through(browser, event):
    page = browser.new_page()
    page.goto(event.as_uri())
    for attempt in (
        "document.body.innerHTML = '<img src=x onerror=owned=1>'",
        "document.body.setAttribute('onclick', 'owned=1'); document.body.click()",
        "document.body.append(Object.assign(document.createElement('script'), { text: 'owned=1' }))",
        "document.body.append(document.createElement('a')); const link = document.body.lastChild;"
        "link.href = 'javascript:owned=1'; link.click()",
    ):
        page.evaluate(f"() => {{ try {{ {attempt} }} catch (error) {{ return error.name; }} }}")
        page.wait_for_timeout(50)
        assert page.evaluate("typeof owned") == "undefined", attempt
    page.close()
