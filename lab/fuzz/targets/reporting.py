"""Reports of findings whose every text is the fuzzer's: read again as JSON, XML, CSV and spreadsheets, and searched for
what a terminal, a browser, a spreadsheet or a CI service would obey."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from obeyed import is_obeyed
from samples import NEWS
from target import SECTION, Target, must, sections, text
from tokens import COMMANDS, MARKDOWN, MARKUP, SIGNS

from xlcheck.model import Alignment, Article, Document, Event, Finding, Pair, Report, Row, Severity, Span
from xlcheck.read.table import table
from xlcheck.report import FORMATS, PAGES
from xlcheck.report.bitext import FORMATS as BITEXT
from xlcheck.report.table import HEADER
from xlcheck.rules import RULES
from xlcheck.segment import segment

_STEERS = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ACTIVE = (
    "script",
    "iframe",
    "object",
    "embed",
    "base",
    "meta",
    "link",
    "img",
    "form",
    "svg",
    "video",
    "audio",
    "style",
)


def report(data: bytes) -> Report:
    """A report with a finding in each of two articles, all of whose words are the input's."""
    choice, rest = data[:1] or b"\0", data[1:]
    path, ours, theirs, message, advice, failure = sections(rest, 6)
    name = os.fsdecode(path.replace(b"\0", b"")) or "a"
    articles = tuple(
        _article(f"es/{name}.{ending}", words, language)
        for ending, words, language in (("txt", ours, "es"), ("html", theirs, "zh-Hans"))
    )
    alignments = (Alignment(*articles, tuple(_pairs(*articles))),)
    rows = tuple(Row((pair.source, pair.target), pair.score) for pair in alignments[0].pairs)
    event = Event(articles, alignments, rows)
    findings = tuple(_findings(event, choice[0], text(message), text(advice)))
    failures = (text(failure),) if failure else ()
    return Report((event,), findings, RULES, failures, {"version": "0"}, findings[:1] if choice[0] & 8 else ())


def _article(path: str, words: bytes, language: str) -> Article:
    document = Document(path, text(words) or "x")
    return Article(document, language, segment(document))


def _pairs(source: Article, target: Article) -> Iterator[Pair]:
    both = max(len(source.sentences), len(target.sentences))
    for number in range(both):
        yield Pair(source.sentences[number : number + 1], target.sentences[number : number + 1], 0.5)


def _findings(event: Event, choice: int, message: str, advice: str) -> Iterator[Finding]:
    spans = []
    for number, article in enumerate(event.articles):
        length = len(article.document.text)
        start = choice * length // 256
        spans.append(Span(article.document, start, min(length, start + (choice * 7 + number) % 50)))
    rule = RULES[choice % len(RULES)]
    for span, other in (spans, spans[::-1]):
        yield Finding(
            *(message or "so", span, (other,), advice, message),
            severity=tuple(Severity)[choice % 3],
            confidence=(0.95, 0.5)[choice % 2],
            rule=rule.code,
            name=rule.name,
        )


def _format(form: str, check: Callable[[Report, Any], object]) -> Callable[[bytes], object]:
    def run(data: bytes) -> object:
        made = report(data)
        return check(made, FORMATS[form](made))

    return run


def _terminal(_report: Report, content: str) -> None:
    must(not _STEERS.search(content), "a control character for the terminal")
    must(not is_obeyed(content), "a line that a CI service obeys")


def _github(made: Report, content: str) -> None:
    *commands, last = content.removesuffix("\n").split("\n")
    must(len(commands) == len(made.findings) + len(made.failures), "not a line for each finding")
    must(all(re.match(r"::(error|warning|notice) ", line) for line in commands), "a line that is no annotation")
    must(not is_obeyed(last), "a summary that is a command")
    must(not re.search("[\r\x1b]", content), "a control character in an annotation")


def _json(made: Report, content: str) -> None:
    content.encode("utf-8", "replace").decode()
    words = _letters(made.findings[0].message)
    must(any(words in _letters(told) for told in _texts(json.loads(content))), "a finding is lost")


def _letters(words: str) -> str:
    """What no format escapes."""
    return "".join(filter(str.isalnum, words))


def _texts(value: object) -> Iterator[str]:
    """Every text of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _junit(made: Report, content: str) -> None:
    root = ElementTree.fromstring(content.encode("utf-8", "replace"))
    must(len(root.findall(".//failure")) == len(made.findings), "not a failure for each finding")
    must(len(root.findall(".//error")) == len(made.failures), "not an error for each input that was not read")


def _csv(made: Report, content: str) -> None:
    header, *rows = csv.reader(io.StringIO(content, newline=""), strict=True)
    must(tuple(header) == HEADER and len(rows) == len(made.findings), "not a row for each finding")
    must(all(len(row) == len(HEADER) for row in rows), "a row of another width")
    must(not any(cell.startswith(_FORMULA) for row in rows for cell in row), "a cell that is a formula")
    must(not re.search("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", content), "a control character in a cell")


def _xlsx(made: Report, content: bytes) -> None:
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    must(sheet.max_row == len(made.findings) + 1, "not a row for each finding")
    must(all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), "a cell that is a formula")


def _markdown(_report: Report, content: str) -> None:
    from markdown_it import MarkdownIt

    for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(content):
        for token in (block, *(block.children or ())):
            must(
                token.type not in ("link_open", "image", "html_block", "fence", "code_block", "code_inline"), token.type
            )
            must(token.type != "html_inline" or token.content == "<br>", "HTML in Markdown")


class _Parts(HTMLParser):
    """Counts what may act in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.active: Counter[str] = Counter()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.active[tag] += tag in _ACTIVE
        for key, value in attrs:
            if key.startswith("on") or (key in ("href", "src", "action") and not (value or "").startswith("#")):
                self.bad.append(f"{key}={value}")


def _parts(page: str) -> _Parts:
    found = _Parts()
    found.feed(page)
    found.close()
    return found


@cache
def _harmless() -> Counter[str]:
    return _parts(str(FORMATS["html"](report(b"\0a")))).active


def _html(made: Report, content: str) -> None:
    found = _parts(content)
    must(not found.bad, f"an attribute that acts: {found.bad[:1]}")
    more = +(found.active - _harmless())
    must(not more, f"elements that act: {dict(more)}")
    must(list(PAGES["html"](made)), "no page")


def _bitext(data: bytes) -> object:
    """Aligned rows are read again as the table, memory and JSON that they are."""
    made = report(data)
    content = {form: render(made.events) for form, render in BITEXT.items()}
    columns = table("a.tsv", content["tsv"])
    event = made.events[0]
    must(len(columns) == len(event.articles), "not a column for each article")
    must(all(len(column.rows) == len(event.rows) for column in columns), "not a line for each row")
    ElementTree.fromstring(content["tmx"].partition("\n")[2].partition("\n")[2].encode("utf-8", "replace"))
    json.loads(content["json"])
    return None


_seeds = tuple(
    bytes([choice])
    + SECTION.join(
        (b"a-b", NEWS["es"].encode(), NEWS["zh"].encode(), b"'An Ming' is not 'Anh Minh'", b"write it", fault)
    )
    for choice, fault in ((0, b""), (77, b"es/b.txt:1: an empty file"), (200, b"x"))
)
_CHECKS: dict[str, Callable[[Report, Any], object]] = {
    "terminal": _terminal,
    "github": _github,
    "markdown": _markdown,
    "junit": _junit,
    "csv": _csv,
    "xlsx": _xlsx,
    "html": _html,
    "json": _json,
    "sarif": _json,
    "gitlab": _json,
    "rdjson": _json,
}
_WORDS = (SECTION, *COMMANDS, *MARKUP, *MARKDOWN, *SIGNS)

TARGETS = (
    *(Target(f"report-{form}", _format(form, check), _seeds, _WORDS) for form, check in _CHECKS.items()),
    Target("bitext", _bitext, _seeds, (SECTION, b"\t", b"\n", *COMMANDS, *SIGNS)),
)
