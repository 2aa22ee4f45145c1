"""The terminal's text, as an editor reads it."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from rich.cells import cell_len

from xlcheck.model.doubt import Doubt
from xlcheck.report import terminal

SNAPSHOT = """\
news/es.txt:2:1: XL403 warning: the same text stands twice
    To Lam expresó su alegría por la conversación telefónica. Foto: TTXVN
    see: news/es.txt:1:1 “To Lam expresó su alegría … telefónica. Foto: TTXVN”

news/es.txt:6:1: XL301 error: the text is Vietnamese on a Spanish page
    Tổng Bí thư Tô Lâm bày tỏ vui mừng tiến hành điện đàm.

news/es.txt:8:1: XL302 error: the text is English on a Spanish page
    The two sides agreed to better … Comrade Su Lin on being elected.
    fix: a Spanish translation

news/es.txt:10:58: XL110 error: “Su Lin” is Tô Lâm misread from Chinese
    characters
    …of the Party, Xi Jinping congratulated Comrade Su Lin on being elected.
                                                    ^^^^^^
    fix: Tô Lâm
    why: Tô Lâm is written 苏林, which Mandarin reads Su Lin
    see: news/en.txt:1:27 “General Secretary Tô Lâm … telephone talks on Monday”

4 findings (3 errors, 1 warning) in 1 of 3 documents; 1 of 2 events in
    several documents
"""


def test_snapshot(report):
    assert terminal.render(report, width=80) == SNAPSHOT


def test_clean_run_is_one_line(build):
    article = build.article("a.txt", "en", "All is well.\n")
    assert terminal.render(build.report(article)) == "no findings in 1 document\n"


def test_a_finding_that_is_less_than_sure_says_so(build):
    article = build.article("a.txt", "en", "All is well.\n")
    finding = replace(build.finding(build.span(article, "well")), confidence=0.7, doubts=(Doubt.ROUND, Doubt.SMALL))
    text = terminal.render(build.report(article, findings=(finding,)))
    assert " error (round number, small number): " in text
    assert f"\n    but: {Doubt.ROUND.means}\n    but: {Doubt.SMALL.means}\n" in text


def test_summary_counts_what_could_not_be_read(build):
    article = build.article("a.txt", "en", "All is well.\n")
    report = replace(build.report(article), failures=("b.txt: is empty", "c.txt: is binary"))
    expected = "no findings in 1 document; 2 inputs could not be read or checked\n"
    assert terminal.render(report) == expected


def test_colour_adds_escape_codes_only(report):
    plain, coloured = terminal.render(report), terminal.render(report, colour=True)
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[1;31mSu Lin\x1b[0m" in coloured


@pytest.mark.parametrize("setting", ["NO_COLOR", "FORCE_COLOR", "COLUMNS"])
def test_environment_does_not_change_it(report, monkeypatch, setting):
    expected = [terminal.render(report, colour=colour) for colour in (False, True)]
    monkeypatch.setenv(setting, "1")
    assert [terminal.render(report, colour=colour) for colour in (False, True)] == expected


@pytest.mark.parametrize("width", [40, 60, 80, 133])
def test_lines_keep_to_the_width(report, width):
    assert max(map(cell_len, terminal.render(report, width=width).splitlines())) <= width


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("越共中央总书记苏林同志二十六日同中国国家主席习近平通电话。", "苏林同志"),
        ("Đồng chí Tô Lâm được bầu làm Tổng Bí thư.", "Tô Lâm"),
        ("Đồng chí Tô Lâm.", "Tô Lâm"),
        ("정치국 위원 또 럼 서기장은 오늘 통화했다.", "또 럼"),
        (("Talks were held. " * 20) + "Su Lin spoke. " + ("He left. " * 20), "Su Lin"),
    ],
)
def test_mark_stands_under_the_text(build, text, marked):
    article = build.article("a.txt", "zh", f"{text}\n")
    found = build.finding(build.span(article, marked))
    lines = terminal.render(build.report(article, findings=(found,)), width=70).splitlines()
    line, mark = lines[1], lines[2]
    before = line[: line.index(marked)]
    assert mark == " " * cell_len(before) + "^" * cell_len(marked)
    assert cell_len(line) <= 70


def test_long_text_keeps_both_its_ends(build):
    article = build.article("a.txt", "en", "It began here, " + "and went on, " * 30 + "till it ended.\n")
    found = build.finding(article.sentences[0].span)
    line = terminal.render(build.report(article, findings=(found,)), width=60).splitlines()[1]
    assert line == "    It began here, and went … and went on, till it ended."


def test_long_path_stays_whole(build):
    path = "content/articles/2026/01/26/" * 4 + "phone-call.txt"
    article = build.article(path, "en", "Su Lin spoke.\n")
    found = build.finding(
        build.span(article, "Su Lin"),
        message="a name is misread",
        related=(article.sentences[0].span,),
    )
    lines = terminal.render(build.report(article, findings=(found,)), width=80).splitlines()
    assert lines[:2] == [f"{path}:1:1:", "    XL302 error: a name is misread"]
    assert lines[4:6] == [f"    see: {path}:1:1", "        “Su Lin spoke.”"]


def test_article_cannot_steer_the_terminal(build):
    article = build.article("a\x1b]0;owned\x07.txt", "en", "Su\x1b[2J \u202eLin\u2066 spoke\x9b1m.\n")
    found = build.finding(article.sentences[0].span, message="“\x1b[31m” is odd", reason="\r\x08")
    text = terminal.render(build.report(article, findings=(found,)))
    assert not set(text) & set("\x1b\x07\x08\x9b\r\u202e\u2066")


def test_rich_is_imported_only_to_render():
    code = "import sys, xlcheck.report; sys.exit('rich' in sys.modules or 'jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def is_command(line):
    """As the runners of GitHub, Azure and TeamCity read the lines of a step."""
    start = line.lstrip()
    named = re.search(r"##(vso|teamcity)?\[", line)
    return bool(re.match("::[a-z-]+( [^:]*)?::", start) or named)


@pytest.mark.parametrize(
    "said",
    ["::error::owned", "::add-mask::Lin", "::stop-commands::x", "##[error]owned", "a ###[group]b", "##vso[task.x y=z]z",
     "##teamcity[x]", "\u3000::warning file=a::b", "\r::error::x", "\x0b::error::x"],
)  # fmt: skip
@pytest.mark.parametrize("colour", [False, True])
def test_article_commands_no_ci_service(build, said, colour):
    article = build.article(
        f"{said}.txt".replace("/", ""), "en", f"{said}\n\n{said} {'and on ' * 40} {said} was said.\n"
    )
    parts = [sentence.span for sentence in article.sentences] + [build.span(article, "was said")]
    findings = tuple(
        build.finding(span, message=f"{said} {'x' * 70} {said}", suggestion=said, reason=f"{'y' * 60} {said}",
                      related=(parts[0],)) for span in parts
    )  # fmt: skip
    report = replace(build.report(article, findings=findings), failures=(said,))
    for width in (40, 60, 100):
        text = terminal.render(report, width=width, colour=colour)
        assert [line for line in re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n") if is_command(line)] == []
        assert max(map(cell_len, re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n")[1:3])) <= width


def test_what_is_no_command_stays_as_it_is(build):
    text = "C++ has std::vector, Ruby has A::B, ## a heading, #[derive], [::1]:80 and a :: b\n"
    article = build.article("a.txt", "en", text)
    found = build.finding(build.span(article, "heading"))
    assert text.rstrip() in terminal.render(build.report(article, findings=(found,)), width=120)
