"""Plain text: title, dateline and day as its first lines show them."""

import re

from xlcheck.model import Document
from xlcheck.model.document import Range
from xlcheck.read.dateline import find_dateline, page_day
from xlcheck.read.languages import of_file_name
from xlcheck.read.limits import LIMITS

_OPENING = re.compile(r"\s*+([^\r\n]*\S)[^\S\r\n]*(\r?\n[^\S\r\n]*\r?\n|\r?\n([^\r\n]*))")


def plain(path: str, raw: str) -> Document:
    """A plain text as a Document; its language is the one its file name states (`name.es.txt`)."""
    dateline, day = find_dateline(raw)
    return Document(
        id=path,
        text=raw,
        language=of_file_name(path.rsplit("/", 1)[-1]),
        date=day or page_day(raw),
        title=_title(raw, dateline),
        dateline=dateline,
    )


def segmented(path: str, raw: str) -> Document:
    """A text of one sentence a line: `rows` are its lines, empty ones too, without their ends."""
    lines = re.finditer(r"([^\n]*?)(?:\r?\n|\Z)", raw)
    rows = tuple(line.span(1) for line in lines if line.start() < len(raw))
    return Document(id=path, text=raw, language=of_file_name(path.rsplit("/", 1)[-1]), rows=rows)


def _title(text: str, dateline: Range | None) -> Range | None:
    """The first line, where it is short, no sentence, and above a blank line or a longer one."""
    opening = _OPENING.match(text)
    if not opening or (dateline and dateline[0] <= opening.start(1)):
        return None
    start, line = opening.start(1), opening[1]
    if len(line) > LIMITS.title or line.endswith((".", "。", "．", ":", "：", ",", ";")):
        return None
    below = opening[3]
    return (start, opening.end(1)) if below is None or len(below) > len(line) else None
