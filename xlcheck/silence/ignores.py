"""Ignore files (`xlcheck-ignore.toml`).

    [[ignore]]
    rule = "XL302"                    # a code or a name
    path = "es/talks.html"            # a pattern as in .gitignore, from this file's folder on
    fingerprint = "9f2c…"             # of one finding, as the reports give it
    reason = "quotation from the English press release"
    author = "Ana"
    until = 2030-12-31                # its last day

`rule`, `reason` and `until` are required; what is not given is any.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlcheck.model import Document, Span, XlcheckError
from xlcheck.model.errors import unknown, unknown_rule
from xlcheck.model.path import absolute
from xlcheck.model.suppression import Suppression
from xlcheck.model.toml import Block, blocks, loads

ARRAY = "ignore"
_REQUIRED = ("rule", "reason")
_TEXTS = ("rule", "path", "fingerprint", "reason", "author")
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


def load(path: str, names: Mapping[str, str]) -> tuple[Suppression, ...]:
    """The entries of an ignore file in its order.

    `names` has the code of every rule by its code and its name, in small letters. Raises XlcheckError with a line
    `path:line: what, and what to do` for each thing wrong.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise XlcheckError(f"{path}:1: not UTF-8; save the file as UTF-8") from None
    except OSError as error:
        raise XlcheckError(f"{path}:1: cannot be read ({error.strerror}); check the path") from None
    table = loads(text, path)
    head, *bodies = blocks(text, ARRAY)
    faults = [
        f"{path}:{head.place(key)}: {unknown('key', key, [ARRAY])}; entries start with [[{ARRAY}]]"
        for key in table
        if key != ARRAY
    ]
    values = table.get(ARRAY, [])
    if not isinstance(values, list) or len(values) != len(bodies):
        raise XlcheckError(f"{path}:{head.place(ARRAY)}: write each entry under its own [[{ARRAY}]]")
    for body, entry in zip(bodies, values, strict=True):
        faults += (f"{path}:{body.place(key)}: {what}" for key, what in _faults(entry, names))
    if faults:
        raise XlcheckError("\n".join(faults))
    document = Document(path, text)
    folder = absolute(str(Path(path).parent))
    return tuple(_suppression(*each, document, folder, names) for each in zip(bodies, values, strict=True))


def render(entries: Iterable[Suppression]) -> str:
    """Entries as an ignore file holds them, to be added at its end."""
    return "\n".join(_rendered(entry) for entry in entries)


def _rendered(entry: Suppression) -> str:
    values = {key: getattr(entry, key) for key in _TEXTS}
    lines = (f"{key} = {_quoted(value)}" for key, value in values.items() if value)
    return "\n".join((f"[[{ARRAY}]]", *lines, f"until = {entry.until}")) + "\n"


def _quoted(value: str) -> str:
    """A basic string of TOML, which JSON's strings are, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _faults(entry: dict[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry, each with its key."""
    for key, value in entry.items():
        if key not in (*_TEXTS, "until"):
            yield key, unknown("key", key, (*_TEXTS, "until"))
        elif key in _TEXTS and (not isinstance(value, str) or not value.strip()):
            yield key, f"'{key}' must be a string that is not empty"
    for key in _REQUIRED:
        if key not in entry:
            yield "", f'an entry without a {key}; add {key} = "…"'
    rule, fingerprint = entry.get("rule"), entry.get("fingerprint")
    if isinstance(rule, str) and rule.strip() and rule.lower() not in names:
        yield "rule", unknown_rule(rule, names)
    if isinstance(fingerprint, str) and fingerprint.strip() and not _FINGERPRINT.fullmatch(fingerprint):
        yield "fingerprint", f"'{fingerprint}' is not a fingerprint; copy its 32 digits from a report"
    if "until" not in entry:
        yield "", "an entry without an end; add until = 2030-12-31, its last day"
    elif _day(entry["until"]) is None:
        yield "until", "'until' is not a day such as 2030-12-31"


def _day(value: Any) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _suppression(
    body: Block, entry: dict[str, Any], document: Document, folder: str, names: Mapping[str, str]
) -> Suppression:
    texts = {key: entry.get(key, "") for key in _TEXTS}
    texts["rule"] = names[texts["rule"].lower()]
    return Suppression(_line(document, body.line), until=_day(entry["until"]) or date.max, folder=folder, **texts)


def _line(document: Document, number: int) -> Span:
    """A line of a document, numbered from 1, without its end."""
    lines = document.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return Span(document, start, start + len(lines[number - 1].rstrip()))
