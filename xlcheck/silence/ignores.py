"""Ignore files (`xlcheck-ignore.toml`).

    [[ignore]]
    rule = "XL302"                    # a code or a name
    path = "es/talks.html"            # a pattern as in .gitignore, from this file's folder on
    fingerprint = "9f2c…"             # of one finding, as the reports give it
    reason = "quotation from the English press release"
    author = "Ana"
    until = 2030-12-31                # its expiry date

`rule`, `reason` and `until` are required; what is not given is any.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from xlcheck.files import bounded
from xlcheck.files.escaping import toml_string
from xlcheck.model import Document, Span, XlcheckError
from xlcheck.model.path import absolute
from xlcheck.model.suppression import Suppression
from xlcheck.silence.entries import ARRAY, TEXTS, Values, Written, checked, entries
from xlcheck.silence.rewrite import rewrite


def load(path: str, names: Mapping[str, str]) -> tuple[Suppression, ...]:
    """The entries of an ignore file in its order.

    `names` has the code of every rule by its code and its name, in small letters. Raises XlcheckError with a line
    `path:line: what, and what to do` for each thing wrong.
    """
    text = bounded.text(path)
    document, starts = Document(path, text), _line_starts(text)
    folder = absolute(str(Path(path).parent))
    return tuple(
        Suppression(_line(document, starts, entry.line), folder=folder, **entry.values._asdict())
        for entry in entries(text, path, names)
    )


def _line_starts(text: str) -> Sequence[int]:
    return [*accumulate((len(line) + 1 for line in text.split("\n")), initial=0)]


def _line(document: Document, starts: Sequence[int], number: int) -> Span:
    """A line of a document, numbered from 1, without its end."""
    start, stop = starts[number - 1], starts[number] - 1
    return Span(document, start, start + len(document.text[start:stop].rstrip()))


def add(path: str, values: Mapping[str, Any], names: Mapping[str, str], about: str = "") -> None:
    """Write an entry at the end of an ignore file, unless it stands there to the letter; the rest stays as it is.

    `values` are as the file holds them (`until` may be text), `about` becomes a comment. The file is made where there
    is none, and changed whole or not at all, whoever else is writing (`rewrite`). Raises XlcheckError as `load` does,
    for the values too.
    """
    wanted = checked(values, path, names)

    def longer(text: str) -> str:
        if any(wanted == other.values for other in entries(_plain(text), path, names)):
            return text
        added = _gap(text) + _rendered(wanted._asdict(), about)
        return text + (added.replace("\n", "\r\n") if "\r\n" in text else added)

    rewrite(path, longer)


def remove(path: str, values: Mapping[str, Any], names: Mapping[str, str]) -> tuple[Written, ...]:
    """Take the entry with these values out of an ignore file again, and nothing else; else as `add`.

    That it is not there is no mistake, unless another one for the same finding is: then it has been changed since.
    Gives the entries for the same finding that are still there.
    """
    wanted = checked(values, path, names)
    left: tuple[Written, ...] = ()

    def shorter(text: str) -> str:
        nonlocal left
        there = entries(_plain(text), path, names)
        found = next((number for number, other in enumerate(there) if wanted == other.values), None)
        if found is not None:
            result = _without(text, path, there, found, names)
            left = _about(wanted, entries(_plain(result), path, names))
            return result
        if changed := _about(wanted, there):
            raise XlcheckError(f"{path}:{changed[0].line}: the entry has changed since; edit it in the file")
        return text

    rewrite(path, shorter)
    return left


def _about(wanted: Values, there: Iterable[Written]) -> tuple[Written, ...]:
    """The entries for the same finding."""
    key = wanted.rule, wanted.fingerprint
    return tuple(entry for entry in there if (entry.values.rule, entry.values.fingerprint) == key)


def _without(text: str, path: str, there: Sequence[Written], number: int, names: Mapping[str, str]) -> str:
    """The text less an entry, from its header on: the comments behind it are the next one's."""
    lines = text.split("\n")
    starts = [*(entry.line - 1 for entry in there), len(lines)]
    start, stop = starts[number], starts[number + 1]
    while not lines[stop - 1].strip() or lines[stop - 1].lstrip().startswith("#"):
        stop -= 1
    if start and not lines[start - 1].strip() and not any(line.strip() for line in lines[stop : stop + 1]):
        start -= 1
    shorter = "\n".join(lines[:start] + lines[stop:])
    left = [entry.values for other, entry in enumerate(there) if other != number]
    try:
        kept = [entry.values for entry in entries(_plain(shorter), path, names)] == left
    except (XlcheckError, ValueError):
        kept = False
    if not kept:
        raise XlcheckError(
            f"{path}:{starts[number] + 1}: the entry is formatted in an unusual way; remove it in the file"
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


def render(found: Iterable[Suppression]) -> str:
    """Entries as an ignore file holds them, to be added at its end."""
    return "\n".join(_rendered({key: getattr(entry, key) for key in (*TEXTS, "until")}) for entry in found)


def _rendered(values: Mapping[str, Any], about: str = "") -> str:
    shown = "".join(" " if unicodedata.category(character)[0] == "C" else character for character in about)
    comment = [f"# {' '.join(shown.split())}"] if about else []
    lines = (f"{key} = {toml_string(values[key])}" for key in TEXTS if values[key])
    return "\n".join((f"[[{ARRAY}]]", *comment, *lines, f"until = {values['until']}")) + "\n"
