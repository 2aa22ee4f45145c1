"""Pages in HTML and Markdown, with all that can be nested, left open or closed in vain."""

from __future__ import annotations

from functools import partial

from growing.shape import Shape, repeated, shapes
from xlcheck.read.blocks import blocks
from xlcheck.read.html import page
from xlcheck.read.markdown import markdown

_SAID = "El presidente habló ayer en la capital. "
_ARTICLE = "<html><head><title>Hola mundo</title></head><body><article>", "</article></body></html>"


def _inside(unit: str) -> tuple[str, str, str]:
    return _ARTICLE[0], unit, _ARTICLE[1]


_CUT = {
    "ends that nothing began": lambda n: "<div>" * n + "</span>" * n,
    "ends in the order of the starts": lambda n: "<b>" * n + "x" + "</b><i></i>" * n,
    "open inline elements": lambda n: "<p>" + "<b>" * n + "hola<br><br>" * n,
    "open blocks": lambda n: "<div>" * n + "hola" + "</div>" * n,
    "a long reference": ("<p>&", "a", ""),
    "references without an end": ("<p>", "&amp", ""),
    "ampersands": ("<p>", "& ", ""),
    "references by number": ("<p>", "&#233;&#x4e2d;", ""),
    "a reference of many figures": ("<p>&#", "0", "65;"),
    "comments": ("<p>", "<!-- x -->hola ", "</p>"),
    "comments that do not end": "<!-- x <p>hola",
    "angle brackets": "<",
    "starts of tags": "<a ",
    "declarations": "<!x>",
    "CDATA": "<![CDATA[ x ]]>hola",
    "attributes": ("<p ", "a{i}='x' ", ">hola</p>"),
    "attributes of one name": ("<p ", "a=x ", ">hola</p>"),
    "quotes left open": "<p a=\"'>hola</p>",
    "equals signs": ("<p ", "=", ">hola"),
    "blanks in a tag": ("<p ", " ", ">hola"),
    "blanks behind an equals sign": ("<p a=", " ", ">hola"),
    "styles": ("", "<p style='display: block'>hola</p>", ""),
    "a style": ("<p style='", "display ", "'>hola</p>"),
    "scripts": "<script>x</script>hola ",
    "scripts left open": "<script>x",
    "titles left open": "<title>x",
    "line breaks": ("<p>", "hola<br>", "</p>"),
    "empty lines": ("<p>", "<br><br>", "</p>"),
    "white space": ("<p>hola", " \n\t", "mundo</p>"),
    "invisible characters": ("<p>hola", "\u200b\u00ad", "</p>"),
    "list items": ("<ul>", "<li>hola", ""),
    "nested lists": "<ul><li>hola",
    "table cells": ("<table>", "<tr><td>hola<td>mundo", ""),
    "links": ("<p>", "<a href=x>hola</a> ", "</p>"),
    "links left open": ("<p>", "<a href=x>hola ", "</p>"),
    "ruby": ("<p>", "<ruby>漢<rt>kan</rt></ruby>", "</p>"),
}

_PAGE = {
    "different paragraphs": _inside(f"<p>{_SAID}Fue la reunión {{i}} de este año.</p>\n"),
    "equal paragraphs": _inside(f"<p>{_SAID}</p>\n"),
    "paragraphs that begin alike": _inside("<p>El presidente habló ayer en la capital con los ministros {i}</p>\n"),
    "paragraphs of Chinese": _inside("<p>主席昨天在首都与第{i}位部长会谈，双方讨论了合作。</p>\n"),
    "short paragraphs": _inside("<p>Hola {i}</p>\n"),
    "one long paragraph": (f"{_ARTICLE[0]}<p>", f"{_SAID}Fue la reunión {{i}}. ", "</p></article></body></html>"),
    "a list": (f"{_ARTICLE[0]}<ul>", f"<li>{_SAID}{{i}}</li>", "</ul></article></body></html>"),
    "paragraphs in a footer": (f"<html><body><p>{_SAID * 5}</p><footer>", f"<p>{_SAID}{{i}}</p>", "</footer></html>"),
    "captions": _inside(f"<figure><img src=x><figcaption>{_SAID}{{i}}</figcaption></figure><p>{_SAID}{{i}}</p>"),
    "titles for machines": (
        "<html><head>",
        '<meta property="og:title" content="Hola mundo {i}">',
        f"</head><body><p>{_SAID * 9}</p></body>",
    ),
    "titles for machines and paragraphs": lambda n: (
        "".join(f'<meta property="og:title" content="Hola mundo {i}">' for i in range(n))
        + "".join(f"<p>{_SAID}{i}</p>\n" for i in range(n))
    ),
    "days for machines": ("", '"datePublished": "x" <meta name="pubdate" content="y">', f"<p>{_SAID * 9}</p>"),
    "headings": _inside(f"<h1>Hola mundo {{i}}</h1><p>{_SAID}{{i}}</p>"),
}

_MARKDOWN = {
    "paragraphs": f"{_SAID}{{i}}\n\n",
    "one long paragraph": f"{_SAID}{{i}}\n",
    "a fence of colons": ("Hola mundo.\n\n", ":", "\rx\n"),
    "a fence of dashes": ("Hola mundo.\n\n:::", "-", "\rx\n"),
    "a fence of blanks": ("Hola mundo.\n\n:::", " ", "\rx\n"),
    "a fence with a brace": ("Hola mundo.\n\n:::{", "x", "\rx\n"),
    "boxes": "::: tip Hola\nHola mundo {i}.\n:::\n\n",
    "shortcodes left open": ("Hola mundo. ", "{{< x ", ""),
    "tags left open": ("Hola mundo. ", "{% x ", ""),
    "highlights left open": ("Hola mundo. ", "{% highlight %}", ""),
    "attribute lists": ("Hola mundo. ", "x){:.wide}", ""),
    "braces": ("Hola mundo. ", "{", ""),
    "inline HTML left open": ("Hola mundo ", "<b>hola<br><br>", ""),
    "blocks of HTML": "<div>\n\nHola mundo {i}.\n\n",
    "emphasis": ("Hola ", "*a **b ", ""),
    "underscores": ("Hola ", "_a", ""),
    "strikes": ("Hola ", "~~a ", ""),
    "brackets": ("Hola ", "[", ""),
    "pictures left open": ("Hola ", "![a](", ""),
    "links": ("Hola ", "[hola](x{i}) ", ""),
    "links by name": lambda n: repeated("[hola][x{i}] ", n) + "\n\n" + repeated("[x{i}]: y\n", n),
    "code": ("Hola ", "`a` ", ""),
    "code left open": lambda n: "Hola " + " ".join("`" * (1 + i % 300) + "a" for i in range(n)),
    "nested quotations": lambda n: "> " * n + "Hola mundo.\n",
    "nested lists": lambda n: "Hola\n\n" + "".join(" " * 2 * (i % 60) + f"- hola {i}\n" for i in range(n)),
    "headings": "## Hola {i} #\n\nMundo {i}.\n\n",
    "a table": ("| a | b |\n|---|---|\n", "| hola {i} | mundo |\n", ""),
    "footnotes": "Hola[^{i}].\n\n[^{i}]: Mundo {i}.\n\n",
    "front matter": ("---\n", "key{i}: value\n", "---\nHola mundo.\n"),
    "titles in front matter": ("---\ntitle: >\n", "  hola mundo\n", "---\nHola mundo.\n"),
    "front matter in TOML": ("+++\n", "key{i} = 'value'\n", "+++\nHola mundo.\n"),
    "front matter in JSON": ("{", '"key{i}": "value",', '"x": 1}\n\nHola mundo.\n'),
    "front matter left open": ("---\n", "key{i}: value\n", ""),
    "nested front matter": ("---\ntitle: ", "[", "\n---\nHola mundo.\n"),
    "aliases in front matter": ("---\na: &a x\n", "k{i}: *a\n", "---\nHola mundo.\n"),
}  # fmt: skip

SHAPES: tuple[Shape, ...] = (
    *shapes("tags", blocks, _CUT),
    *shapes("page", partial(page, "a.es.html"), _PAGE, 1 << 14),
    *shapes("Markdown", partial(markdown, "a.es.md"), _MARKDOWN, 1 << 17),
)
