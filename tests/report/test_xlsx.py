"""The spreadsheet, opened again."""

from __future__ import annotations

import io
import re
import sys
import zipfile

import pytest

from xlcheck.evidence.doubts import rate
from xlcheck.model import XlcheckError
from xlcheck.report import FORMATS

openpyxl = pytest.importorskip("openpyxl")


def sheet(report):
    return openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"](report))).active


def test_a_row_a_finding(report):
    header, *rows = sheet(report).iter_rows(values_only=True)
    last = dict(zip(header, rows[3], strict=True))
    assert [row[1] for row in rows] == ["XL403", "XL301", "XL302", "XL110"]
    assert (last["line"], last["column"], last["confidence"]) == (10, 58, rate("XL110"))
    assert (last["text"], last["suggestion"], last["severity"]) == ("Su Lin", "Tô Lâm", "error")


def test_text_is_no_formula(hostile):
    page = sheet(hostile)
    kinds = {cell.data_type for row in page.iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)}
    texts = [row[9].value for row in page.iter_rows(min_row=2)]
    assert kinds == {"s"}
    assert all(text.startswith("=HYPERLINK(1) \ufffd[31m") for text in texts)


def test_text_longer_than_a_cell_is_cut(build):
    article = build.article("a.txt", "en", "ồ" * 40_000 + "\n")
    text = sheet(build.report(article, findings=(build.finding(article.sentences[0].span),))).cell(2, 10).value
    assert len(text) == 32_767 and text.endswith("ồ…")


def test_no_time_of_writing_is_in_it(report):
    content = FORMATS["xlsx"](report)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(archive.read(entry) for entry in archive.infolist())
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+", everything)) == {b"1980-01-01T00:00:00"}
    assert FORMATS["xlsx"](report) == content


def test_without_openpyxl_the_extra_is_named(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(XlcheckError, match=re.escape("pip install 'xlcheck[xlsx]'")):
        FORMATS["xlsx"](report)
