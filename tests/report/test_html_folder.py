"""A folder of events: an index and a page for each."""

from __future__ import annotations

import re
from dataclasses import replace

from click.testing import CliRunner
from lxml import html

from xlcheck.cli import main
from xlcheck.model import Document, Report, Severity, Span
from xlcheck.report import PAGES

INJECTION = "</title><script>owned=1</script><img src=x onerror=owned=1>\"'"


def made(report):
    return {name: html.document_fromstring(text) for name, text in PAGES["html"](report).items()}


def rows(index):
    return index.xpath("//table[@class='overview']/tbody/tr")


def said(element):
    return " ".join(element.text_content().split())


def test_every_event_has_a_page_and_a_row_of_the_index(report):
    pages = made(report)
    index = pages["index.html"]
    shared, alone = rows(index)
    links = index.xpath("//table[@class='overview']//a/@href")
    assert list(pages) == ["index.html", *links]
    assert [re.sub("[0-9a-f]{8}", "#", link) for link in links] == ["en-#.html", "vi-#.html"]
    assert said(shared).endswith("news/en.txt 2026-01-26news/es.txt en es 3 errors 1 warning 0 notes")
    assert said(alone).endswith("news/vi.txt vi 0 errors 0 warnings 0 notes")
    assert dict(shared.attrib).items() >= {"data-language": "en es", "data-error": "3", "data-note": "0"}.items()
    assert index.xpath("string(//h1)") == pages["index.html"].xpath("string(//title)").removeprefix("xlcheck: ")


def test_a_page_is_the_report_of_its_event_alone(report):
    (_, shared), (last, alone) = list(made(report).items())[1:]
    assert len(shared.xpath("//ol[@class='findings']/li")) == 4
    assert alone.xpath("//ol[@class='findings']/li") == []
    assert shared.xpath("string(//h1)").startswith("4 findings (3 errors, 1 warning) in 1 of 2 documents")
    assert alone.xpath("string(//h1)") == "no findings in 1 document"
    for page, ways in ((shared, ["index.html", last]), (alone, ["index.html"])):
        assert page.xpath("//header//a/@href") == ways
        anchors = {f"#{anchor}" for anchor in page.xpath("//@id")}
        assert set(page.xpath("//main//@href")) <= anchors
    assert {rule.get("id") for rule in shared.xpath("//details[starts-with(@id, 'rule-')]")} == {
        f"rule-{finding.rule}" for finding in report.findings
    }


def test_one_event_is_the_index_itself(report, build):
    alone = replace(report, events=report.events[:1])
    assert list(PAGES["html"](alone)) == ["index.html"]
    assert made(alone)["index.html"].xpath("//ol[@class='findings']/li")
    assert list(PAGES["html"](build.report())) == ["index.html"]


def test_names_depend_on_the_first_documents_path_alone(build):
    def names(*paths):
        return list(PAGES["html"](build.report(*(build.article(path, "vi", "Tin.\n") for path in paths))))[1:]

    paths = ("vi/Điện đàm (1).html", "tin/新闻.txt", "a/CON", "b/CON", "-", f"{'dài ' * 40}.txt", "../x.y.txt")
    one, cjk, con, other, dash, long, dots = named = names(*paths)
    assert names(*reversed(paths)) == named[::-1]
    assert names("./vi/Điện đàm (1).html", "x.txt")[0] == one
    assert [re.fullmatch(r"(.+)-[0-9a-f]{8}\.html", name)[1] for name in named] == [
        *("dien-dam-1", "event", "con", "con", "event"),
        "-".join(["dai"] * 10),
        "x-y",
    ]
    assert len(set(named)) == len(paths)
    twice = names("a.txt", "a.txt")
    assert twice[1] == twice[0].replace(".html", "-2.html")
    assert cjk != dash and con != other and long != dots


def test_what_lies_in_no_event_is_in_the_index(report, build):
    file = Document("xlcheck-ignore.toml", "[[ignore]]\n")
    stale = build.finding(Span(file, 0, 10), message="the ignore has ended", suggestion="take it out", rule="XL403")
    comment = Document("news/es.txt", "<!-- xlcheck-ignore -->")
    vague = build.finding(Span(comment, 0, 4), message="an ignore without a reason", rule="XL403")
    pages = made(replace(report, findings=(*report.findings, stale, vague), failures=("b.txt:1: is empty",)))
    index, shared, alone = pages.values()
    (item,) = index.xpath("//ol[@class='findings']/li")
    assert said(item) == ("1 warning XL403 repeated-text xlcheck-ignore.toml:1:1 the ignore has ended fix: take it out")
    assert "an ignore without a reason" in said(shared) and "an ignore without a reason" not in said(alone)
    assert said(index.xpath("//ul[@class='failures']")[0]) == "b.txt:1: is empty"
    assert not shared.xpath("//ul[@class='failures']")


def test_a_related_place_on_another_page_is_no_link(report):
    alone = report.events[1].articles[0]
    found = replace(report.findings[3], related=(alone.sentences[0].span,))
    shared = list(made(replace(report, findings=(found,))).values())[1]
    assert said(shared.xpath("//ul[@class='related']/li")[0]).startswith("news/vi.txt:1:1 ")
    assert not shared.xpath("//ul[@class='related']//a")


def test_policy_and_escaping_are_those_of_every_page(build):
    article = build.article(f"a{INJECTION}.txt", "en", f"{INJECTION} was held.\n")
    finding = build.finding(article.sentences[0].span, message=INJECTION, severity=Severity.NOTE)
    report = build.report(article, build.article("b.txt", "en", "Talks.\n"), findings=(finding,))
    for text in PAGES["html"](replace(report, failures=(INJECTION,))).values():
        page = html.document_fromstring(text)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; style-src 'sha256-") and "connect-src" not in policy
        assert "unsafe" not in policy and "*" not in policy
        assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
        assert not page.xpath("//img | //*[@onerror] | //link | //*[@src] | //*[@style]")


def test_the_same_bytes_whatever_comes_before(report, build):
    other = build.report(build.article("other.txt", "en", "Talks.\n"))
    first = PAGES["html"](report)
    PAGES["html"](other)
    assert PAGES["html"](report) == first
    assert isinstance(report, Report)


def test_the_command_fills_a_folder_and_spares_what_was_read_and_what_lies_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    texts = {
        "index.html": "The two leaders held telephone talks on the railway between the countries on 26 January 2026.",
        "other.html": "Farmers in the delta expect a poor harvest of coffee after a summer without any rain.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(f"<html lang='en'><body><h1>{name}</h1><p>{text}</p></body></html>", "utf-8")
    before = (tmp_path / "index.html").read_bytes()

    def check(target):
        return CliRunner().invoke(main, ("check", ".", "--no-cache", "--format", f"html={target}"))

    refused = check("./")
    assert refused.exit_code == 2 and "index.html:1: this run reads the file and would overwrite it" in refused.stderr
    assert (tmp_path / "index.html").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "other.html"]

    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "older-12345678.html").write_text("of an earlier run", "utf-8")
    monkeypatch.chdir(tmp_path / "out")
    result = CliRunner().invoke(main, ("check", "../index.html", "../other.html", "--no-cache", "--format", "html=./"))
    assert result.exit_code in (0, 1), result.output
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 4 and "older-12345678.html" in names
    index = html.document_fromstring((tmp_path / "out" / "index.html").read_text("utf-8"))
    assert set(index.xpath("//table//a/@href")) == set(names) - {"index.html", "older-12345678.html"}
