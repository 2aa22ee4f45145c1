"""What the content of a file says about its format, whatever its name is."""

import json
import re
from collections.abc import Callable

from xlcheck.model import well_formed
from xlcheck.model.format import Sign
from xlcheck.read.languages import alphabets
from xlcheck.read.limits import LIMITS

FRONT_MATTER = re.compile(
    r"(?:(?P<yaml>---)|\+\+\+)[ \t]*\r?\n(?P<matter>(?:.*\n)*?)(?(yaml)(?:---|\.\.\.)|\+\+\+)[ \t]*(?:\r?\n|\Z)"
)
"""YAML or TOML at the very top of a file."""

_BEFORE = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*+)*+"
_PAGE = re.compile(rf"{_BEFORE}<(?:!doctype\s+html|html)\b", re.DOTALL | re.IGNORECASE)
_PART_OF_A_PAGE = re.compile(
    rf"{_BEFORE}<(?:head|body|meta|title|article|section|div|p|h1)\b", re.DOTALL | re.IGNORECASE
)
_XML = re.compile(r"\s*<(?:\?xml\s|!DOCTYPE\s|(?:xliff|tmx|TS|resources)[\s>])")
_GETTEXT = re.compile(r'^msgid\s+".*"\s*\n(?:".*"\s*\n)*^msgstr(?:\[0\])?\s+"', re.MULTILINE)
_SUBTITLES = re.compile(r"\s*(?:WEBVTT\b|\d+\s*\n\d\d:\d\d:\d\d,\d{3} --> )")


def page(raw: str) -> Sign:
    """HTML: its document type or its root element leave no doubt."""
    if _PAGE.match(raw):
        return Sign.CERTAIN
    return Sign.LIKELY if _PART_OF_A_PAGE.match(raw) else Sign.NONE


def markdown(raw: str) -> Sign:
    """Markdown, if there is front matter in YAML or TOML: without any, it is text like other text."""
    return Sign.LIKELY if FRONT_MATTER.match(raw) else Sign.NONE


def table(raw: str) -> Sign:
    """An aligned table: a header of two or more BCP 47 tags separated by tabs.

    No doubt is left where these are languages that we know, and all rows have as many cells.
    """
    header, _, rest = raw.partition("\n")
    codes = header.removesuffix("\r").split("\t")
    if len(codes) < 2 or not all(map(well_formed, codes)):
        return Sign.NONE
    rows = rest.rstrip("\r\n").split("\n")
    known = all(code.split("-")[0].lower() in alphabets() for code in codes)
    return Sign.CERTAIN if known and all(row.count("\t") == len(codes) - 1 for row in rows) else Sign.LIKELY


def unread(raw: str) -> str:
    """The name of a format that is not read, by which a text is no prose; empty for any other text."""
    return next(
        (name for name, opens in _UNREAD.items() if opens(raw[: LIMITS.entries_head] if name != _JSON else raw)), ""
    )


def _is_json(raw: str) -> bool:
    if not raw.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return True


def _is_separated(raw: str) -> bool:
    """Whether the first line is languages that we know, separated by commas or semicolons."""
    codes = re.split("[,;]", raw.split("\n", 1)[0].strip().replace('"', ""))
    return len(codes) > 1 and all(code.split("-")[0].lower() in alphabets() for code in codes)


_JSON = "JSON"
_UNREAD: dict[str, Callable[[str], object]] = {
    _JSON: _is_json,
    "XML": _XML.match,
    "gettext": _GETTEXT.search,
    "subtitles": _SUBTITLES.match,
    "a table separated by commas or semicolons": _is_separated,
}
