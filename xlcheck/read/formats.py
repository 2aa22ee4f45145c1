"""The formats that are read: suffixes, sniffing, reader, escaping and comments of each.

What is added to `FORMATS` is found in folders, written back by `--fix` and silenced by comments. A reader is imported
when a file asks for it.
"""

import re
from collections.abc import Mapping
from html import escape
from pathlib import PurePath

from xlcheck.model import Document, XlcheckError
from xlcheck.model.format import Format, Sign
from xlcheck.model.syntax import PLAIN_TEXT, Comments, Syntax
from xlcheck.read import sniff
from xlcheck.read.text import plain

_MARKS = re.compile(r"""[\\`*_\[\](){}<>&#|~"':\n]""")
"""What may mean something in Markdown, and in the front matter above it."""
_ENDS_OF_CELLS = re.compile(r"[\t\r\n]")
_FENCED_CODE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?+(?P<fence>`{3,}+(?=[^`\n]*$)|~{3,}+).*\n"
    r"(?:.*\n)*?(?:[ \t>]*+(?P=fence)|.*\Z)"
)
_LINE = re.compile(r"[^\n|]*+")
_INLINE_ENDS = re.compile(r"(?:[^\S\n]|</(?:a|b|cite|code|em|i|q|small|span|strong|sub|sup|u)\s*+>)*+", re.IGNORECASE)
_ENDS = re.compile(r"(?:[^\S\n]|</[a-z][a-z0-9]*\s*+>)*+", re.IGNORECASE)
"""What is behind the end of a paragraph, on its line, is about that paragraph, too."""


def _read_text(path: str, raw: str) -> tuple[Document, ...]:
    return (plain(path, raw),)


def _read_markdown(path: str, raw: str) -> tuple[Document, ...]:
    from xlcheck.read.markdown import markdown

    return (markdown(path, raw),)


def _read_page(path: str, raw: str) -> tuple[Document, ...]:
    from xlcheck.read.html import page

    return (page(path, raw),)


def _read_table(path: str, raw: str) -> tuple[Document, ...]:
    from xlcheck.read.table import table

    return table(path, raw)


def _in_page(text: str, file: str, place: int) -> str:
    """Quotation marks are escaped inside tags alone, where attributes have them."""
    return escape(text, quote=file.rfind("<", 0, place) > file.rfind(">", 0, place))


def _in_markdown(text: str, _file: str, _place: int) -> str:
    return "" if _MARKS.search(text) else text


def _in_cell(text: str, _file: str, _place: int) -> str:
    return "" if _ENDS_OF_CELLS.search(text) else text


TEXT = Format(name="text", suffixes=(".txt",), read=_read_text)
MARKDOWN = Format(
    name="Markdown",
    suffixes=(".md", ".markdown"),
    sniff=sniff.markdown,
    read=_read_markdown,
    escape=_in_markdown,
    comments=Comments(
        opening="<!--",
        closing="-->",
        behind=_LINE,
        behind_block=_LINE,
        code=_FENCED_CODE,
        front=sniff.FRONT_MATTER,
    ),
)
HTML = Format(
    name="HTML",
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=sniff.page,
    read=_read_page,
    lenient=True,
    escape=_in_page,
    references=True,
    comments=Comments(opening="<!--", closing="-->", behind=_INLINE_ENDS, behind_block=_ENDS, front=sniff.FRONT_MATTER),
)
TABLE = Format(name="table", suffixes=(".tsv",), sniff=sniff.table, read=_read_table, escape=_in_cell)

FORMATS = (TEXT, MARKDOWN, HTML, TABLE)


def suffixes() -> tuple[str, ...]:
    """Of all formats, in small letters."""
    return tuple(suffix for each in FORMATS for suffix in each.suffixes)


def usual_suffixes() -> str:
    """The first of each format, as in `.txt, .md or .tsv`."""
    *others, last = (each.suffixes[0] for each in FORMATS)
    return f"{', '.join(others)} or {last}"


def syntaxes() -> Mapping[str, Syntax]:
    """What documents may be written in, by name."""
    return {PLAIN_TEXT.name: PLAIN_TEXT, **{each.name: each for each in FORMATS}}


def format_of(path: str, raw: str) -> Format:
    """The format of a file: as its content certainly says, else as its suffix says, else as its content may say.

    Raises XlcheckError where its suffix says nothing and its content is in a format that is not read.
    """
    signs = {each: each.sniff(raw) for each in FORMATS}
    surest = max(FORMATS, key=lambda each: signs[each])
    if signs[surest] is Sign.CERTAIN:
        return surest
    suffix = PurePath(path).suffix.lower()
    named = next((each for each in FORMATS if suffix in each.suffixes), None)
    if named:
        return named
    if signs[surest]:
        return surest
    if name := sniff.unread(raw):
        raise XlcheckError(f"{path}:1: {name}, which xlcheck does not read; save its text as {usual_suffixes()}")
    return TEXT
