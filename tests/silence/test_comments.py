"""Comments in pages: what they say, and which text they speak of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xlcheck.model import Document
from xlcheck.model.suppression import Suppression
from xlcheck.read import parse, read
from xlcheck.silence.comments import suppressions

NAMES = {"xl302": "XL302", "wrong-language": "XL302", "xl110": "XL110", "name-misread": "XL110"}
SAID = "<!-- xlcheck-ignore XL302: quoted until 2030-12-31 -->"


def found(document: Document) -> list[Suppression]:
    return list(suppressions([document], NAMES))


def page(folder: Path, body: str) -> Document:
    file = folder / "page.html"
    file.write_text(f'<html lang="en"><body>{body}</body></html>', "utf-8")
    (document,) = read(str(file))
    return document


@pytest.mark.parametrize(
    ("body", "block"),
    [
        (f"<p>The first of them all.</p>{SAID}<p>The second one.</p><p>A third.</p>", "The second one."),
        (f"<p>The first.</p>\n{SAID}\n<p>The <b>second</b> one.</p><p>A third.</p>", "The second one."),
        (f"<p>The first caf&eacute; {SAID}</p><p>The second one.</p>", "The first café"),
        (f"<p>The <b>first one</b>{SAID}</p><p>The second one.</p>", "The first one"),
        (f"<p>The first{SAID} of them all.</p><p>The second one.</p>", "The first of them all."),
        (f"<p>{SAID}The first of them all.</p><p>The second one.</p>", "The first of them all."),
        (f"<p>The first of them all.</p>{SAID}", ""),
        (f"<p>The first.</p>\n<p>The second one.</p> {SAID}\n<p>A third.</p>", "The second one."),
        (f"<ul>\n<li>The first one</li></ul>{SAID} \r\n<p>A third.</p>", "The first one"),
        (f"<p>The first.</p> {SAID} <p>The second one.</p>\n<p>A third.</p>", "The second one."),
    ],
)
def test_the_block_of_a_comment_in_html(body: str, block: str, tmp_path: Path) -> None:
    (entry,) = found(page(tmp_path, body))
    assert entry.block is not None
    assert entry.block.text == block
    assert entry.at.text == SAID
    assert (entry.rule, entry.reason, entry.until, entry.fault) == ("XL302", "quoted", date(2030, 12, 31), "")


def markdown(folder: Path, text: str) -> Document:
    file = folder / "page.md"
    file.write_bytes(text.encode())
    (document,) = read(str(file))
    return document


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (
            f"# Talks\n\n{SAID}\nThe *first* paragraph,\non two lines.\n\nA second.\n",
            "The first paragraph, on two lines.",
        ),
        (f"The first.\n\nThe [second one](http://a.b 'c'). {SAID}\n\nA third.\n", "The second one."),
        (f"The first\nparagraph **here** {SAID}\nand on.\n\nA second.\n", "The first paragraph here and on."),
        (f"- The first\n- The [second]( <u> ) {SAID}\n- A third\n", "The second"),
        (f"- The first\n- {SAID} The second\n- A third\n", "The second"),
        (f"> The first\n>\n> {SAID}\n>\n> The second\n>\n> A third\n", "The second"),
        (f"| one | two |\n|---|---|\n| three {SAID} | four |\n", "three"),
        (f"| one | two |\n|---|---|\n| three | {SAID} four |\n", "four"),
        (f"# One {SAID} {{#x}}\n\nTwo\n", "One"),
        (f"Caf&eacute; `code` {SAID}\n\nTwo\n", "Café code"),
        (f"One\n\n```\ncode\n```\n{SAID}\n\nTwo\n", "Two"),
        (f"One\n\n{SAID}\n", ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_block_of_a_comment_in_markdown(text: str, block: str, end: str, tmp_path: Path) -> None:
    (entry,) = found(markdown(tmp_path, text.replace("\n", end)))
    assert entry.block is not None
    assert entry.block.text == block
    assert entry.at.text == SAID
    assert (entry.rule, entry.reason, entry.until, entry.fault) == ("XL302", "quoted", date(2030, 12, 31), "")


def test_a_comment_that_is_shown_as_code_is_none(tmp_path: Path) -> None:
    text = f"Write `{SAID}` above.\n\n```html\n{SAID}\n```\n\n> ~~~~\n> {SAID}\n> ~~~~\n\nText.\n\n```\n{SAID}\n"
    assert found(markdown(tmp_path, text)) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("fence", ["+++", "---"])
def test_front_matter_speaks_of_the_whole_page(fence: str, end: str, tmp_path: Path) -> None:
    title = 'title = "Talks"' if fence == "+++" else "title: Talks"
    comment = "# xlcheck-ignore XL302: a page in two languages until 2030-12-31"
    text = f"{fence}\n{title}\n{comment}\n{fence}\n\nThe talks.\n\nThey ended.\n"
    document = markdown(tmp_path, text.replace("\n", end))
    (entry,) = found(document)
    assert entry.at.text.rstrip() == comment
    assert entry.reason == "a page in two languages"
    assert entry.block and entry.block.text == document.text == "Talks\n\nThe talks.\n\nThey ended."
    assert found(markdown(tmp_path, f"***\n{title}\n{comment}\n***\n\nThe talks.\n")) == []


def test_one_suppression_a_rule_by_code_or_name_in_any_case(tmp_path: Path) -> None:
    said = "<!--xlcheck-ignore xl302,\n  Name-Misread : a name\n of the time until 2030-12-31-->\nText."
    entries = found(markdown(tmp_path, said))
    assert [(entry.rule, entry.reason) for entry in entries] == [
        ("XL302", "a name of the time"),
        ("XL110", "a name of the time"),
    ]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("XL302 until 2030-12-31", "the rule, the reason or the expiry date is missing"),
        ("XL302: quoted", "the rule, the reason or the expiry date is missing"),
        ("XL302: quoted until 2030-02-31", "the rule, the reason or the expiry date is missing"),
        (": quoted until 2030-12-31", "the rule, the reason or the expiry date is missing"),
        ("name-misred: quoted until 2030-12-31", "unknown rule 'name-misred'; did you mean 'name-misread'?"),
    ],
)
def test_what_is_wrong_with_a_comment_is_its_fault(said: str, fault: str, tmp_path: Path) -> None:
    (entry,) = found(markdown(tmp_path, f"<!-- xlcheck-ignore {said} -->\nText.\n"))
    assert entry.fault == fault


def test_plain_text_and_tables_have_no_comments() -> None:
    assert found(Document("talks.txt", f"{SAID}\nText.\n")) == []
    assert found(Document("-", f"{SAID}\nText.\n")) == []


def test_a_page_from_standard_input_has() -> None:
    raw = f"{SAID}<p>Text."
    (document,) = parse("-", raw.encode())
    assert [entry.block.text for entry in found(document) if entry.block] == ["Text."]


def test_hostile_pages_take_no_time(tmp_path: Path) -> None:
    for text in (
        "---\n" * 50_000,
        "```\n" * 50_001,
        "~~~\n" + "`" * 200_000,
        "".join(f"{'~' * length}\n" for length in range(600, 2, -1)),
        f"{SAID} `a`\n" * 3_000,
        "<!-- xlcheck-ignore" * 20_000,
        "<!--" + " " * 200_000,
        "<!-- xlcheck-ignore a:" + " a until" * 50_000,
    ):
        found(markdown(tmp_path, f"Text.\n\n{text}"))
