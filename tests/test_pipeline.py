"""The seeds, start to finish: the real errors are found and sound text stays quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.model import Finding, Report, Severity, XlcheckError
from xlcheck.pipeline import run

ROOT = Path(__file__).parents[1]
GLOSSARY = ROOT / "glossary"


@pytest.fixture(scope="module", params=["with the glossary", "without"])
def report(request: pytest.FixtureRequest) -> Report:
    glossary = (str(GLOSSARY),) if request.param == "with the glossary" else ()
    return run(Config(paths=(str(ROOT / "seeds"),), glossary=glossary))


def by_rule(report: Report, rule: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


def short(path: str) -> str:
    return Path(path).name[:3]


def test_the_two_reports_of_the_telephone_talks_are_one_event(report: Report) -> None:
    events = [[short(article.document.id) for article in event.articles] for event in report.events]
    assert events == [["000", "004"], ["001"], ["002"], ["003"]]


def test_languages_and_dates(report: Report) -> None:
    told = {
        short(article.document.id): (article.language, str(article.document.date))
        for event in report.events
        for article in event.articles
    }
    assert told == {
        "000": ("en", "2026-01-26"),
        "001": ("en", "2026-02-04"),
        "002": ("en", "None"),
        "003": ("en", "2025-04-14"),
        "004": ("es", "2026-01-27"),
    }


def test_vietnamese_paragraphs_are_untranslated(report: Report) -> None:
    found = by_rule(report, "XL301")
    text = "\n".join(finding.at.text for finding in found)
    assert all(finding.at.document.id.endswith("004_7ec95feefc092dc3.txt") for finding in found)
    byline, paragraphs = text.split("\n", 1)
    assert byline == "THANH HÀ (báo lao động) 27/01/2026 08:44 (GMT+7)"
    assert paragraphs.startswith("Tổng Bí thư Tô Lâm bày tỏ vui mừng")
    assert "Tổng Bí thư, Chủ tịch nước Tập Cận Bình khẳng định" in text
    assert text.endswith("tiếp tục khuyến khích doanh nghiệp Trung Quốc đầu tư, làm ăn tại Việt Nam.")
    assert "General Secretary" not in text and "Secretario" not in text
    assert 3 <= len(found) <= 4


def test_english_paragraphs_and_stubs_are_in_the_wrong_language(report: Report) -> None:
    found = by_rule(report, "XL302")
    assert {short(finding.at.document.id) for finding in found} == {"004"}
    assert len(found) <= 4
    assert found[0].at.text.startswith("On behalf of the Party, State and People of China")
    assert "Based on the positive progress" in found[1].at.text
    assert found[-1].at.text.endswith("Same category")
    assert any("Read the original here" in finding.at.text for finding in found)


def test_su_lin_is_to_lam(report: Report) -> None:
    (finding,) = by_rule(report, "XL110")
    assert finding.at.text == "Su Lin"
    assert finding.severity is Severity.ERROR
    with_glossary = report.signature["glossary"] != "none"
    assert finding.suggestion == ("Tô Lâm" if with_glossary else "To Lam")
    assert any("Lâm on his election as General Secretary" in span.text for span in finding.related)


def test_the_doubled_caption(report: Report) -> None:
    (finding,) = by_rule(report, "XL403")
    assert finding.at.text.startswith("El Secretario General To Lam expresó")
    assert finding.at.document.position(finding.at.start) == (3, 1)
    assert finding.related[0].document.position(finding.related[0].start) == (2, 1)


def test_no_error_in_the_four_sound_articles(report: Report) -> None:
    assert {short(f.at.document.id) for f in report.findings if f.severity is Severity.ERROR} == {"004"}


def test_the_order_of_arguments_makes_no_difference() -> None:
    paths = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    told = [
        [(f.rule, f.at.document.id, f.at.start, f.at.end, f.message) for f in run(Config(paths=tuple(order))).findings]
        for order in (paths, paths[::-1])
    ]
    assert told[0] == told[1]


def test_against_names_the_original(tmp_path: Path) -> None:
    source, page = tmp_path / "source.txt", tmp_path / "page.txt"
    source.write_text(
        "Hội đàm diễn ra tại Bắc Kinh vào chiều thứ Hai.\nHai bên nhất trí tăng cường hợp tác.\n", "utf-8"
    )
    page.write_text(
        "Las conversaciones se celebraron en Pekín el lunes por la tarde.\nHai bên nhất trí tăng cường hợp tác.\n"
        "The two sides also agreed to meet again before the end of the year.\n",
        "utf-8",
    )
    report = run(Config(paths=(str(page),), against=str(source)))
    assert [(f.rule, f.at.text[:11]) for f in report.findings] == [("XL301", "Hai bên nhấ"), ("XL302", "The two sid")]
    (event,) = report.events
    assert [article.document.id for article in event.articles] == [str(source), str(page)]
    assert all(pair.translation for pair in event.alignments[0].pairs)


def test_an_aligned_table(tmp_path: Path) -> None:
    table = tmp_path / "rows.tsv"
    table.write_text(
        "en\tes\tvi\n"
        "The talks were held in Beijing on Monday.\tLas conversaciones tuvieron lugar el lunes en Pekín.\t"
        "Hội đàm diễn ra tại Bắc Kinh vào thứ Hai.\n"
        "The two sides agreed to strengthen cooperation.\tThe two sides agreed to strengthen cooperation.\t"
        "Hai bên nhất trí tăng cường hợp tác.\n",
        "utf-8",
    )
    report = run(Config(paths=(str(table),)))
    assert [(f.rule, f.at.document.position(f.at.start)) for f in report.findings] == [("XL301", (3, 49))]
    assert report.findings[0].at.document.language == "es"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02\x00" * 50)
    (tmp_path / "good.txt").write_text("The talks were held in Beijing on Monday.", "utf-8")
    report = run(Config(paths=(str(tmp_path),)))
    assert len(report.failures) == 1 and "bad.txt" in report.failures[0]
    assert [event.articles[0].document.id for event in report.events] == [str(tmp_path / "good.txt")]


def test_a_missing_path_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The talks were held in Beijing on Monday.", "utf-8")
    report = run(Config(paths=(str(tmp_path / "none.txt"), str(tmp_path / "good.txt"))))
    assert len(report.failures) == 1 and "none.txt" in report.failures[0]
    assert len(report.events) == 1
    with pytest.raises(XlcheckError, match=r"none\.txt"):
        run(Config(paths=(str(tmp_path / "none.txt"),)))


def test_the_source_is_known_however_its_path_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source.txt").write_text("Hội đàm diễn ra tại Bắc Kinh vào chiều thứ Hai.", "utf-8")
    (tmp_path / "page.txt").write_text("Las conversaciones se celebraron en Pekín el lunes por la tarde.", "utf-8")
    report = run(Config(paths=(str(tmp_path),), against="./source.txt"))
    (event,) = report.events
    assert [Path(article.document.id).name for article in event.articles] == ["source.txt", "page.txt"]


def test_a_source_that_is_no_document_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Las conversaciones se celebraron en Pekín el lunes.", "utf-8")
    (tmp_path / "rows.tsv").write_text("en\tes\nYes\tSí\n", "utf-8")
    page, table = str(tmp_path / "page.txt"), str(tmp_path / "rows.tsv")
    with pytest.raises(XlcheckError, match=r"rows\.tsv: not one of the documents read"):
        run(Config(paths=(page,), against=table))


@pytest.mark.parametrize(
    ("content", "said"), [(None, "no such file or folder"), ("", "the file is empty"), ("\0", "NUL")]
)
def test_without_the_source_the_others_are_checked_on_their_own(
    content: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("Las conversaciones se celebraron en Pekín el lunes.", "utf-8")
    if content is not None:
        Path("source.txt").write_text(content, "utf-8")
    report = run(Config(paths=("page.txt",), against="source.txt"))
    (failure,) = report.failures
    assert failure.startswith("source.txt") and said in failure
    assert [article.document.id for event in report.events for article in event.articles] == ["page.txt"]


def test_a_placeholder_for_a_day_is_no_day(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="en"><meta property="article:published_time" content="0001-01-01T00:00:00">'
        "<h1>Talks held in the capital</h1><p>The two sides met on Sunday and will meet again next Monday.</p>",
        "utf-8",
    )
    (event,) = run(Config(paths=(str(page),))).events
    assert event.articles[0].document.date is None


TABLE = (
    ("Heavy rain flooded the capital on Monday.", "La lluvia inundó la capital el lunes.", "周一的大雨淹没了首都。"),
    ("The bank raised its rates again.", "El banco volvió a subir sus tipos de interés.", "银行再次提高了利率。"),
    (
        "The minister said the hospitals were ready, and that the government sent medicine and blankets to the camps.",
        "El ministro dijo que los hospitales estaban listos y que el Gobierno envió medicinas y mantas a los "
        "campamentos.",
        "部长说医院已做好准备。",
    ),
    (
        "The home team won the final in extra time.",
        "El equipo local ganó la final en la prórroga.",
        "主队在加时赛中赢得决赛。",
    ),
)


def test_in_a_table_of_three_each_translation_is_compared_with_the_source(tmp_path: Path) -> None:
    columns = list(zip(*TABLE, strict=True))
    slipped = [columns[0], columns[1][1:] + columns[1][:1], columns[2]]
    for name, told in (("clause", columns), ("slipped", slipped)):
        rows = "".join("\t".join(row) + "\n" for row in (("en", "es", "zh"), *zip(*told, strict=True)))
        (tmp_path / f"{name}.tsv").write_text(rows, "utf-8")
    clause = run(Config(paths=(str(tmp_path / "clause.tsv"),), select=("XL4",)))
    assert [(f.rule, f.at.text) for f in clause.findings] == [("XL401", "部长说医院已做好准备。")]
    found = by_rule(run(Config(paths=(str(tmp_path / "slipped.tsv"),), select=("XL405",))), "XL405")
    assert {finding.at.document.language for finding in found} == {"es"} and len(found) == len(TABLE)
