"""Comments in pages: what they say, and which text they speak of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xlcheck.model import Document, Origin
from xlcheck.model.suppression import Suppression
from xlcheck.read import read
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
    ],
)
def test_the_block_of_a_comment_in_html(body: str, block: str, tmp_path: Path) -> None:
    (entry,) = found(page(tmp_path, body))
    assert entry.block is not None
    assert entry.block.text == block
    assert entry.at.text == SAID
    assert (entry.rule, entry.reason, entry.until, entry.fault) == ("XL302", "quoted", date(2030, 12, 31), "")


def test_the_block_of_a_comment_in_markdown() -> None:
    text = f"# Talks\n\n{SAID}\nThe first paragraph,\non two lines.\n\nThe second one. {SAID}\n\nA third.\n"
    before, behind = found(Document("talks.md", text))
    assert before.block and before.block.text == "The first paragraph,\non two lines."
    assert behind.block and behind.block.text.startswith("The second one.")
    assert behind.block.end < text.index("A third")


def test_front_matter_speaks_of_the_whole_page() -> None:
    text = '+++\ntitle = "Talks"\n# xlcheck-ignore XL302: a page in two languages until 2030-12-31\n+++\n\nThe talks.\n'
    (entry,) = found(Document("talks.md", text))
    assert entry.block and (entry.block.start, entry.block.end) == (0, len(text))
    assert found(Document("talks.md", text.replace("+++", "***"))) == []


def test_one_suppression_a_rule_by_code_or_name_in_any_case() -> None:
    said = "<!--xlcheck-ignore xl302,\n  Name-Misread : a name\n of the time until 2030-12-31-->\nText."
    entries = found(Document("talks.md", said))
    assert [(entry.rule, entry.reason) for entry in entries] == [
        ("XL302", "a name of the time"),
        ("XL110", "a name of the time"),
    ]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("XL302 until 2030-12-31", "a rule, a reason or the last day is missing"),
        ("XL302: quoted", "a rule, a reason or the last day is missing"),
        ("XL302: quoted until 2030-02-31", "a rule, a reason or the last day is missing"),
        (": quoted until 2030-12-31", "a rule, a reason or the last day is missing"),
        ("name-misred: quoted until 2030-12-31", "unknown rule 'name-misred'; did you mean 'name-misread'?"),
    ],
)
def test_what_is_wrong_with_a_comment_is_its_fault(said: str, fault: str) -> None:
    (entry,) = found(Document("talks.md", f"<!-- xlcheck-ignore {said} -->\nText.\n"))
    assert entry.fault == fault


def test_plain_text_and_tables_have_no_comments() -> None:
    assert found(Document("talks.txt", f"{SAID}\nText.\n")) == []
    assert found(Document("-", f"{SAID}\nText.\n")) == []


def test_a_page_from_standard_input_has() -> None:
    raw = f"{SAID}<p>Text."
    start = raw.index("Text.")
    document = Document("-", "Text.", origin=Origin(raw, range(start, start + 6)))
    assert [entry.block.text for entry in found(document) if entry.block] == ["Text."]


def test_hostile_pages_take_no_time() -> None:
    for text in (
        "<!-- xlcheck-ignore" * 20_000,
        "<!--" + " " * 200_000,
        "<!-- xlcheck-ignore a:" + " a until" * 50_000,
    ):
        assert len(found(Document("talks.md", text))) <= 1
