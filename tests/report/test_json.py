"""The JSON contract."""

import json
from dataclasses import replace
from datetime import date

from xlcheck.model import Article, Document, Event, Origin, Report, Sentence, Span
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix
from xlcheck.read.formats import HTML
from xlcheck.report import FORMATS

KEYS = [
    "rule", "name", "severity", "message", "path", "line", "column", "start", "end", "text",
    "suggestion", "reason", "related", "confidence", "doubts", "measured", "edits", "fix",
]  # fmt: skip


def test_contract(report):
    text = FORMATS["json"](report)
    read = json.loads(text)
    assert text.endswith("}\n")
    assert list(read) == ["signature", "documents", "events", "findings", "notes"]
    assert read["signature"] == {"xlcheck": "0.1.0", "encoder": "static"}
    assert read["documents"] == [
        {"path": "news/en.txt", "language": "en", "date": "2026-01-26"},
        {"path": "news/es.txt", "language": "es", "date": None},
        {"path": "news/vi.txt", "language": "vi", "date": None},
    ]
    assert read["events"] == [["news/en.txt", "news/es.txt"], ["news/vi.txt"]]
    assert all(list(finding) == KEYS for finding in read["findings"])
    assert [finding["rule"] for finding in read["findings"]] == ["XL403", "XL301", "XL302", "XL110"]


def test_offsets_cut_the_text_out_of_the_file(report):
    files = {a.document.id: a.document.text for event in report.events for a in event.articles}
    for finding in json.loads(FORMATS["json"](report))["findings"]:
        for place in [finding, *finding["related"]]:
            assert files[place["path"]][place["start"] : place["end"]] == place["text"] != ""
        before = files[finding["path"]][: finding["start"]]
        assert finding["line"] == before.count("\n") + 1
        assert finding["column"] == len(before) - before.rfind("\n")


def test_text_stays_readable(report):
    assert "Tô Lâm is written 苏林" in FORMATS["json"](report)


def test_offsets_lead_into_the_file_that_the_text_came_from(build):
    file = "<p>Comrade <b>Su Lin</b> &amp; friends</p>\n<p>R&amp;</p>"
    written = ["Comrade ", "Su Lin", " ", "&amp;", " friends", "\n", "R", "&amp;"]
    text, offsets, at = "", [], 0
    for part in written:
        at = file.index(part, at)
        plain = "&" if part == "&amp;" else part
        text += plain
        offsets += range(at, at + len(plain))
        at += len(part)
    document = Document("page.html", text, "en", origin=Origin(file, [*offsets, len(file) - 4]))
    article = Article(document, "en", (Sentence(Span(document, 0, len(text)), "en"),))
    findings = tuple(build.finding(build.span(article, part)) for part in ("Su Lin", "&", "R&"))
    read = json.loads(FORMATS["json"](build.report(article, findings=findings)))["findings"]
    cut = [file[finding["start"] : finding["end"]] for finding in read]
    assert cut == ["Su Lin", "&amp;", "R&amp;"]
    assert [(f["line"], f["column"]) for f in read] == [(1, 15), (1, 26), (2, 4)]


def test_columns_of_a_table_are_documents_of_one_path(build):
    source = build.article("pairs.tsv", "en", "Twelve people died.\n")
    target = build.article("pairs.tsv", "vi", "Mười hai người chết.\n")
    table = Report((Event((source, target)),), ())
    read = json.loads(FORMATS["json"](table))
    assert [document["language"] for document in read["documents"]] == ["en", "vi"]
    assert read["events"] == [["pairs.tsv"]]


def test_same_bytes_whatever_the_order_of_the_findings(report):
    turned = replace(report, findings=report.findings[::-1])
    for name, render in FORMATS.items():
        assert render(turned) == render(report), name


def test_path_that_is_not_valid_unicode_can_be_written(build):
    article = build.article("caf\udce9.txt", "fr", "Bonjour.\n", date=date(2026, 1, 2))
    report = build.report(article, findings=(build.finding(article.sentences[0].span),))
    for name, render in FORMATS.items():
        content = render(report)
        if isinstance(content, str):
            text = content.encode().decode()
            assert "caf\ufffd.txt" in text.replace("\\", "") or "caf%E9.txt" in text, name


def test_edits_say_what_to_write_in_the_file(build):
    file = "<p>Comrade <b>Su Lin</b> met Su <i>Lin</i>.</p>"
    parts = ["Comrade ", "Su Lin", " met Su ", "Lin", "."]
    text, offsets, at = "", [], 0
    for part in parts:
        at = file.index(part, at)
        text, offsets, at = text + part, [*offsets, *range(at, at + len(part))], at + len(part)
    document = Document("page.html", text, "en", origin=Origin(file, [*offsets, at]), syntax=HTML)
    article = Article(document, "en", (Sentence(Span(document, 0, len(text)), "en"),))
    first = build.span(article, "Su Lin")
    second = build.span(article, "Su Lin", first.end)
    findings = (
        build.finding(first, fix=Fix((Edit(first, "Tô & Lâm"),), Evidence.TERM)),
        build.finding(second, fix=Fix((Edit(second, "Tô Lâm"),), Evidence.USAGE)),
        build.finding(second, message="both", fix=Fix((Edit(first, "Tô Lâm"), Edit(second, "Tô Lâm")), Evidence.TERM)),
    )
    told = json.loads(FORMATS["json"](build.report(article, findings=findings)))["findings"]
    start = file.index("Su Lin")
    assert [finding["edits"] for finding in told] == [
        [{"path": "page.html", "start": start, "end": start + 6, "text": "Tô &amp; Lâm"}],
        [],  # the tag inside would be lost
        [],  # all or none
    ]
    assert [finding["fix"] for finding in told] == ["safe", None, None]
    plain = build.article("a.txt", "en", "Su Lin")
    name = build.span(plain, "Su Lin")
    unsafe = build.finding(name, fix=Fix((Edit(name, "Tô Lâm"),), Evidence.LIKENESS))
    (told,) = json.loads(FORMATS["json"](build.report(plain, findings=(unsafe,))))["findings"]
    assert (told["fix"], len(told["edits"])) == ("unsafe", 1)
