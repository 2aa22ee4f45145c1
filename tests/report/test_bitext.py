"""What is aligned, as text, table, translation memory and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ENGLISH = "Leaders met on Monday in Hà Nội.\nThey signed 12 agreements.\nNo date for the next round was set."
SPANISH = (
    "Los dirigentes se reunieron el lunes en Hà Nội.\nFirmaron 12 acuerdos.\nNo se fijó fecha para la próxima ronda."
)
CHINESE = "领导人星期一在河内会晤。\n他们签署了12项协议。\n下一轮的日期没有确定。"


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="xlcheck")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("en.txt", ENGLISH), ("es.txt", SPANISH), ("zh.txt", CHINESE)):
        (tmp_path / name).write_text(text + "\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_text_says_what_two_documents_are_to_one_another() -> None:
    first, *beads = call("align", "en.txt", "es.txt").output.splitlines()
    assert first.startswith("# en.txt\tes.txt\ttranslation: 100% of the first and 100% of the second are in the other")
    sides = [bead.split("\t")[1:] for bead in beads]
    assert sides == [list(lines) for lines in zip(ENGLISH.split("\n"), SPANISH.split("\n"), strict=True)]


@pytest.mark.usefixtures("folder")
def test_json_is_the_contract_for_two_and_names_documents_for_more() -> None:
    two = json.loads(call("align", "en.txt", "es.txt", "--format", "json").output)
    assert [(bead["source"], bead["target"]) for bead in two] == [([i], [i]) for i in range(3)]
    assert all(set(bead) == {"source", "target", "score"} for bead in two)
    more = json.loads(call("align", ".", "--format", "json").output)
    assert {tuple(bead["documents"]) for bead in more} == {
        ("en.txt", "es.txt"), ("en.txt", "zh.txt"), ("es.txt", "zh.txt")
    }  # fmt: skip


def test_a_folder_becomes_a_table_over_all_languages_that_check_reads(folder: Path) -> None:
    call("align", ".", "--format", "tsv", "--output", "table.tsv")
    header, *rows = (folder / "table.tsv").read_text("utf-8").splitlines()
    assert header == "en\tes\tzh-Hans" or header == "en\tes\tzh"
    columns = (ENGLISH.split("\n"), SPANISH.split("\n"), CHINESE.split("\n"))
    assert [row.split("\t") for row in rows] == [list(row) for row in zip(*columns, strict=True)]
    assert call("check", "table.tsv").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_a_memory_has_a_unit_for_each_row_in_all_languages() -> None:
    memory = ElementTree.fromstring(call("align", ".", "--format", "tmx").output.split("\n", 2)[2])
    assert memory.attrib == {"version": "1.4"}
    header = memory.find("header")
    assert header is not None
    assert header.attrib["srclang"] == "*all*"
    units = memory.findall("body/tu")
    assert len(units) == 3
    for unit in units:
        assert 0 < float(unit.findtext("prop") or "0") <= 1
        assert [variant.attrib[LANG].split("-")[0] for variant in unit.findall("tuv")] == ["en", "es", "zh"]
        assert [variant.findtext("prop") for variant in unit.findall("tuv")] == ["en.txt", "es.txt", "zh.txt"]


def test_two_texts_in_one_language_have_columns_of_their_own(folder: Path) -> None:
    (folder / "other.txt").write_text("The leaders met on Monday in Hanoi.\nTwelve agreements were signed.\n", "utf-8")
    table = call("align", "en.txt", "other.txt", "--format", "tsv").output
    assert table.splitlines()[0] == "en\ten-x-2"


def test_what_xml_cannot_hold_is_replaced(folder: Path) -> None:
    (folder / "es.txt").write_text(SPANISH.replace("12", "12\x0b<&>"), "utf-8")
    memory = ElementTree.fromstring(call("align", "en.txt", "es.txt", "--format", "tmx").output.split("\n", 2)[2])
    text = "".join(memory.itertext())
    assert "<&>" in text
    assert "\x0b" not in text


@pytest.mark.usefixtures("folder")
def test_sentences_as_given_in_many_files() -> None:
    beads = json.loads(call("align", ".", "--segmented", "--format", "json").output)
    assert max(max(bead["source"], default=0) for bead in beads) == 2


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_aligned(folder: Path) -> None:
    (folder / "broken.txt").write_text("\0\0", "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    result = call("align", ".", "--format", "tsv")
    assert result.exit_code == 2
    assert "broken.txt:1: a NUL byte" in result.stderr
    assert "empty.txt:1: the file is empty" in result.stderr
    assert "Firmaron 12 acuerdos." in result.stdout
    (folder / "broken.txt").unlink()
    assert call("align", ".", "--format", "tsv").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_explain_gives_the_parts_of_the_score_and_the_best_rival() -> None:
    told = call("align", "en.txt", "zh.txt", "--explain").output.splitlines()
    assert told[0].split("\t")[2:] == ["Leaders met on Monday in Hà Nội.", "领导人星期一在河内会晤。"]
    assert "    both have: number 12" in told
    parts = [line for line in told if line.startswith("    score +")]
    rivals = [line for line in told if line.startswith("    alternative ")]
    assert len(parts) == len(rivals) == 3
    assert all(" = (cosine " in line and " x lengths " in line for line in (*parts, *rivals))
    whole = call("align", ".", "--explain")
    assert (whole.exit_code, whole.stderr) == (2, "xlcheck: --explain needs exactly two files; name them\n")


def test_one_document_is_an_error_and_strangers_are_said_to_be_strangers(folder: Path) -> None:
    alone = call("align", "en.txt")
    assert alone.exit_code == 2
    assert alone.stderr == "xlcheck: en.txt: only one document; name another to align it with\n"
    (folder / "es.txt").write_text("Receta de paella.\n\nEl arroz se cuece veinte minutos con azafrán.\n", "utf-8")
    (folder / "zh.txt").unlink()
    strangers = call("align", ".")
    assert (strangers.exit_code, strangers.stdout) == (0, "")
    assert "no two of the documents cover the same event" in strangers.stderr
