"""What changes articles: fixes of a term that is forbidden, and the difference that shows them."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from samples import MARKDOWNS, NEWS, PAGES, TABLES
from target import SECTION, Target, file, must, sections, text
from tokens import COMMANDS, MARKDOWN, MARKUP, SIGNS, TABLE

from xlcheck.check import check
from xlcheck.cli.fix import apply
from xlcheck.find import Finder
from xlcheck.mend import unified
from xlcheck.model import Article, Document, Event, Glossary, Report
from xlcheck.read import parse
from xlcheck.read.encoding import decode
from xlcheck.rules import RULES
from xlcheck.segment import segment
from xlcheck.terms import toml

_WRONG, _RIGHT = "Pekin Opera", "Beijing Opera"
_GLOSSARY = f'[[concept]]\nid = "opera"\nen = {{ preferred = "{_RIGHT}", forbidden = ["{_WRONG}"] }}\n'
_FINDER = Finder(Glossary(toml.parse(_GLOSSARY, "g.toml"), "fuzz"))
_TERMS = re.compile(rf"{_WRONG}|{_RIGHT}".replace(" ", r"\s+"), re.IGNORECASE)
_MARKS = (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)
_NAMES = ("a.txt", "a.html", "a.md", "a.tsv")
_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


def _checked(document: Document) -> Article:
    found = (_FINDER.find(replace(sentence, language="en"), None) for sentence in segment(document))
    return Article(document, "en", tuple(found))


def _fixed(data: bytes) -> object:
    """Only the forbidden term is written over: what the file is otherwise stays, to the letter."""
    name, content = _NAMES[(data[0] if data else 0) % len(_NAMES)], data[1:]
    path = file(name, content)

    def run() -> Report:
        events = tuple(Event((_checked(document),)) for document in parse(path, Path(path).read_bytes()))
        return Report(events, check(events, [rule for rule in RULES if rule.code == "XL101"]), RULES)

    parse(path, content)
    _, applied = apply((path,), run)
    after = Path(path).read_bytes()
    if not applied.findings:
        must(after == content, "a file that was written without a fix")
        return name, len(applied.failures)
    mark = next((mark for mark in _MARKS if content.startswith(mark)), b"")
    must(after.startswith(mark), "a byte order mark is lost")
    old, new = (decode(each, path, lenient=True) for each in (content, after))
    must(_without_terms(old) == _without_terms(new), "something else than the term is changed")
    return name, applied.findings


def _without_terms(words: str) -> str:
    """A file without what may be written over: the term in any capitals, on one line or two, and what replaces it."""
    return _TERMS.sub("*", words)


def _compared(data: bytes) -> object:
    """A difference, applied to the one text, gives the other."""
    before, after = map(text, sections(data, 2))
    shown = unified("a.txt", before, after)
    must(bool(shown) == (before != after), "a difference of equal texts, or none of others")
    must("".join(_patched(before, shown)) == after, "a difference that does not lead to the text")
    return shown.count("\n@@")


def _patched(before: str, shown: str) -> Iterator[str]:
    """The text with a unified difference applied; a line that begins with a backslash is about the one before it."""
    lines, at = re.findall(r"[^\n]*\n|[^\n]+", before), 0
    for line, behind in pairwise((*shown.split("\n")[2:], "")):
        if hunk := _HUNK.match(line):
            start = int(hunk[1]) - (hunk[2] != "0")
            yield from lines[at:start]
            at = start
        elif line and line[0] != "\\":
            whole = line[1:] if behind.startswith("\\") else f"{line[1:]}\n"
            if line[0] != "+":
                must(lines[at : at + 1] == [whole], "a difference of another text")
                at += 1
            if line[0] != "-":
                yield whole
    yield from lines[at:]


_opera = f"The {_WRONG} came. {NEWS['en']}\n\nA {_WRONG.upper()}, “{_WRONG}”."
_files = (
    _opera,
    PAGES[0].decode().replace("Anh Minh", _WRONG),
    MARKDOWNS[0].decode().replace("Anh Minh", _WRONG) + f"`{_WRONG}` **{_WRONG}** {_WRONG}\n",
    TABLES[0].decode().replace("3.5 million", f"the {_WRONG}"),
)
_seeds = tuple(bytes([number]) + content.encode() for number, content in enumerate(_files))
_legacy = bytes([1]) + f"<meta charset=windows-1252><p>Señor, the {_WRONG} é.</p>".encode("cp1252")
_utf16 = bytes([0]) + _opera.encode("utf-16")
_TERM = (_WRONG.encode(), f"“{_WRONG}”".encode(), f"the {_WRONG},".encode(), _WRONG.replace(" ", "\n").encode(), b"a ")

TARGETS = (
    Target("fix", _fixed, (*_seeds, _legacy, _utf16), (*_TERM, *MARKUP, *MARKDOWN, *TABLE, *SIGNS)),
    Target(
        "diff",
        _compared,
        (b"a\nb\nc\n" + SECTION + b"a\nc\nd", b"x" + SECTION + b"x\r\n\r\ny"),
        (SECTION, b"\n", *COMMANDS, *SIGNS),
    ),
)
