"""The entries of an ignore file as they are written in it: their values and their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from xlcheck.files.toml import blocks, loads
from xlcheck.model import XlcheckError
from xlcheck.model.errors import unknown, unknown_rule
from xlcheck.silence.limits import LIMITS

ARRAY = "ignore"
TEXTS = ("rule", "path", "fingerprint", "reason", "author")
_REQUIRED = ("rule", "reason")
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")
_HEADER = re.compile(rf"^(?=\[\[{ARRAY}\]\])", re.MULTILINE)


class Values(NamedTuple):
    """What an entry says; `rule` is a code."""

    rule: str
    path: str
    fingerprint: str
    reason: str
    author: str
    until: date


class Written(NamedTuple):
    """An entry, and the line of its header, from 1."""

    line: int
    values: Values


class _Part(NamedTuple):
    """A stretch of a file that begins with a header: how many lines it has, its entries with their lines in it."""

    lines: int
    entries: tuple[Written, ...]


def entries(text: str, path: str, names: Mapping[str, str]) -> tuple[Written, ...]:
    """The entries of an ignore file's text, in its order.

    `names` has the code of every rule by its code and its name, in small letters. Raises XlcheckError with a line
    `path:line: what, and what to do` for each thing wrong.
    """
    found = _by_parts(text, names)
    return _whole(text, path, names) if found is None else found


def checked(values: Mapping[str, Any], path: str, names: Mapping[str, str]) -> Values:
    """The values of one entry, as a file holds them (`until` may be text). Raises XlcheckError as `entries` does."""
    if faults := [f"{path}: {what}" for _, what in _faults(values, names)]:
        raise XlcheckError(*faults)
    return _values(values, names)


def _by_parts(text: str, names: Mapping[str, str]) -> tuple[Written, ...] | None:
    """The entries, read part by part from one header to the next; None where that is not the whole story.

    Who writes one entry into a file of thousands has read all the others before: what a part says is remembered by
    its text. TOML that is complete (no string or bracket left open) followed by a header goes on as if it began there,
    so the parts together say what the file says.
    """
    first, *parts = map(_part, _HEADER.split(text))
    if first is None or first.entries:
        return None
    found: list[Written] = []
    line = first.lines
    for part in parts:
        if part is None:
            return None
        for at, values in part.entries:
            code = names.get(values.rule.lower())
            if code is None:
                return None
            found.append(Written(line + at, values._replace(rule=code) if code != values.rule else values))
        line += part.lines
    return tuple(found)


@lru_cache(LIMITS.remembered)
def _part(text: str) -> _Part | None:
    """A part of a file, with the rules as they are written; None where something is wrong with it."""
    try:
        table = loads(text, "")
    except XlcheckError:
        return None
    values = table.get(ARRAY, [])
    _, *bodies = blocks(text, ARRAY)
    if table.keys() != ({ARRAY} if bodies else set()) or not isinstance(values, list) or len(values) != len(bodies):
        return None
    rules = {entry["rule"].lower(): entry["rule"] for entry in values if isinstance(entry.get("rule"), str)}
    if any(True for entry in values for _ in _faults(entry, rules)):
        return None
    found = (Written(body.line, _values(entry, rules)) for body, entry in zip(bodies, values, strict=True))
    return _Part(text.count("\n"), tuple(found))


def _whole(text: str, path: str, names: Mapping[str, str]) -> tuple[Written, ...]:
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
        found = ((body.place(key), what) for key, what in _faults(entry, names))
        faults += (f"{path}:{line}: {what}" for line, what in sorted(found, key=itemgetter(0)))
    if faults:
        raise XlcheckError(*faults)
    return tuple(Written(body.line, _values(entry, names)) for body, entry in zip(bodies, values, strict=True))


def _faults(entry: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry, each with its key."""
    for key, value in entry.items():
        if key not in (*TEXTS, "until"):
            yield key, unknown("key", key, (*TEXTS, "until"))
        elif key in TEXTS and (not isinstance(value, str) or not value.strip()):
            yield key, f"'{key}' must be a string, and not empty"
    for key in _REQUIRED:
        if key not in entry:
            yield "", f'an entry without {key}; add {key} = "…"'
    rule, fingerprint = entry.get("rule"), entry.get("fingerprint")
    if isinstance(rule, str) and rule.strip() and rule.lower() not in names:
        yield "rule", unknown_rule(rule, names)
    if isinstance(fingerprint, str) and fingerprint.strip() and not _FINGERPRINT.fullmatch(fingerprint):
        yield "fingerprint", f"'{fingerprint}' is not a fingerprint; copy its 32 digits from a report"
    if "until" not in entry:
        yield "", "an entry without 'until'; add until = 2030-12-31, the expiry date"
    elif _day(entry["until"]) is None:
        yield "until", "'until' is not a date such as 2030-12-31"


def _day(value: Any) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _values(entry: Mapping[str, Any], names: Mapping[str, str]) -> Values:
    texts = {key: entry.get(key, "") for key in TEXTS}
    texts["rule"] = names[texts["rule"].lower()]
    return Values(until=_day(entry["until"]) or date.max, **texts)
