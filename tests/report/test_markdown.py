"""The step summary, as a Markdown parser reads it."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt

from xlcheck.report import FORMATS


def parsed(report):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(FORMATS["markdown"](report))


def inlines(report):
    """What the reader sees, a text for every heading, paragraph and cell."""
    return [
        "".join("\n" if child.type == "html_inline" else child.content for child in token.children)
        for token in parsed(report)
        if token.type == "inline"
    ]


def test_summary_and_a_table_for_every_file_with_findings(report):
    read = inlines(report)
    assert read[0] == "4 findings (3 errors, 1 warning) in 1 of 3 documents; 1 of 2 events in several documents"
    assert read[1:5] == ["news/es.txt", "place", "rule", "finding"]
    assert read[-3:] == [
        "10:58",
        "error XL110",
        "“Su Lin” is Tô Lâm misread from Chinese characters\nfix: Tô Lâm\n"
        "why: Tô Lâm is written 苏林, which Mandarin reads Su Lin\nsee: news/en.txt:1:27",
    ]
    assert len(read) == 1 + 1 + 3 * 5


def test_unread_inputs_are_listed(report):
    assert inlines(replace(report, failures=("a_b_.txt:1: not text",)))[1] == "a_b_.txt:1: not text"


def test_of_many_unread_inputs_the_first_hundred_are_listed(report):
    read = inlines(replace(report, failures=tuple(f"{n}.txt:1: not text" for n in range(150))))
    assert read[1:101] == [f"{n}.txt:1: not text" for n in range(100)] and read[101] == "50 more"


def test_hostile_text_is_text(hostile):
    tokens = [token for outer in parsed(hostile) for token in (outer, *(outer.children or ()))]
    kinds = {token.type for token in tokens}
    assert not kinds & {"link_open", "image", "em_open", "code_inline", "html_block", "fence"}
    assert {token.content for token in tokens if token.type == "html_inline"} == {"<br>"}
    assert sum(token.type == "tr_open" for token in tokens) == 1 + 2
    read = inlines(hostile)
    assert "ca,fé: 100%/a|b [x](y).txt" in read
    assert "[click](http://evil.example)" in read[-1] and "<script>alert(1)</script> a|b `c` *d*" in read[-1]


def test_a_long_report_is_cut_and_says_so(build):
    article = build.article("a.txt", "en", "Su Lin spoke.\n")
    span = build.span(article, "Su Lin")
    many = tuple(build.finding(span, message=f"{n} " + "ồ" * 300) for n in range(2_000))
    text = FORMATS["markdown"](build.report(article, findings=many))
    shown = text.count("| 1:1 |")
    assert 500_000 < len(text.encode()) < 1 << 20
    assert text.endswith(f"\n\n{2_000 - shown:,} more findings left out\n")
