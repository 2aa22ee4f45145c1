"""Markdown: the text as the reader sees it, each code point with its place in the file.

CommonMark with tables, strikethrough, task and definition lists, footnotes and alerts, as pulldown-cmark parses it,
which tells where everything stands.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from xlcheck.lang.scripts import HANGUL
from xlcheck.model import Document, NoText, Origin
from xlcheck.read.article import letters
from xlcheck.read.blocks import WHITE, Block, Cutter, joined, range_of
from xlcheck.read.dateline import find_dateline, page_day
from xlcheck.read.front import TITLE, Front, day, front_matter
from xlcheck.read.languages import of_file_name
from xlcheck.read.shortcodes import masked

_RUN = re.compile(f"[{WHITE}]+|[^{WHITE}]+")
_HEADING = re.compile(r"h[1-6]")
_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Link", "Image"))
_IN_LINES = frozenset(("Text", "Code", "Html", "InlineHtml", "SoftBreak", "HardBreak"))
_PASSED_OVER = frozenset(("FootnoteReference", "TaskListMarker"))
_HANGUL = re.compile(f"[{HANGUL}]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the parser tells: that something starts (`Image`) or ends (`/Image`), or what stands in a line.

    `value` is its text, or the level of a heading (`h1`); `start` and `end` are places in the file.
    """

    kind: str
    value: str
    start: int
    end: int


def markdown(path: str, raw: str) -> Document:
    """The text of a Markdown file as a Document whose `origin` is the file.

    Headings, paragraphs, list items, table cells, pictures' captions and footnotes are parted by an empty line; what
    the front matter has for readers comes first, but for what the page says again. Not read: code blocks, comments,
    shortcodes, targets of links. Raises XlcheckError for front matter that is broken, NoText where there is no text.
    """
    front = front_matter(path, raw)
    written = (_as_written(block, raw) for block in _blocks(masked(raw), front.end))
    body = [block for block in written if block.text.strip()]
    ahead = _ahead(front, body)
    every = [*ahead, *body]
    if not every:
        below = "below the front matter" if front.end else "that can be read"
        raise NoText(f"{path}:1: no text {below}; there is nothing to check yet")
    text, offsets = joined(every)
    name = path.rsplit("/", 1)[-1]
    titled = _title(every, front)
    story = range_of(every, len(ahead))[0] if body else len(text)
    dateline, dated = find_dateline(text[story:])
    return Document(
        id=path,
        text=text,
        language=front.language or of_file_name(name),
        date=front.published or dated or page_day(text[story:]) or day(name),
        title=None if titled is None else range_of(every, titled),
        dateline=(story + dateline[0], story + dateline[1]) if dateline else None,
        origin=Origin(raw, offsets),
    )


def _as_written(block: Block, raw: str) -> Block:
    """The block less the signs of a heading that stand for the fence of a box, where they made no heading."""
    if "#" not in block.text:
        return block
    kept = [n for n, character in enumerate(block.text) if character != "#" or raw[block.offsets[n]] != ":"]
    text = "".join(block.text[n] for n in kept).lstrip()
    places = [block.offsets[n] for n in (*kept, -1)]
    return replace(block, text=text, offsets=array("I", places[-len(text) - 1 :]))


def _ahead(front: Front, body: Sequence[Block]) -> list[Block]:
    """The texts of the front matter, less a title that the page has as a block and else what it has anywhere."""
    keys = {letters(block.text) for block in body}
    whole = "".join(letters(block.text) for block in body)
    return [
        block
        for block in front.texts
        if (key := letters(block.text)) not in keys and (block.tag == TITLE or key not in whole)
    ]


def _title(every: Sequence[Block], front: Front) -> int | None:
    """The block that is the title: as the front matter has it, else the first of the first level, else the opening
    one if it is a heading."""
    stated = {letters(block.text) for block in front.texts if block.tag == TITLE}
    for number, block in enumerate(every):
        if letters(block.text) in stated:
            return number
    tags = [block.tag for block in every]
    if "h1" in tags:
        return tags.index("h1")
    return 0 if _HEADING.fullmatch(tags[0]) else None


def _blocks(source: str, begin: int) -> list[Block]:
    """The readable text from `begin` on, block by block."""
    cutter = Cutter()
    line: list[_Piece] = []
    for piece in _pieces(source, begin):
        if piece.kind in _IN_LINES or piece.kind.lstrip("/") in _INLINE:
            line.append(piece)
            continue
        if piece.kind in _PASSED_OVER:
            continue
        depth = cutter.depth
        if piece.kind == "/HtmlBlock":
            _write_html(cutter, source, [part for part in line if part.kind == "Html"])
        elif piece.kind != "/CodeBlock":
            _write_line(cutter, source, line)
        cutter.close_to(depth)  # an element of HTML ends with the block that it is left open in
        line.clear()
        cutter.cut()
        if piece.kind == "Heading":
            cutter.markup(f"<{piece.value}>")
        elif piece.kind == "/Heading":
            cutter.markup(f"</{piece.value}>")
    return cutter.done


def _pieces(source: str, begin: int) -> Iterator[_Piece]:
    from pyromark import Options, events_with_range

    extensions = (
        Options.ENABLE_TABLES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_GFM
    )
    text = source[begin:]
    starts = (byte & 0xC0 != 0x80 for byte in text.encode())  # of the code points: the parser counts bytes
    places = list(accumulate(starts, initial=begin))
    for event, place in events_with_range(text, options=extensions):
        yield _Piece(*_told(event), places[place["start"]], places[place["end"]])


def _told(event: Any) -> tuple[str, str]:
    """Kind and value of an event: `"Rule"`, `{"Text": text}`, `{"Start": tag}` or `{"End": tag}`."""
    if isinstance(event, str):
        return event, ""
    ((kind, value),) = event.items()
    if kind not in ("Start", "End"):
        return kind, str(value)
    data: Any
    name, data = (value, "") if isinstance(value, str) else next(iter(value.items()))
    level = "" if name != "Heading" else str(data["level"] if kind == "Start" else data).lower()
    return (name if kind == "Start" else f"/{name}"), level


def _write_html(cutter: Cutter, source: str, lines: Sequence[_Piece]) -> None:
    """Read the lines of HTML in one go, with blanks for what stands before them (`> `) after the first."""
    parts, at = [], lines[0].start
    for piece in lines:
        parts += [" " * (piece.start - at), source[piece.start : piece.end]]
        at = piece.end
    cutter.markup("".join(parts), lines[0].start)


def _write_line(cutter: Cutter, source: str, line: Sequence[_Piece]) -> None:
    """A picture's text is a block of its own where nothing but pictures is said; inside a sentence it is left out."""
    pictures = 0
    spoken = _is_spoken(line)
    broken: _Piece | None = None
    for piece in line:
        if piece.kind in ("Image", "/Image"):
            pictures += 1 if piece.kind == "Image" else -1
            if not spoken:
                cutter.cut()
        elif piece.kind == "InlineHtml":
            cutter.markup(source[piece.start : piece.end], piece.start)
        elif piece.kind == "HardBreak":
            cutter.break_line(piece.start)
        elif piece.kind == "SoftBreak":
            broken = piece
        elif piece.kind in _WORDS and not (pictures and spoken):
            if broken and not _are_ideographs(cutter.last, piece.value[0]):
                cutter.put(" ", broken.start, broken.end)
            broken = None
            _WORDS[piece.kind](cutter, source, piece)


def _is_spoken(line: Sequence[_Piece]) -> bool:
    """Whether there is text outside pictures."""
    pictures = 0
    for piece in line:
        if piece.kind in ("Image", "/Image"):
            pictures += 1 if piece.kind == "Image" else -1
        elif not pictures and piece.kind in _WORDS and letters(piece.value):
            return True
    return False


def _write_text(cutter: Cutter, source: str, piece: _Piece) -> None:
    if piece.value != source[piece.start : piece.end]:
        cutter.put(piece.value, piece.start, piece.end)
        return
    for run in _RUN.finditer(piece.value):
        cutter.put(run[0], piece.start + run.start(), piece.start + run.end())


def _write_code(cutter: Cutter, source: str, piece: _Piece) -> None:
    """Code in a sentence: between backticks, its line breaks turned into blanks."""
    at = piece.start
    for character in piece.value:
        if character in WHITE:
            cutter.put(" ", at, at)
            continue
        at = source.find(character, at, piece.end)
        cutter.put(character, at, at + 1)
        at += 1


_WORDS = {"Text": _write_text, "Code": _write_code}


def _are_ideographs(before: str, after: str) -> bool:
    """Whether a line break between the two is no blank: between wide characters but Hangul (CSS Text 3, 4.1.3)."""
    return all(
        side and unicodedata.east_asian_width(side) in "WF" and not _HANGUL.match(side) for side in (before, after)
    )
