"""JUnit XML, validated against the schema of Jenkins' plugin and read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import etree

from xlcheck.model import Event, Report
from xlcheck.report import FORMATS

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def read(report):
    root = etree.fromstring(FORMATS["junit"](report).encode())
    SCHEMA.assertValid(root)
    return root


def test_every_rule_is_a_test_of_every_file(report):
    root = read(report)
    assert [suite.get("name") for suite in root] == ["news/en.txt", "news/es.txt", "news/vi.txt"]
    for suite in root:
        names = [case.get("name") for case in suite]
        assert names == ["XL110 name-misread", "XL301 untranslated", "XL302 wrong-language", "XL403 repeated-text"]
    assert [suite.get("failures") for suite in root] == ["0", "4", "0"]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("12", "4", "0")


def test_a_failure_says_where_and_what_to_write(report):
    (failure,) = read(report).xpath("//testcase[@name='XL110 name-misread']/failure")
    assert failure.get("type") == "error"
    assert failure.get("message") == "“Su Lin” is Tô Lâm misread from Chinese characters"
    assert failure.text.split("\n") == [
        "news/es.txt:10:58: error: “Su Lin” is Tô Lâm misread from Chinese characters",
        "    fix: Tô Lâm",
        "    why: Tô Lâm is written 苏林, which Mandarin reads Su Lin",
        "    see: news/en.txt:1:27",
    ]


def test_findings_of_one_rule_are_one_failure_of_the_gravest_severity(report):
    doubled = tuple(replace(finding, rule="XL403", name="repeated-text") for finding in report.findings)
    (failure,) = read(replace(report, findings=doubled)).xpath("//failure")
    assert failure.get("message").endswith(" (and 3 more)") and failure.get("type") == "error"
    assert failure.text.count("news/es.txt:") == 4 + 1


def test_an_unread_input_is_an_error(report):
    root = read(replace(report, failures=("a.txt:1: not text; remove it",)))
    assert root.get("errors") == "1"
    assert root.xpath("//testsuite[@name='inputs']/testcase/error/@message") == ["a.txt:1: not text; remove it"]


def test_columns_of_a_table_are_one_suite(build):
    source, target = (build.article("pairs.tsv", language, "Twelve people died.\n") for language in ("en", "vi"))
    root = read(Report((Event((source, target)),), (build.finding(target.sentences[0].span),), build.rules))
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [
        ("pairs.tsv", "4", "1")
    ]


def test_hostile_text_stays_text(hostile):
    root = read(hostile)
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "error"}
    (failure,) = root.xpath("//failure")
    assert "<script>alert(1)</script>" in failure.text and "]]>" in failure.text
    assert not any(ord(character) < 32 and character != "\n" for character in failure.text)
