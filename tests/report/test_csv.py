"""CSV, read back as RFC 4180 and as a spreadsheet would take it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from xlcheck.evidence.doubts import rate
from xlcheck.report import FORMATS


def read(report):
    text = FORMATS["csv"](report)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_a_finding(report):
    rows = read(report)
    assert [row["rule"] for row in rows] == ["XL403", "XL301", "XL302", "XL110"]
    last, found = rows[3], report.findings[0]
    assert (last["path"], last["line"], last["column"], last["end column"]) == ("news/es.txt", "10", "58", "64")
    assert (last["text"], last["suggestion"], last["confidence"]) == ("Su Lin", "Tô Lâm", str(rate("XL110")))
    assert last["related"] == f"news/en.txt:1:27 {found.related[0].text}"
    assert last["fingerprint"] == found.fingerprint


def test_text_over_several_lines_is_one_field(report):
    rows = read(report)
    assert rows[2]["text"] == report.findings[2].at.text and "\n" in rows[2]["text"]
    lines = FORMATS["csv"](replace(report, findings=())).split("\r\n")
    assert len(lines) == 2 and lines[0].startswith("severity,rule,name,") and lines[1] == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5 °C", "@SUM(A1)", "\tx", "＝1", '=HYPERLINK("http://x")'])
def test_text_is_no_formula(build, text):
    article = build.article("a.txt", "en", f"{text} {text}\n")
    found = build.finding(build.span(article, text), message=text, suggestion=text)
    (row,) = read(build.report(article, findings=(found,)))
    assert row["text"] == row["message"] == row["suggestion"] == f"'{text}"


def test_numbers_stay_numbers_and_controls_go(hostile):
    rows = read(hostile)
    assert [(row["line"], row["column"]) for row in rows] == [("1", "1"), ("2", "1")]
    text = FORMATS["csv"](hostile)
    assert not any(character in text for character in "\x00\x08\x1b\ufffe")
