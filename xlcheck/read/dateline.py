"""What stands in front of a story: place, date and agency up to a dash, and the day of the page.

Forms: `date 2026-01-26 HÀ NỘI — `, `BEIJING, Jan. 26 (Xinhua) -- `, `Hà Nội (TTXVN) - `,
`Madrid, 26 ene (EFE).- `, `(Dân trí) - `, `新华社北京1月26日电（记者 …）`, `【ハノイ共同】`,
`(하노이=연합뉴스) … 기자 = `.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import islice

from xlcheck.model.document import Range
from xlcheck.read.limits import LIMITS

_DAY = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})(?:-|/|\.|\s?[年년]\s?)(?P<m>\d{1,2})(?:-|/|\.|\s?[月월]\s?)(?P<d>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}))(?!\d)"
)
_TIME = re.compile(r"(?<!\d)\d{1,2}[:hH]\d{2}(?!\d)")
_STATED = re.compile(r"[^\S\n]*date[^\S\n]+(\d{4}-\d{2}-\d{2})(?:[^\S\n]+|$)")
_DASHED = re.compile(
    r"[^\S\n]*+(?P<place>(?:[^\s—―()（）][^\n—―()（）]{0,59}?)?)[^\S\n]*+"
    r"(?:[(（](?P<agency>[^()（）\n]{2,30})[)）]\.?[^\S\n]*+)?"
    r"(?:[—―]{1,2}[^\S\n]*|(?<=[\s.)）])(?:--|[-–−])[^\S\n]+)(?=\S)"
)
_CHINESE = re.compile(
    r"\s*[（(【]?(?:[^\W\d_]{2,6}[社网網报報])?[^\W\d_]{0,14}?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
    r"(?:[电電](?:[讯訊])?|[讯訊])(?:[)）】]|(?=[\s(（:：，,]))"
    r"(?:\s*[(（][^()（）\n]{2,40}[)）])?[\s:：，,]*(?=\S)"
)
_BRACKETED = re.compile(r"\s*【([^】\n]{2,20})】\s*(?=\S)")
_EQUATED = re.compile(
    r"\s*[(（][^()（）=＝\n]{1,15}[=＝]([^()（）=＝\n]{1,15})[)）]"
    r"(?:[^=＝\n。.]{2,30}(?:기자|특파원)\s*[=＝])?\s*(?=\S)"
)


def find_dateline(text: str) -> tuple[Range | None, date | None]:
    """The dateline among the first lines of a text, as a range, and the day that it states.

    The range runs from the start of its line (of the text, for the first) through the blank before
    the story. A year is never guessed: `26/1` states no day.
    """
    for start, end in islice(_lines(text), LIMITS.head_lines):
        line = text[start:end]
        stated = _STATED.match(line)
        body = stated.end() if stated else 0
        length = _length(line[body:])
        if length or stated:
            span = (start if text[:start].strip() else 0, start + body + length)
            day = iso_day(stated[1]) if stated else day_in(line[:length])
            return span, day
    return None, None


def page_day(text: str) -> date | None:
    """The day that stands, with a time or alone, on a short line near the top of the text."""
    for start, end in islice(_lines(text), 2 * LIMITS.head_lines):
        line = text[start:end].strip()
        if len(line) <= LIMITS.byline and (_TIME.search(line) or _DAY.fullmatch(line)):
            day = day_in(line)
            if day:
                return day
    return None


def day_in(text: str) -> date | None:
    """The first day written in figures with its year.

    27/01/2026 is read day first; month first only where the second figure cannot be a month.
    None where both could be one and an a.m. or p.m. shows an American hand.
    """
    found = _DAY.search(text)
    if not found:
        return None
    if found["y"]:
        return _day(int(found["y"]), int(found["m"]), int(found["d"]))
    first, second = int(found["first"]), int(found["second"])
    if max(first, second) <= 12 and first != second and re.search(r"\d\s?[AaPp]\.?[Mm]\b", text):
        return None
    day, month = (second, first) if second > 12 else (first, second)
    return _day(int(found["year"]), month, day)


def iso_day(text: str) -> date | None:
    """The day that `2026-01-27` names."""
    year, month, day = map(int, text.split("-"))
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if LIMITS.first_year <= year <= LIMITS.last_year else None


def _lines(text: str) -> Iterator[Range]:
    return (found.span() for found in re.finditer(r"(?<![^\r\n])[^\S\r\n]*+\S[^\r\n]*", text))


def _length(line: str) -> int:
    """The length of the dateline that a line opens with, 0 for none."""
    if found := _CHINESE.match(line):
        return found.end()
    if found := _BRACKETED.match(line) or _EQUATED.match(line):
        return found.end() if found[1].endswith(tuple(_agencies())) else 0
    found = _DASHED.match(line)
    if not found:
        return 0
    known = _known(found["agency"] or found["place"])
    if not _names_place(found["place"], known, dispatched=found["agency"] is not None):
        return 0
    return found.end() if known or _opens_story(line[found.end() :]) else 0


def _known(agency: str) -> bool:
    names = unicodedata.normalize("NFC", agency).casefold().split("/")
    return any(name.strip() in _agencies() for name in names)


@cache
def _agencies() -> frozenset[str]:
    table = files("xlcheck.read").joinpath("agencies.txt").read_text("utf-8")
    return frozenset(line.casefold() for line in table.splitlines())


def _names_place(text: str, known: bool, dispatched: bool) -> bool:
    """Whether this is how a place (and day) is written in front of a dash.

    In capitals on its own; in any case where an agency that we know, or a day and some agency in
    brackets, says that this is a dispatch.
    """
    place, *more = (part.strip() for part in text.split(","))
    name, _, day = re.sub(r"\s(?=\d)", "\n", place, count=1).partition("\n")
    if not name:
        return known
    if _has_digit(name) or name[0].islower() or len(name.split()) > LIMITS.place_words:
        return False
    if known or (dispatched and (day or any(_has_digit(part) for part in more))):
        return True
    letters = [c for c in name if c.isalpha()]
    in_capitals = len(letters) >= LIMITS.place_capitals and all(c.isupper() for c in letters)
    return in_capitals and all(_has_digit(part) or part[:1].isupper() for part in more)


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _opens_story(rest: str) -> bool:
    """Whether a sentence begins here, not the second half of one or of a headline."""
    rest = rest.strip()
    first = rest.lstrip("\"'“”‘’«„¿¡[(")[:1]
    if first.islower() or rest.isupper():
        return False
    return len(rest) >= LIMITS.story or rest.endswith((".", "!", "?", "。", "”", "…"))
