"""The index of a folder of events, and the way to their pages and back."""

ROW = ".overview tbody tr"


def shown(page):
    return page.locator(f"{ROW}:visible").evaluate_all("rows => rows.map(row => row.dataset.language)")


def test_events_are_found_by_text_language_and_findings(visit, folder):
    page = visit(folder)
    total = len(shown(page))
    assert total == 3
    page.fill("[name=search]", "HOI NGHI")
    assert shown(page) == ["vi"]
    assert page.locator("output").inner_text() == f"1 of {total} shown"
    page.fill("[name=search]", "es.txt")
    page.select_option("[name=language]", "es")
    page.select_option("[name=severity]", "error")
    assert shown(page) == ["ar en es"]
    page.select_option("[name=severity]", "none")
    assert shown(page) == []
    assert page.get_by_text("No events match.").is_visible()


def test_events_are_sorted(visit, folder):
    page = visit(folder)
    matched = page.locator(f"{ROW} a").all_inner_texts()
    page.select_option("[name=sort]", "title")
    assert sorted(matched, key=str.casefold) == sorted(page.locator(f"{ROW} a").all_inner_texts(), key=str.casefold)
    page.select_option("[name=sort]", "gravest")
    errors = page.locator(ROW).evaluate_all("rows => rows.map(row => Number(row.dataset.error))")
    assert errors == sorted(errors, reverse=True) and errors[0] > 0
    page.select_option("[name=sort]", "")
    assert page.locator(f"{ROW} a").all_inner_texts() == matched


def test_paths_of_an_event_stand_beside_one_another(visit, folder):
    paths = visit(folder).locator(f"{ROW}[data-language='ar en es'] .paths li")
    assert len({path.bounding_box()["y"] for path in paths.all()}) < paths.count() == 3


def test_there_and_back(visit, folder):
    page = visit(folder)
    for number in range(3):
        page.locator(f"{ROW} a").nth(number).click()
        page.get_by_role("link", name="all events").click()
        assert page.locator(ROW).count() == 3
    assert page.evaluate("typeof owned") == "undefined"


def test_events_are_read_one_after_the_other(visit, folder):
    page = visit(folder)
    titles = page.locator(f"{ROW} a").all_inner_texts()
    page.locator(f"{ROW} a").first.click()
    seen = [page.locator("section.event h2").inner_text()]
    while page.get_by_role("link", name="next event").count():
        page.get_by_role("link", name="next event").click()
        seen.append(page.locator("section.event h2").inner_text())
    assert [title[:20] for title in seen] == [title[:20] for title in titles]


def test_choices_that_the_browser_brings_back_hold(visit, folder):
    page = visit(folder)
    page.select_option("[name=language]", "vi")
    page.select_option("[name=sort]", "title")
    page.locator(f"{ROW}:visible a").click()
    page.go_back()
    assert page.input_value("[name=language]") == "vi"
    assert shown(page) == ["vi"]


def test_it_never_scrolls_sideways_and_reads_without_script(visit, folder):
    for width in (360, 768, 1280):
        page = visit(folder, width=width, java_script_enabled=width != 768)
        if width != 768:
            assert page.evaluate("document.documentElement.scrollWidth") == width
        else:
            assert page.locator(f"{ROW}:visible").count() == 3
            assert page.locator("#tools:visible").count() == 0
