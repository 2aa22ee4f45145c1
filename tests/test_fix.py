"""`xlcheck check --fix`: what is written, and what stays byte for byte as it was."""

from __future__ import annotations

import codecs
import json
import shutil
import stat
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from xlcheck import pipeline
from xlcheck.cli import main
from xlcheck.cli.fix import apply, preview
from xlcheck.cli.options import configured
from xlcheck.model import Report

GLOSSARY = """
[[concept]]
id = "to-lam"
kind = "person"
en = { preferred = "Tô Lâm", admitted = ["To Lam"], deprecated = ["Tô Lam", "To Lâm"] }
es = { preferred = "Tô Lâm", admitted = ["To Lam"], deprecated = ["Tô Lam", "To Lâm"] }
vi = { preferred = "Tô Lâm", deprecated = ["Tô Lam", "To Lâm"] }
zh = "苏林"

[[concept]]
id = "south-china-sea"
kind = "place"
case = "exact"
en = { preferred = "South China Sea", forbidden = ["South Chinese Sea"] }
vi = { preferred = "Biển Đông", forbidden = ["biển Nam Trung Hoa"] }
zh = { preferred = "南海", forbidden = ["南中国海"] }

[[concept]]
id = "partnership"
kind = "phrase"
en = { preferred = "comprehensive partnership", deprecated = ["all-round partnership"] }
es = { preferred = "asociación integral", deprecated = ["alianza integral"] }
"""

ENGLISH = """\
All-round partnership was the word of the day in Hanoi on Monday, 26 January 2026.

General Secretary To Lâm spoke of the South Chinese Sea and of the south china sea again.
Both sides praised the all-round partnership of the two countries, and the guests left in the evening.
"""
ENGLISH_MENDED = """\
Comprehensive partnership was the word of the day in Hanoi on Monday, 26 January 2026.

General Secretary Tô Lâm spoke of the South China Sea and of the South China Sea again.
Both sides praised the comprehensive partnership of the two countries, and the guests left in the evening.
"""
SPANISH = """\
El secretario general To Lâm habló el lunes de la economía del país y de la alianza integral.
Los invitados salieron por la tarde del edificio después de una larga conversación.
"""
VIETNAMESE = """\
Tổng Bí thư Tô Lam đã phát biểu tại Hà Nội về tình hình trên biển Nam Trung Hoa.
Hai bên đã nhất trí tăng cường hợp tác và ủng hộ lẫn nhau trên các diễn đàn quốc tế.
"""


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with a glossary, in which the command is run."""
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "ours.toml").write_text(GLOSSARY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str, **options: Any) -> Result:
    return CliRunner().invoke(main, ("check", "--no-cache", *arguments), **options)


def fix(*arguments: str, **options: Any) -> Result:
    return check("--fix", *arguments, **options)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_the_seeds(work: Path, seeds: Path) -> None:
    shutil.copytree(seeds, work / "seeds")
    glossary = ("--glossary", str(seeds.parent / "glossary"))
    told = json.loads(check("seeds", *glossary, "--format", "json").stdout)["findings"]
    assert [(f["rule"], f["text"], f["fix"]) for f in told if f["edits"]] == [
        ("XL110", "Su Lin", "safe"),
        ("XL113", "Vietnam", "unsafe"),
    ]
    result = fix("seeds", *glossary, "--format", "json")
    left = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert [f["rule"] for f in left] == [f["rule"] for f in told if f["fix"] != "safe"]
    spanish = "004_7ec95feefc092dc3.txt"
    before, after = ((folder / spanish).read_bytes() for folder in (seeds, work / "seeds"))
    assert after == before.replace(b"Comrade Su Lin on", "Comrade Tô Lâm on".encode()) != before
    hint = "1 hidden fix can be enabled with --unsafe-fixes"
    assert result.stderr == f"xlcheck: fixed 1 finding in 1 file; {hint}\n"
    assert fix("seeds", *glossary, "--unsafe-fixes").stderr == "xlcheck: fixed 1 finding in 1 file\n"
    english = "002_ef07036254e702c8.txt"
    before, after = ((folder / english).read_text("utf-8") for folder in (seeds, work / "seeds"))
    assert after == before.replace("with Vietnam in", "with Việt Nam in") != before


def test_nothing_is_left_to_write_the_second_time(work: Path) -> None:
    file = written(work / "a.txt", ENGLISH.encode())
    first = fix("a.txt")
    assert (file.read_text("utf-8"), first.exit_code) == (ENGLISH_MENDED, 0)
    assert first.stderr == "xlcheck: fixed 5 findings in 1 file\n"
    again = fix("a.txt")
    assert (file.read_text("utf-8"), again.stderr) == (ENGLISH_MENDED, "xlcheck: no findings fixed\n")


def test_a_preview_writes_nothing(work: Path) -> None:
    file = written(work / "a.txt", ENGLISH.encode())
    diff = preview(run("a.txt"))
    assert file.read_bytes() == ENGLISH.encode()
    lines = diff.splitlines()
    assert lines[:2] == ["--- a.txt", "+++ a.txt"]
    assert [line[1:] for line in lines[2:] if line.startswith("+")] == [
        line for line in ENGLISH_MENDED.splitlines() if line not in ENGLISH.splitlines()
    ]
    fix("a.txt")
    assert preview(run("a.txt")) == ""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_normal_form_of_the_text_stays(work: Path, form: Any) -> None:
    text = unicodedata.normalize(form, VIETNAMESE)
    file = written(work / "a.vi.txt", text.encode())
    assert fix("a.vi.txt").exit_code == 0
    mended = VIETNAMESE.replace("Tô Lam", "Tô Lâm").replace("biển Nam Trung Hoa", "Biển Đông")
    assert file.read_text("utf-8") == unicodedata.normalize(form, mended)
    assert "XL304" not in check("a.vi.txt").stdout


def test_all_words_of_the_rarer_normal_form(work: Path) -> None:
    lines = VIETNAMESE.splitlines(keepends=True)
    mixed = lines[0] + lines[1].replace("ủng hộ", unicodedata.normalize("NFD", "ủng hộ"))
    file = written(work / "a.vi.txt", (mixed * 2).encode())
    assert fix("a.vi.txt", "--select", "XL304").stderr == "xlcheck: fixed 1 finding in 1 file\n"
    assert file.read_text("utf-8") == VIETNAMESE * 2


def test_letters_that_look_alike(work: Path) -> None:
    file = written(work / "a.txt", "The Communist P\u0430rty held its congress in Hanoi on Monday.\n".encode())
    assert fix("a.txt").exit_code == 0
    assert file.read_text("utf-8") == "The Communist Party held its congress in Hanoi on Monday.\n"


@pytest.mark.parametrize(
    ("mark", "codec", "text"),
    [
        (codecs.BOM_UTF8, "utf-8", VIETNAMESE),
        (codecs.BOM_UTF16_LE, "utf-16-le", VIETNAMESE),
        (codecs.BOM_UTF16_BE, "utf-16-be", ENGLISH),
        (codecs.BOM_UTF32_LE, "utf-32-le", VIETNAMESE),
        (b"", "utf-16-le", ENGLISH),
        (b"", "cp1252", SPANISH),
        (
            b"",
            "gb18030",
            "双方星期一谈到周边、南中国海、经济等，深入交换了意见，并同意继续加强各领域合作，推动两国关系发展。\n",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(work: Path, mark: bytes, codec: str, text: str, end: str) -> None:
    file = written(work / "a.txt", mark + text.replace("\n", end).encode(codec))
    result = fix("a.txt", "--select", "XL1")
    mended = text if text != ENGLISH else ENGLISH_MENDED
    names = (("Tô Lam", "Tô Lâm"), ("To Lâm", "Tô Lâm"), ("南中国海", "南海"), ("biển Nam Trung Hoa", "Biển Đông"))
    for wrong, right in names:
        mended = mended.replace(wrong, right)
    assert mended != text
    assert file.read_bytes() == mark + mended.replace("\n", end).encode(codec), result.output


def test_what_an_encoding_cannot_write_is_refused_and_the_others_are_done(work: Path) -> None:
    glossary = '[[concept]]\nid = "a"\nkind = "place"\nes = { preferred = "Việt Nam", deprecated = ["Viêt Nam"] }\n'
    (work / "glossary" / "ours.toml").write_text(glossary, "utf-8")
    text = "El presidente llegó ayer a Viêt Nam para una visita de Estado después de la reunión.\n"
    legacy, other = written(work / "a.txt", text.encode("cp1252")), written(work / "b.txt", text.encode())
    result = fix("a.txt", "b.txt", "--select", "XL1")
    assert result.exit_code == 2
    assert legacy.read_bytes() == text.encode("cp1252")
    assert other.read_text("utf-8") == text.replace("Viêt", "Việt")
    assert result.stderr.splitlines() == [
        "xlcheck: fixed 1 finding in 1 file",
        "xlcheck: a.txt:1: the fix has a character that the file's encoding lacks; save the file as UTF-8",
    ]


PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>Talks &amp; more</title></head>
<body><nav><a href="/to-lam">To Lâm</a></nav><article>
<h1>Talks in Hanoi &mdash; a long day for both of the delegations</h1>
<p>General Secretary <b>To
   Lâm</b> met the guests &amp; friends of the South&nbsp;Chinese Sea institute on Monday afternoon.</p>
<p>Later <a href="?a=1&amp;b=2" title="To Lâm">To Lâm</a> and To <i>Lâm</i> spoke of the South Chinese Sea.</p>
</article></body></html>
"""


def test_in_a_page_only_what_stands_in_one_piece(work: Path) -> None:
    file = written(work / "a.html", PAGE.format(charset="utf-8").encode())
    result = fix("a.html", "--format", "json")
    mended = (
        PAGE.format(charset="utf-8").replace("To\n   Lâm", "Tô Lâm").replace('title="To Lâm">To', 'title="To Lâm">Tô')
    )
    assert file.read_text("utf-8") == mended.replace("the South Chinese Sea.", "the South China Sea.")
    left = json.loads(result.stdout)["findings"]
    assert [(finding["text"], finding["edits"]) for finding in left] == [
        ("South\u00a0Chinese Sea", []),
        ("To Lâm", []),
    ]


def test_a_page_says_with_references_what_its_encoding_cannot(work: Path) -> None:
    plain = PAGE.format(charset="iso-8859-1").replace("To\n   Lâm", "Tong").replace("To Lâm", "Tong")
    plain = plain.replace("To <i>Lâm</i>", "others")
    (work / "glossary" / "ours.toml").write_text(
        '[[concept]]\nid = "a"\nkind = "person"\nen = { preferred = "Tòng Ặ", deprecated = ["Tong"] }\n', "utf-8"
    )
    file = written(work / "a.html", plain.encode("ascii"))
    fix("a.html", "--select", "XL104")
    assert file.read_bytes() == plain.replace("<b>Tong<", "<b>T&#242;ng &#7862;<").replace(
        '"Tong">Tong<', '"Tong">T&#242;ng &#7862;<'
    ).encode("ascii")
    assert "XL104" not in check("a.html").stdout


def test_cells_of_a_table_but_for_the_first_column_which_is_the_source(work: Path) -> None:
    table = "en\tvi\r\nTo Lâm left Hanoi on Monday.\tÔng Tô Lam rời Hà Nội hôm thứ Hai.\r\n"
    file = written(work / "a.tsv", table.encode())
    fix("a.tsv", "--select", "XL104")
    assert file.read_bytes() == table.replace("Tô Lam", "Tô Lâm").encode()


def test_what_is_silenced_is_not_written(work: Path) -> None:
    (work / "xlcheck-ignore.toml").write_text(
        '[[ignore]]\nrule = "XL104"\npath = "a.txt"\nreason = "quotation"\nuntil = 2999-12-31\n', "utf-8"
    )
    file = written(work / "a.txt", ENGLISH.encode())
    fix("a.txt")
    mended = ENGLISH.replace("South Chinese", "South China").replace("south china sea", "South China Sea")
    assert file.read_text("utf-8") == mended


def test_standard_input_is_refused() -> None:
    result = fix("-", input=ENGLISH.encode())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("xlcheck: --fix: standard input cannot be fixed")


def run(*paths: str) -> Report:
    flags = {"paths": paths, "file": None, "glossary": (), "select": (), "ignore": ()}
    return pipeline.run(configured(flags))


def test_a_file_that_changed_meanwhile_is_left(work: Path) -> None:
    file, other = written(work / "a.txt", ENGLISH.encode()), written(work / "b.txt", ENGLISH.encode())
    edited = ENGLISH + "Another editor was here.\n"

    def slow() -> Report:
        report = run("a.txt", "b.txt")
        file.write_text(edited, "utf-8")
        return report

    report, applied = apply(["a.txt", "b.txt"], slow)
    assert applied.failures == ("a.txt:1: file changed during the check; run again",)
    assert (applied.findings, applied.files) == (5, {"b.txt"})
    assert file.read_text("utf-8") == edited
    assert other.read_text("utf-8") == ENGLISH_MENDED
    assert {finding.at.document.id for finding in report.findings} == {"a.txt"}


def test_a_read_only_file_is_left(work: Path) -> None:
    file = written(work / "a.txt", ENGLISH.encode())
    file.chmod(0o444)
    result = fix("a.txt")
    assert (result.exit_code, file.read_bytes()) == (2, ENGLISH.encode())
    assert "xlcheck: a.txt:1: file is read-only; make it writable, or leave it out\n" in result.stderr


def test_permissions_and_links_stay(work: Path) -> None:
    file = written(work / "a.txt", ENGLISH.encode())
    file.chmod(0o640)
    link = work / "link.txt"
    link.symlink_to("a.txt")
    assert fix("link.txt").exit_code == 0
    assert link.is_symlink()
    assert file.read_text("utf-8") == ENGLISH_MENDED
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in work.iterdir()) == ["a.txt", "glossary", "link.txt"]


def test_a_file_and_a_link_to_it_are_written_once(work: Path) -> None:
    file = written(work / "a.txt", ENGLISH.encode())
    (work / "link.txt").symlink_to("a.txt")
    result = fix("a.txt", "link.txt", "--select", "XL1")
    assert (file.read_text("utf-8"), result.exit_code) == (ENGLISH_MENDED, 0)


MARKDOWN = """\
---
title: "General Secretary To Lâm in Hanoi"
lang: en
---

The talks of **To Lâm** with the guests [ended](to-lâm.md) on Monday afternoon, as planned before.

- All-round *partnership* and the all-round partnership were spoken of at length.
"""


def test_in_markdown_only_what_stands_in_one_piece(work: Path) -> None:
    file = written(work / "a.md", MARKDOWN.encode())
    fix("a.md")
    mended = MARKDOWN.replace("To Lâm", "Tô Lâm").replace("the all-round partnership", "the comprehensive partnership")
    assert file.read_text("utf-8") == mended


def test_code_in_markdown_stays_as_it_is(work: Path) -> None:
    fence = "```text\nWritten in\n\ntwo parts\n```\n"
    text = f"{fence}General Secretary To Lâm was in the list as `To Lâm`, and To Lâm was there, too.\n"
    file = written(work / "a.md", text.encode())
    fix("a.md")
    assert file.read_text("utf-8") == text.replace(" To Lâm", " Tô Lâm")


def test_the_difference_is_a_patch_where_a_box_stands_beside(work: Path) -> None:
    """Docusaurus and others write `:::note`, which is no command to a CI service, and is printed as it is."""
    text = f"# News\n\n:::note\n{ENGLISH.splitlines()[0]}\n:::\n"
    written(work / "a.md", text.encode())
    shown = check("a.md", "--fix", "--diff").stdout
    assert "\n :::note\n-" in shown and "\N{REPLACEMENT CHARACTER}" not in shown


def test_the_command_shows_what_it_would_write(work: Path) -> None:
    file = written(work / "a.txt", ENGLISH.encode())
    shown = check("a.txt", "--fix", "--diff")
    assert (shown.exit_code, shown.stdout) == (1, preview(run("a.txt")))
    assert file.read_bytes() == ENGLISH.encode()
    fix("a.txt")
    again = check("a.txt", "--fix", "--diff")
    assert (again.exit_code, again.stdout) == (0, "")


UNSAFE = "en\tfr\n" + "".join(
    f"{english}\t{french}\n"
    for english, french in (
        ("Kurt Gödel was born there.", "Kurt Gödel est né ici."),
        ("We read Kurt Gödel.", "Nous lisons Kurt Gödel."),
        ("Then Kurt Gödel left.", "Puis Kurt Godel est parti."),
    )
)


def test_unsafe_fixes_are_counted_and_written_where_they_are_let(work: Path) -> None:
    file = written(work / "a.tsv", UNSAFE.encode())
    hint = "1 hidden fix can be enabled with --unsafe-fixes"
    assert fix("a.tsv").stderr == f"xlcheck: no findings fixed; {hint}\n"
    shown = fix("a.tsv", "--diff")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", f"xlcheck: {hint}\n")
    assert file.read_bytes() == UNSAFE.encode()
    shown = fix("a.tsv", "--diff", "--unsafe-fixes")
    assert (shown.exit_code, shown.stderr) == (1, "")
    assert "+Then Kurt Gödel left.\tPuis Kurt Gödel est parti.\n" in shown.stdout
    assert file.read_bytes() == UNSAFE.encode()
    assert fix("a.tsv", "--unsafe-fixes").stderr == "xlcheck: fixed 1 finding in 1 file\n"
    assert file.read_text("utf-8") == UNSAFE.replace("Godel", "Gödel")


def test_unsafe_fixes_go_with_fix() -> None:
    result = check("a.txt", "--unsafe-fixes")
    assert result.exit_code == 2
    assert "--unsafe-fixes needs --fix" in result.stderr
