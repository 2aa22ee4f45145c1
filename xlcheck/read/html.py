"""HTML pages: the article's text, each code point with its place in the file, and its metadata."""

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import date

from xlcheck.model import Document, NoText, Origin, XlcheckError
from xlcheck.read.article import article, headline, letters
from xlcheck.read.blocks import GAP, blocks, joined, range_of
from xlcheck.read.dateline import find_dateline
from xlcheck.read.languages import declared, of_file_name
from xlcheck.read.markup import Tag, pieces, unescape

_DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")
_DAY_NAMES = ("article:published_time", "datepublished", "pubdate", "dc.date.issued")
_EARLIEST, _LATEST = "1990-01-01", "2100-01-01"
_SILENT = logging.NullHandler()
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids: lxml, which others look at pages with, raises ValueError at it, where no html element is."""
_DAMAGED = re.compile(rf"[\s\ufeff]*?({_FORBIDDEN.pattern})")


def page(path: str, raw: str) -> Document:
    """The article of a page as a Document whose `origin` is the file.

    Paragraphs are parted by an empty line. Forbidden characters inside count as blanks; a page does not open with one.
    Raises NoText where a page has no readable text, XlcheckError where it is damaged.
    """
    if damaged := _DAMAGED.match(raw):
        raise XlcheckError(
            f"{path}:1: starts with the character U+{ord(damaged[1]):04X}, which no page may have; save it again"
        )
    clean = _FORBIDDEN.sub(" ", raw)
    tags = [tag for _, _, tag in pieces(raw) if tag and not tag.closing]
    titles = _titles(raw, tags)
    kept = article(clean, blocks(raw), titles)
    if not kept:
        raise NoText(f"{path}:1: no readable text in this page; save it as readers see it")
    text, offsets = joined(kept)
    titled = headline(kept, titles)
    title = None if titled is None else range_of(kept, titled)
    body = title[1] + len(GAP) if title else 0
    dateline, day = find_dateline(text[body:])
    return Document(
        id=path,
        text=text,
        language=_language(tags) or of_file_name(path.rsplit("/", 1)[-1]),
        date=_day(clean, tags) or day,
        title=title,
        dateline=(body + dateline[0], body + dateline[1]) if dateline else None,
        origin=Origin(raw, offsets),
    )


def _meta(tags: Sequence[Tag], *names: str) -> Iterator[str]:
    """The contents of the meta tags of these names, in the order of the names."""
    for wanted in names:
        for tag in tags:
            given = (tag.attributes.get(key, "") for key in ("property", "name", "itemprop", "http-equiv"))
            if tag.name == "meta" and wanted in map(str.lower, given):
                yield tag.attributes.get("content", "")


def _language(tags: Sequence[Tag]) -> str | None:
    page_tags = [tag.attributes for tag in tags if tag.name in ("html", "body")]
    stated = [given.get(key, "") for given in page_tags for key in ("lang", "xml:lang")]
    stated += _meta(tags, "content-language", "language", "og:locale")
    return next((tag for tag in map(declared, stated) if tag), None)


def _titles(raw: str, tags: Sequence[Tag]) -> list[str]:
    titles = [unescape(raw[tag.end : tag.content_end]) for tag in tags if tag.name == "title"]
    return [letters(title) for title in (*_meta(tags, "og:title"), *titles[:1]) if letters(title)]


def _day(raw: str, tags: Sequence[Tag]) -> date | None:
    """The day of publication, as the page states it for machines, else as htmldate finds it."""
    stated = [*_meta(tags, *_DAY_NAMES), *_DATE_PUBLISHED.findall(raw)]
    stated += [tag.attributes.get("datetime", "") for tag in tags if tag.name == "time"]
    days = (_iso(found[1]) for text in stated if (found := _ISO_DAY.match(text)))
    return next((day for day in days if day and _EARLIEST <= day.isoformat() < _LATEST), None) or _htmldate(raw)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _htmldate(raw: str) -> date | None:
    from htmldate import find_date

    logging.getLogger("htmldate").addHandler(_SILENT)  # else it speaks on standard error
    try:
        found = find_date(
            raw,
            extensive_search=False,
            original_date=True,
            min_date=_EARLIEST,
            max_date=_LATEST,  # its default, today, would change the result from day to day
        )
    except Exception:  # whatever it takes for a date: one with a time zone of 1,111 hours is a ValueError
        return None
    return _iso(found) if found else None
