"""Markdown: what is text, exact places, front matter, hostile input."""

import io
import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from xlcheck.model import Document, NoText, XlcheckError
from xlcheck.read import read
from xlcheck.read.blocks import blocks
from xlcheck.read.markdown import markdown

Exact = Callable[[Document, str], None]


def part(document: Document, place: tuple[int, int] | None) -> str | None:
    return document.text[slice(*place)] if place else None


PAGE = """\
---
layout: post
title: "Điện đàm Tô Lâm - Tập Cận B\\u00ecnh"
lang: vi_VN
date: 2026-01-26 20:15:00 +0700
tags: [đối ngoại, "Trung Quốc"]
summary: >-
  Hai bên trao đổi ý kiến
  tiếp xúc cấp cao.
---
# Điện đàm

HÀ NỘI — Ngày 26/1, **Tổng Bí thư _Tô Lâm_** điện đàm với [Chủ tịch *Tập
Cận Bình*](https://example.org/xi "Xi"), theo [TTXVN][1] và <https://example.org>[^a].

![Tô Lâm tại trụ sở Trung ương Đảng (Ảnh: TTXVN)](a.jpg){width=50%}

> - Hai bên nhất trí ![biểu tượng](b.png) duy trì
tiếp xúc cấp cao
>   1. Kim ngạch &asymp; 260 t\\* USD, `giá
>      hiện hành`

| Năm | Tỷ ~~đồng~~ USD |
|----:|:----------------|
| 2025 | 296 \\| 300 |

{{< figure src="a_b_c.jpg" caption="*không đọc*" >}}
{% include quote.html %}
```sh
không đọc
```
Dòng một\\
dòng hai {{ page.title }}<br>dòng ba<!-- không đọc --> hết.

<div class="note">
Khối <b>HTML</b> &eacute;
</div>

- [x] xong
{: .wide}

[1]: https://example.org
[^a]: Chú thích.
"""


class TestPage:
    document = markdown("2026-01-01-talks.md", PAGE)

    def test_text(self) -> None:
        assert self.document.text.split("\n\n") == [
            "Điện đàm Tô Lâm - Tập Cận Bình",
            "Hai bên trao đổi ý kiến tiếp xúc cấp cao.",
            "Điện đàm",
            "HÀ NỘI — Ngày 26/1, Tổng Bí thư Tô Lâm điện đàm với Chủ tịch Tập Cận Bình, theo TTXVN và "
            "https://example.org.",
            "Tô Lâm tại trụ sở Trung ương Đảng (Ảnh: TTXVN)",
            "Hai bên nhất trí duy trì tiếp xúc cấp cao",
            "Kim ngạch ≈ 260 t* USD, giá hiện hành",
            "Năm",
            "Tỷ đồng USD",
            "2025",
            "296 | 300",
            "Dòng một\ndòng hai\ndòng ba hết.",
            "Khối HTML é",
            "xong",
            "Chú thích.",
        ]

    def test_metadata(self) -> None:
        assert (self.document.language, self.document.date) == ("vi-VN", date(2026, 1, 26))
        assert part(self.document, self.document.title) == "Điện đàm Tô Lâm - Tập Cận Bình"
        assert part(self.document, self.document.dateline) == "HÀ NỘI — "

    def test_places(self, exact: Exact) -> None:
        exact(self.document, PAGE)
        for words in ("ình", "tiếp xúc cấp cao.", "Cận Bình, theo", "260 t", "hiện hành", "300", "HTML", "Chú thích"):
            line, column = self.document.position(self.document.text.index(words))
            assert re.split(r"[ ,]", words)[0] in PAGE.split("\n")[line - 1][column - 1 :].replace("\\u00ec", "ì")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Title\n===\n\n***Very** good*", "Title\n\nVery good"),
        ("a\n- b\n  c\n\n  d\n1. e", "a\n\nb c\n\nd\n\ne"),
        ("> a\nb\n> > c\n> d", "a b\n\nc d"),
        ("\ta\n\nb\tc  d", "b c d"),
        ("a\\\nb\\* &amp; &#x4e60; &nbsp;\\&amp;", "a\nb* & 习 \xa0&amp;"),
        ("``a ` b`` and `` ` ``", "a ` b and `"),
        ("![a](b) ![c *d*][e]\n\n[e]: f", "a\n\nc d"),
        ("[![a](b)](c)", "a"),
        ("See ![a](b) here", "See here"),
        ("[a]( <b c> 'd')[e][f]\n\n[f]: <g> (h)", "ae"),
        ("这是第一行\n第二行，\nthird\n제목\n본문", "这是第一行第二行， third 제목 본문"),
        ("a <span>b</span> <script>c</script> d<select>e\n\nf", "a b d\n\nf"),
        ("> <!-- a\n> b\n> --> c\n\nd", "c\n\nd"),
        ("a\n\n  </b>\r\nb <i>c\n\nd", "a\n\nb c\n\nd"),
        ("<table><tr><td>a<td>b</table>\n\n*c*", "a\n\nb\n\nc"),
        ("a\n: b\n\n> [!NOTE]\n> c", "a\n\nb\n\nc"),
        ("{{% note %}}\na\n\n{{% /note %}}\nb", "a\n\nb"),
        ("{% highlight py %}\na\n\n\nb{% endhighlight %}\n\nc {{< x\ny >}} {{% highlight x %}}d", "c d"),
        ('[a]({{< ref "b c.md" >}}) d\n{: #e }', "a d"),
        (
            "a\n:::tip B *c*\nd\n:::\ne\n\n> :::note[F]\n> g\n> :::\n\n::: {.box}\nh\n:::",
            "a\n\nB c\n\nd\n\ne\n\nF\n\ng\n\nh",
        ),
        ("<div>\n:::tip A # b\n</div>\n\n&#35;c\n\n<p>\n:::d &num;\n", "A # b\n\n#c\n\n#"),
        ("co\u00adop\u200beration\0 \ufffd", "cooperation \ufffd"),
        ("---\n\nText.\n\n---\n\nMore.", "Text.\n\nMore."),
        ("---\nkey: [a\n", "key: [a"),
        ("{a}", "{a}"),
        ("[x]: <y>\n[^1]: z\n\n[^1]", "z"),
    ],
)
def test_pieces(source: str, text: str, exact: Exact) -> None:
    for written in (source, source.replace("\n", "\r\n")):
        document = markdown("a.md", written)
        assert document.text == text
        exact(document, written)


@pytest.mark.parametrize(
    "source", ["```\ncode\n```", "<!-- a -->", "[a]: b", "---\nlayout: x\n---\n", "\0", "# ", "{{< a >}}"]
)
def test_without_text(source: str) -> None:
    where = "below the front matter" if source.startswith("---") else "that can be read"
    with pytest.raises(NoText, match=rf"^a\.md:1: no text {where}; there is nothing to check yet$"):
        markdown("a.md", source)


YAML = r"""---
description: "Of \"it\" \
   all"
Title: 'It''s here' # so
locale: es_MX
published: 2026-01-27
...
"""
TOML = r'''+++
# title = "no"
description = """
Of "it" \
  all"""
title = "It\u0027s here"
lang = "es-MX"
date = 2026-01-27T10:00:00Z
[params]
title = "no"
+++
'''
JSON = r"""{
 "description": "Of \"it\" all", "x": {"title": "no"}, "title": "It\u0027s here",
 "language": "es-MX", "pubDate": "2026-01-27T10:00:00Z"
}
"""


@pytest.mark.parametrize("matter", [YAML, TOML, JSON])
def test_front_matter(matter: str, exact: Exact) -> None:
    for source in (f"{matter}\n## Body\n", f"{matter}\n## Body\n".replace("\n", "\r\n")):
        document = markdown("a.md", source)
        assert document.text == 'Of "it" all\n\nIt\'s here\n\nBody'
        assert (document.language, document.date) == ("es-MX", date(2026, 1, 27))
        assert part(document, document.title) == "It's here"
        exact(document, source)


def test_front_matter_that_the_page_says_again_is_read_once() -> None:
    source = "---\ntitle: The talks\ndescription: They met.\n---\n# The talks\n\n**They** met. Then they ate.\n"
    document = markdown("a.md", source)
    assert document.text == "The talks\n\nThey met. Then they ate."
    assert part(document, document.title) == "The talks"
    assert document.position(0) == (5, 3)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\na: 1\ntitle: Talks: part: two\n---\n\nText.", "a.md:3: front matter is not valid YAML: mapping values"),
        ("---\na: 1\nb: [c\n---\n\nText.", "a.md:"),
        (
            "---\na: \x01\n---\n",
            "a.md:2: front matter is not valid YAML: a character that YAML does not allow (U+0001)",
        ),
        (
            "---\ntitle: Điện đàm 会谈\n\n\na: \x9b\n---\n",
            "a.md:5: front matter is not valid YAML: a character that YAML does not allow (U+009B)",
        ),
        ("---\na: " + "[" * 100_000 + "\n---\n", "a.md:2: front matter is not valid YAML: "),
        ("+++\na = 1\ntitle = Talks\n+++\n", "a.md:3: not valid TOML: invalid value"),
        ('{\n"title": "Talks",\n"date": }\n', "a.md:3: front matter is not valid JSON: expecting value; correct it"),
        ('{"title": ' + "[" * 100_000, "a.md:1: front matter is not valid JSON: nested too deeply"),
    ],
)
def test_broken_front_matter_is_one_line(source: str, line: str) -> None:
    with pytest.raises(XlcheckError) as error:
        markdown("a.md", source)
    assert str(error.value).startswith(line)
    assert "\n" not in str(error.value)


def test_half_a_surrogate_pair_in_json_is_no_character() -> None:
    source = '{"title": "One \\ud83d", "summary": "\\ud83d\\ude00 \\ud83d\\ud100 two"}\n'
    document = markdown("a.md", source)
    assert document.text == "One \ufffd\n\n\U0001f600 \ufffd\ud100 two"
    assert document.position(document.text.index("\ud100")) == (1, source.index("\\ud100") + 1)


def test_title_language_and_day_of_a_file_without_front_matter() -> None:
    document = markdown("posts/2026-01-26-talks.vi.md", "Intro.\n\n# Điện đàm\n\nHai bên nhất trí.\n")
    assert (document.language, document.date) == ("vi", date(2026, 1, 26))
    assert part(document, document.title) == "Điện đàm"
    assert part(document, markdown("a.md", "Text only.\n\n## Later\n").title) is None


def test_a_day_that_is_a_placeholder_is_none() -> None:
    assert markdown("a.md", "---\ndate: 0001-01-01\n---\nText.\n").date is None
    assert markdown("a.md", "---\ndate: 2026-02-31\npubDate: 2026-02-28\n---\nText.\n").date == date(2026, 2, 28)


def test_markdown_on_standard_input_where_it_opens_with_front_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    for given, text in (("---\ntitle: A\n---\n*b*\n", "A\n\nb"), ("*b*\n", "*b*\n")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        (document,) = read("-")
        assert document.text == text


def test_markdown_is_read_by_its_name(tmp_path: Path) -> None:
    for name in ("a.md", "b.MARKDOWN"):
        (tmp_path / name).write_bytes("\ufeff# Tô *Lâm*\r\n".encode())
        (document,) = read(str(tmp_path / name))
        assert document.text == "Tô Lâm"


PIECES = (
    *("Tô Lâm", "said", "习近平", "*", "**", "_", "`", "``", "~~", "[", "](u)", "![", "][r]", "<b>", "</b>", "&amp;"),
    *("\\*", "\\", "|", " ", "  \n", "\n", "\n\n", "\n> ", "\n- ", "\n  ", "\n1. ", "\n# ", "\n|a|b|\n|-|-|\n", "\t"),
    *("<http://x>", "\n```\n", "\n---\n", "\r\n", "{{< x >}}", "{% y %}", "<!--", "-->", "[^1]", "\n[^1]: "),
    *("\n[r]: /u\n", "\n<div>\n", "\0", ":", "+++\n"),
)


def test_places_in_anything(exact: Exact) -> None:
    chance = random.Random(7)
    read_at_all = 0
    for _ in range(1500):
        source = "".join(chance.choices(PIECES, k=chance.randint(1, 40)))
        try:
            exact(markdown("a.md", source), source)
            read_at_all += 1
        except XlcheckError as error:
            assert "no text" in str(error) or "not valid" in str(error)
    assert read_at_all > 1000


def test_the_same_text_as_another_parser() -> None:
    """CommonMark with tables, rendered and read as HTML; without what the two differ on by intent."""
    chance = random.Random(8)
    peer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    plain = [p for p in PIECES if p != "|" and not re.search(r"[\0{!\t]|<!|-->|\^|习|---|\+\+\+|:$|~|```|r\]:|<b>", p)]
    for _ in range(1500):
        source = "a" + "".join(chance.choices(plain, k=chance.randint(1, 25))) + "\n\n[r]: /u\n"
        rendered = re.sub(r"<pre>.*?</pre>", "<hr>", peer.render(source), flags=re.DOTALL)
        expected = "".join(re.sub(r"\s+", "", block.text) for block in blocks(rendered))
        assert re.sub(r"\s+", "", markdown("a.md", source).text) == expected, source


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "> ",
            "- ",
            "*a",
            "[",
            "[a](",
            "![",
            "![a](b)",
            "`a``",
            "<a ",
            "<!-- ",
            "&amp;",
            "{{<",
            "{%",
            "{:",
            "|a",
            "[a]",
        ),
        *("  - a\n", "---\n", "{{% highlight %}}", "<div>\n", "\0a", "a\r"),
    ],
)
def test_hostile_pages_take_no_time(piece: str, exact: Exact) -> None:
    source = "a" + piece * 20_000
    try:
        exact(markdown("a.md", source), source)
    except XlcheckError as error:
        assert "no text" in str(error)
