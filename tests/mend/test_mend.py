"""Which edits are made, and what the files are with them."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from xlcheck.mend import mend, unified
from xlcheck.model import Article, Document, Event, Finding, Origin, Report, Rule, Sentence, Severity, Span
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix
from xlcheck.read import parse
from xlcheck.read.formats import HTML, MARKDOWN

TEXT = "Su Lin met Xi Jinping in Hanoi.\nSu Lin left on Monday.\n"


def never(_: Article) -> Any:
    yield from ()


RULES = (
    Rule("XL104", "term-deprecated", "Deprecated.", Article, never, Severity.WARNING),
    Rule("XL110", "name-misread", "Misread.", Article, never, Severity.ERROR),
    Rule("XL112", "name-changed", "Changed.", Article, never, Severity.ERROR),
)


def place(document: Document, text: str, after: int = 0) -> Span:
    start = document.text.index(text, after)
    return Span(document, start, start + len(text))


def finding(*edits: Edit, rule: str = "XL110", evidence: Evidence = Evidence.TERM, **fields: Any) -> Finding:
    return Finding("wrong", edits[0].at, rule=rule, fix=Fix(edits, evidence), **fields)


def report(*findings: Finding) -> Report:
    documents = dict.fromkeys(edit.at.document for each in findings for edit in each.edits)
    articles = (Article(d, "en", (Sentence(Span(d, 0, len(d.text)), "en"),)) for d in documents)
    return Report(tuple(Event((article,)) for article in articles), findings, RULES)


def page(path: str, raw: str) -> Document:
    (document,) = parse(path, raw.encode())
    return document


def after(*findings: Finding) -> str | None:
    """The text of the one file that is changed; None for none."""
    files = mend(report(*findings))
    return files[0].after if files else None


def test_every_place_is_written() -> None:
    document = Document("a.txt", TEXT)
    names = (place(document, "Su Lin"), place(document, "Su Lin", 5))
    found = finding(*(Edit(at, "Tô Lâm") for at in names))
    (file,) = mend(report(found))
    assert (file.path, file.before, file.findings) == ("a.txt", TEXT, (found,))
    assert file.after == TEXT.replace("Su Lin", "Tô Lâm")


def test_only_safe_fixes_of_sure_findings_that_are_told() -> None:
    document = Document("a.txt", TEXT)
    edit = Edit(place(document, "Su Lin"), "Tô Lâm")
    assert after(finding(edit)) is not None
    assert after(finding(edit, evidence=Evidence.USAGE)) is None
    assert after(finding(edit, confidence=0.6)) is None
    told = report(finding(edit))
    assert mend(replace(told, findings=(), silenced=told.findings)) == ()


def test_the_surer_one_counts_where_two_overlap() -> None:
    document = Document("a.txt", TEXT)
    long, short = Edit(place(document, "Su Lin met Xi"), "Tô Lâm met Xi"), Edit(place(document, "Xi Jinping"), "Xí")
    for order in (1, -1):
        pair = (finding(long, confidence=0.9), finding(short, confidence=0.95))[::order]
        assert after(*pair) == TEXT.replace("Xi Jinping", "Xí")
        equals = (finding(long), finding(short))[::order]
        assert after(*equals) == TEXT.replace("Su Lin", "Tô Lâm", 1)


def test_what_stood_inside_a_place_that_is_written_is_gone() -> None:
    document = Document("a.txt", TEXT)
    whole = finding(Edit(place(document, "Su Lin"), "Tô Lâm"), confidence=0.95)
    inside = finding(Edit(place(document, "Lin"), "LIN"), Edit(place(document, "Monday"), "Tuesday"))
    assert after(whole, inside) == TEXT.replace("Su Lin", "Tô Lâm", 1).replace("Monday", "Tuesday")


def test_the_same_edit_of_two_rules_is_made_once() -> None:
    document = Document("a.txt", TEXT)
    edit = Edit(place(document, "Su Lin"), "Tô Lâm")
    (file,) = mend(report(finding(edit, confidence=0.9), finding(edit, rule="XL104", confidence=0.9)))
    assert file.after == TEXT.replace("Su Lin", "Tô Lâm", 1)
    assert [each.rule for each in file.findings] == ["XL104", "XL110"]


def test_where_one_rule_wants_two_texts_nothing_is_written() -> None:
    document = Document("a.txt", TEXT)
    at = place(document, "Su Lin")
    assert after(finding(Edit(at, "Tô Lâm")), finding(Edit(at, "Sú Lìn"))) is None


@pytest.mark.parametrize(
    ("markup", "right"),
    [
        ("<p>Su Lin left.</p>", "<p>Tô &lt;Lâm&gt; &amp; left.</p>"),
        ("<p>Su\n   Lin left.</p>", "<p>Tô &lt;Lâm&gt; &amp; left.</p>"),
        ("<p>R&amp;D <b>Su Lin</b>&nbsp;left.</p>", "<p>R&amp;D <b>Tô &lt;Lâm&gt; &amp;</b>&nbsp;left.</p>"),
        ("<p>Su <i>Lin</i> left.</p>", None),
        ("<p>S<!-- -->u Lin left.</p>", None),
        ("<p>Su&shy; Lin left.</p>", None),
        ("<p>Su L&#105;n left.</p>", None),
        ("<p>Su Li&#110; left.</p>", None),
    ],
)
def test_in_a_page_text_is_escaped_and_markup_stays(markup: str, right: str | None) -> None:
    assert after(finding(Edit(place(page("a.html", markup), "Su Lin"), "Tô <Lâm> &"))) == right


def test_quotes_are_escaped_inside_a_tag() -> None:
    file = '<img alt="Su Lin">'
    at = file.index("Su Lin")
    document = Document("a.html", "Su Lin", origin=Origin(file, range(at, at + 7)), syntax=HTML)
    assert after(finding(Edit(place(document, "Su Lin"), 'the "Tô"'))) == '<img alt="the &quot;Tô&quot;">'


@pytest.mark.parametrize("text", ["Tô\tLâm", "Tô\nLâm"])
def test_a_cell_stays_one_cell(text: str) -> None:
    file = "en\tvi\r\nSu Lin left.\tTô Lâm đi rồi.\r\n"
    english, _ = parse("a.tsv", file.encode())
    at = place(english, "Su Lin")
    assert after(finding(Edit(at, text))) is None
    assert after(finding(Edit(at, "To Lam"))) == file.replace("Su Lin", "To Lam")


def test_nothing_that_is_a_mark_is_written_in_markdown() -> None:
    file = "# **Su Lin** left"
    at = file.index("Su Lin")
    document = Document("a.md", "Su Lin", origin=Origin(file, range(at, at + 7)), syntax=MARKDOWN)
    assert after(finding(Edit(place(document, "Su Lin"), "Tô Lâm"))) == "# **Tô Lâm** left"
    assert after(finding(Edit(place(document, "Su Lin"), "Tô *Lâm*"))) is None


def test_files_are_apart_and_in_order() -> None:
    documents = [Document(name, TEXT) for name in ("b.txt", "a.txt", "c.txt")]
    files = mend(report(*(finding(Edit(place(each, "Hanoi"), "Hà Nội")) for each in documents)))
    assert [file.path for file in files] == ["a.txt", "b.txt", "c.txt"]
    assert {file.after for file in files} == {TEXT.replace("Hanoi", "Hà Nội")}


@pytest.mark.parametrize("seed", range(40))
def test_random_edits_are_written_each_in_its_place(seed: int) -> None:
    """What is chosen overlaps nowhere, and the rest of the text stays, whatever the findings and their order."""
    chance = random.Random(seed)
    text = "".join(chance.choice("aăâ bđ\u0301\r\n𝄞中") for _ in range(120))
    document = Document("a.txt", text)
    found = []
    for number in range(chance.randrange(1, 14)):
        starts = sorted(chance.sample(range(118), chance.choice((1, 1, 2, 4))))
        ends = [
            min(start + chance.randrange(1, 9), stop) for start, stop in zip(starts, [*starts[1:], 119], strict=True)
        ]
        edits = [
            Edit(Span(document, start, end), f"<{number}.{part}>")
            for part, (start, end) in enumerate(zip(starts, ends, strict=True))
        ]
        found.append(finding(*edits, confidence=chance.choice((0.9, 0.95, 1.0))))
    files = mend(report(*found))
    shuffled = chance.sample(found, len(found))
    assert [file.after for file in mend(report(*shuffled))] == [file.after for file in files]
    for file in files:
        written = {edit for each in file.findings for edit in each.edits if edit.text in file.after}
        expected, at = "", 0
        for edit in sorted(written, key=lambda edit: edit.at.start):
            assert edit.at.start >= at
            expected += text[at : edit.at.start] + edit.text
            at = edit.at.end
        assert file.after == expected + text[at:]
        surest = max(found, key=lambda each: each.confidence or 0.0).confidence
        assert any(each.confidence == surest for each in file.findings)


def test_the_diff_is_one_that_patch_takes() -> None:
    before, wanted = "a\r\n\x0cb\u2028c\r\nd", "a\r\n\x0cB\u2028c\r\nd"
    assert unified("x/a.txt", before, wanted) == (
        "--- x/a.txt\n+++ x/a.txt\n@@ -1,3 +1,3 @@\n a\r\n-\x0cb\u2028c\r\n+\x0cB\u2028c\r\n d\n"
        "\\ No newline at end of file\n"
    )
    assert unified("a.txt", before, before) == ""
