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
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

from xlcheck.files import bounded
from xlcheck.model import Document, Span, XlcheckError
from xlcheck.model.errors import unknown, unknown_rule
from xlcheck.model.path import absolute
from xlcheck.model.suppression import Suppression
from xlcheck.model.toml import blocks, loads
from xlcheck.silence.rewrite import rewrite

ARRAY = "ignore"
_REQUIRED = ("rule", "reason")
_TEXTS = ("rule", "path", "fingerprint", "reason", "author")
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")
_HALVES = re.compile("[\ud800-\udfff]")


def load(path: str, names: Mapping[str, str]) -> tuple[Suppression, ...]:
    """The entries of an ignore file in its order.

    `names` has the code of every rule by its code and its name, in small letters. Raises XlcheckError with a line
    `path:line: what, and what to do` for each thing wrong.
    """
    return _parsed(bounded.text(path), path, names)


def add(path: str, values: Mapping[str, Any], names: Mapping[str, str], about: str = "") -> None:
    """Write an entry at the end of an ignore file, unless it stands there to the letter; the rest stays as it is.

    `values` are as the file holds them (`until` may be text), `about` becomes a comment. The file is made where there
    is none, and changed whole or not at all, whoever else is writing (`rewrite`). Raises XlcheckError as `load` does,
    for the values too.
    """
    entry = _entry(path, values, names)

    def longer(text: str) -> str:
        if any(_same(entry, other) for other in _parsed(_plain(text), path, names)):
            return text
        added = _gap(text) + _rendered(entry, about)
        return text + (added.replace("\n", "\r\n") if "\r\n" in text else added)

    rewrite(path, longer)


def remove(path: str, values: Mapping[str, Any], names: Mapping[str, str]) -> None:
    """Take the entry with these values out of an ignore file again, and nothing else; else as `add`.

    That it is not there is no mistake, unless another one for the same finding is: then it has been changed since.
    """
    entry = _entry(path, values, names)

    def shorter(text: str) -> str:
        entries = _parsed(_plain(text), path, names)
        found = next((number for number, other in enumerate(entries) if _same(entry, other)), None)
        if found is not None:
            return _without(text, entries, found, names)
        for other in entries:
            if (other.rule, other.fingerprint) == (entry.rule, entry.fingerprint):
                raise XlcheckError(f"{path}:{_number(other)}: the entry was changed since; change it there")
        return text

    rewrite(path, shorter)


def _without(text: str, entries: Sequence[Suppression], number: int, names: Mapping[str, str]) -> str:
    """The text less an entry, from its header on: the comments behind it are the next one's."""
    path = entries[number].at.document.id
    lines = text.split("\n")
    starts = [*(_number(entry) - 1 for entry in entries), len(lines)]
    start, stop = starts[number], starts[number + 1]
    while not lines[stop - 1].strip() or lines[stop - 1].lstrip().startswith("#"):
        stop -= 1
    if start and not lines[start - 1].strip() and not any(line.strip() for line in lines[stop : stop + 1]):
        start -= 1
    shorter = "\n".join(lines[:start] + lines[stop:])
    left = [entry for other, entry in enumerate(entries) if other != number]
    try:
        now = _parsed(_plain(shorter), path, names)
        kept = all(_same(*pair) for pair in zip(now, left, strict=True))
    except (XlcheckError, ValueError):
        kept = False
    if not kept:
        raise XlcheckError(
            f"{path}:{starts[number] + 1}: an entry that is written in an unusual way; take it out there"
        )
    return shorter


def _gap(text: str) -> str:
    """What makes an empty line behind the text."""
    plain = _plain(text)
    if not plain or plain.endswith("\n\n"):
        return ""
    return "\n" if plain.endswith("\n") else "\n\n"


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _entry(path: str, values: Mapping[str, Any], names: Mapping[str, str]) -> Suppression:
    if faults := [f"{path}: {what}" for _, what in _faults(values, names)]:
        raise XlcheckError("\n".join(faults))
    return _suppression(Span(Document(path, ""), 0, 0), values, names)


def _same(one: Suppression, other: Suppression) -> bool:
    return all(getattr(one, key) == getattr(other, key) for key in (*_TEXTS, "until"))


def _number(entry: Suppression) -> int:
    """The line of an entry's header, from 1."""
    return entry.at.document.position(entry.at.start)[0]


def _parsed(text: str, path: str, names: Mapping[str, str]) -> tuple[Suppression, ...]:
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
        raise XlcheckError("\n".join(faults))
    document = Document(path, text)
    return tuple(
        _suppression(_line(document, body.line), entry, names) for body, entry in zip(bodies, values, strict=True)
    )


def render(entries: Iterable[Suppression]) -> str:
    """Entries as an ignore file holds them, to be added at its end."""
    return "\n".join(_rendered(entry) for entry in entries)


def _rendered(entry: Suppression, about: str = "") -> str:
    shown = "".join(" " if unicodedata.category(character)[0] == "C" else character for character in about)
    comment = [f"# {' '.join(shown.split())}"] if about else []
    values = {key: getattr(entry, key) for key in _TEXTS}
    lines = (f"{key} = {_quoted(value)}" for key, value in values.items() if value)
    return "\n".join((f"[[{ARRAY}]]", *comment, *lines, f"until = {entry.until}")) + "\n"


def _quoted(value: str) -> str:
    """A basic string of TOML, which JSON's strings are, but for DEL and lone surrogates."""
    whole = _HALVES.sub("\N{REPLACEMENT CHARACTER}", value)
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _faults(entry: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
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


def _suppression(at: Span, entry: Mapping[str, Any], names: Mapping[str, str]) -> Suppression:
    texts = {key: entry.get(key, "") for key in _TEXTS}
    texts["rule"] = names[texts["rule"].lower()]
    folder = absolute(str(Path(at.document.id).parent))
    return Suppression(at, until=_day(entry["until"]) or date.max, folder=folder, **texts)


def _line(document: Document, number: int) -> Span:
    """A line of a document, numbered from 1, without its end."""
    lines = document.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return Span(document, start, start + len(lines[number - 1].rstrip()))
