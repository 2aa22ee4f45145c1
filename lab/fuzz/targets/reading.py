"""The readers of articles: pages, Markdown, text, tables, standard input, and their parts."""

from __future__ import annotations

import re
from html import unescape

from samples import FACTS, MARKDOWNS, PAGES, TABLES, TEXTS
from target import Target, encodable, must, refused, text
from tokens import COMMANDS, FIGURES, FRONT, MARKDOWN, MARKUP, SIGNS, TABLE

from xlcheck.model import Document, XlcheckError
from xlcheck.model.language import well_formed
from xlcheck.read import parse
from xlcheck.read.dateline import find_dateline, page_day
from xlcheck.read.encoding import decode
from xlcheck.read.front import front_matter
from xlcheck.read.sniff import FRONT_MATTER
from xlcheck.read.text import plain, segmented

_LONGEST_REFERENCE = 40
_ENCODED = (
    "Ngày 26/1 Tổng Bí thư Anh Minh nói không.".encode("cp1258", "replace"),
    "新华社河内1月26日电 安明表示，不会等。".encode("gb18030"),
    "安明總書記表示不會等。".encode("big5"),
    "アン・ミン書記長は待たない".encode("cp932"),
    "안민 서기장은 기다리지 않겠다고 말했다".encode("cp949"),
    "Генеральный секретарь не будет ждать".encode("cp1251"),
    "El señor Núñez no esperará — 5 €".encode("cp1252"),
    "Anh Minh nói không".encode("utf-16"),
    "Anh Minh 安明".encode("utf-16-be"),
    "Anh Minh".encode("utf-32"),
)


def _page(data: bytes) -> object:
    return _documents("a.html", data)


def _markdown(data: bytes) -> object:
    return _documents("a.es.md", data)


def _plain(data: bytes) -> object:
    return _documents("a.vi.txt", data)


def _table(data: bytes) -> object:
    return _documents("a.tsv", data)


def _input(data: bytes) -> object:
    return _documents("-", data)


def _documents(name: str, data: bytes) -> object:
    documents = parse(name, data)
    must(documents, "a file without documents")
    for document in documents:
        must(document.id == name, "a document of another name")
        _check_parts(document)
        _check_places(document)
    first = documents[0]
    return min(len(documents), 3), first.language, first.date is None, first.title is None, first.dateline is None


def _check_parts(document: Document) -> None:
    """Ranges lie in the text, in order; what is told of the document is well formed."""
    length = len(document.text)
    must(encodable(document.text), "half of a surrogate pair in the text")
    must(document.language is None or well_formed(document.language), "a language that is not a BCP 47 tag")
    for part in filter(None, (document.title, document.dateline)):
        must(0 <= part[0] < part[1] <= length, "a title or dateline outside the text")
    last = 0
    for start, end in document.rows:
        must(last <= start <= end <= length, "rows that overlap or lie outside the text")
        last = end
    line, column = document.position(length)
    must(line > 0 and column > 0, "a place before the first line")


def _check_places(document: Document) -> None:
    """Every code point is in the file where its offset says, or what stands for it is: a reference, an escape."""
    origin = document.origin
    if origin is None:
        return
    offsets = list(origin.offsets)
    must(len(offsets) == len(document.text) + 1, "not an offset for each code point")
    must(offsets == sorted(offsets) and offsets[0] >= 0 and offsets[-1] <= len(origin.text), "offsets out of order")
    for character, at in zip(document.text, offsets, strict=False):
        if character.isspace() or origin.text[at] in (character, "\\"):
            continue
        written = origin.text[at : at + _LONGEST_REFERENCE]  # CommonMark reads `&#128;` as U+0080, HTML as the euro
        is_told = written.startswith("&#") or character in unescape(written)[:2]
        must(written.startswith("&") and is_told, f"{character!r} is not where its offset says")


def _encoding(data: bytes) -> object:
    """Broken UTF-8 is refused in a text and read in a page; whole UTF-8 is what it is."""
    told = refused(lambda: decode(data, "a.txt"))
    lenient = refused(lambda: decode(data, "a.html", lenient=True))
    read = "" if told else decode(data, "a.txt")
    must(encodable(read), "half of a surrogate pair in the text")
    if not told and b"\0" not in data and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            must(read == data.decode("utf-8"), "UTF-8 is read as something else")
        except UnicodeDecodeError:
            return "legacy"
    return told, lenient


def _rows(data: bytes) -> object:
    """One sentence a line: the rows are the lines."""
    raw = decode(data, "a.txt")
    document = segmented("a.txt", raw)
    lines = re.split(r"\r?\n", raw)
    if not lines[-1]:
        lines.pop()
    must([raw[start:end] for start, end in document.rows] == lines, "rows that are not the lines")
    return None


def _front(data: bytes) -> object:
    raw = text(data)
    front = front_matter("a.md", raw)
    must(0 <= front.end <= len(raw), "front matter that ends outside the file")
    must(front.end == 0 or raw[0] in "-+{", "front matter that nothing opens")
    must(front.language is None or well_formed(front.language), "a language that is not a BCP 47 tag")
    for block in front.texts:
        must(encodable(block.text), "half of a surrogate pair in the front matter")
    return (
        FRONT_MATTER.match(raw) is not None,
        front.language,
        front.published is None,
        [block.tag for block in front.texts],
    )


def _dateline(data: bytes) -> object:
    raw = text(data)
    found, day = find_dateline(raw)
    if found:
        must(0 <= found[0] < found[1] <= len(raw), "a dateline outside the text")
    return found is None, day is None, page_day(raw) is None, plain("a.txt", raw or "x").title is None


def _refusing(data: bytes) -> object:
    """A file of any name; what is refused is said with the file's name and a line."""
    for name in ("a.htm", "b.xhtml", "c.markdown", "d", "e.json"):
        try:
            parse(name, data)
        except XlcheckError as error:
            must(str(error).startswith(f"{name}:"), "an error that does not name the file")
    return None


TARGETS = (
    Target("html", _page, (*PAGES, *_ENCODED[:3]), (*MARKUP, *SIGNS)),
    Target("markdown", _markdown, MARKDOWNS, (*MARKDOWN, *FRONT, *MARKUP[:20], *SIGNS)),
    Target("text", _plain, TEXTS, (*SIGNS, *FIGURES)),
    Target("table", _table, TABLES, (*TABLE, *SIGNS)),
    Target("stdin", _input, (*PAGES, *MARKDOWNS, *TABLES, *TEXTS[:4]), (*MARKUP, *FRONT, *TABLE, *SIGNS)),
    Target("encoding", _encoding, (*_ENCODED, *TEXTS[:4]), SIGNS),
    Target("rows", _rows, TEXTS, SIGNS),
    Target("front", _front, MARKDOWNS, (*FRONT, *SIGNS)),
    Target("dateline", _dateline, (*(text[:400] for text in TEXTS), FACTS), (*FIGURES, *SIGNS)),
    Target("names", _refusing, (*PAGES, *MARKDOWNS), (*MARKUP, *MARKDOWN, *COMMANDS)),
)
