"""One event in eight languages: more columns than the page is wide."""


def test_print_loses_no_column(visit, many):
    page = visit(many, width=760)
    page.emulate_media(media="print")
    boxes = [cell.bounding_box() for cell in page.locator("tbody td:not(.gap)").all()]
    assert len(boxes) == 16 and all(boxes)
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 760 for box in boxes)
    assert page.locator("tbody td:not(.gap) .where:visible").count() == 16


def test_head_stays_in_sight(visit, many):
    page = visit(many, width=900, height=260)
    region = page.locator(".scroll")
    drawn = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
    region.evaluate("region => region.scrollIntoView()")
    page.evaluate(drawn)  # rows out of sight have an assumed height until they are drawn
    region.evaluate("region => region.scrollTo(0, region.scrollHeight)")
    page.evaluate(drawn)
    head, last, top = region.evaluate(
        """region => [region.querySelector("thead"), region.querySelector("tbody tr:last-child"), region]
            .map(place => place.getBoundingClientRect())
            .map(({ top, bottom }) => ({ top, bottom }))"""
    )
    for place in (head, last):
        assert place["top"] < 260 and place["bottom"] > 0
    assert head["top"] >= max(-1, top["top"] - 1)


def test_columns_fill_the_page_once_few_are_left(visit, many):
    page = visit(many)
    size = "region => [region.scrollWidth - region.clientWidth, region.querySelector('tr').offsetWidth]"
    more, _ = page.locator(".scroll").evaluate(size)
    assert more > 0
    for language in ("ar", "de", "fr", "pt", "ru"):
        page.uncheck(f"[name=column][value={language}]")
    edges = "cells => cells.map(cell => getComputedStyle(cell).borderInlineStartWidth)"
    assert page.locator("th:visible").evaluate_all(edges) == ["0px", "1px", "1px"]
    assert page.locator(".scroll").evaluate(size) == [0, page.locator("main").bounding_box()["width"]]


def test_one_column_is_always_shown(visit, many):
    page = visit(many)
    for box in page.locator("[name=column]").all():
        box.evaluate("box => box.click()")
    assert page.locator("[name=column]:checked").evaluate_all("boxes => boxes.map(box => box.value)") == ["zh-Hans"]
    assert page.locator("tbody tr:visible").count() > 0


def test_number_of_a_finding_stands_behind_its_date_from_right_to_left(visit, many):
    page = visit(many)
    mark = page.locator("#mark-1")
    assert mark.inner_text() == "27 يناير 2026"
    parts = mark.evaluate("mark => [...mark.getClientRects()].map(({ left, bottom }) => [left, bottom])")
    number = page.locator("td[data-column=ar] .prose .number").bounding_box()
    bottom = max(bottom for _, bottom in parts)
    left = min(left for left, on in parts if on == bottom)
    assert left - 25 < number["x"] and number["x"] + number["width"] <= left
