"""What is wrong with a pack, in lines for its author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources.abc import Traversable

from xlcheck.lang.added import added
from xlcheck.lang.packs import SUFFIX, packs, rows_in, said_unknown
from xlcheck.lang.topics import COLUMNS, TOPICS
from xlcheck.lang.traits import read_traits
from xlcheck.model import XlcheckError
from xlcheck.model.language import UNDETERMINED, primary

_NUMBER, _WEIGHT = re.compile(r"[0-9]+(?:\.[0-9]+)?"), re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MONTH, _WEEKDAY = re.compile("[1-9]|1[0-2]"), re.compile("[0-6]")
_PARTS = ("value", "head", "head-onto", "tail", "onto", "times", "times-free", "scale", "scale-free")
_NUMBERS: Mapping[str, re.Pattern[str]] = dict.fromkeys((*_PARTS, "hint", "money-scale"), _NUMBER)
_VALUES: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "dates": {
        "month": _MONTH,
        "weekday": _WEEKDAY,
        "weekday-led": _WEEKDAY,
        "relative": re.compile("-?[0-9]*"),
        "lunar": re.compile("[0-9]+|#"),
    },
    "negation_weights": dict.fromkeys(("denial", "hint", "negation"), _WEIGHT),
    "numbers": _NUMBERS,
    "numbers_spelled": _NUMBERS,
    "times": {"phrase": re.compile("[-+]?(?:[0-9]+|@)")},
}
"""File -> kind of row -> what its value looks like."""
_ONE_OF: Mapping[str, tuple[str, ...]] = {
    "offices": ("before", "after", "beside"),
    "endings": ("dictionary", "word", "phrase", "only"),
}
"""File -> what the first column may be."""
_PAIR = re.compile("[^/]+/[^/]+")


def mistakes(tag: str, folder: Traversable) -> Iterator[str]:
    """Lines on what is wrong in a pack's files, none where nothing is: `file:line: what, and what to do`."""
    yield from _in_settings(folder)
    tables = {file.name.removesuffix(SUFFIX): file for file in folder.iterdir() if file.name.endswith(SUFFIX)}
    for name, file in sorted(tables.items()):
        yield from _in_table(name, file)
    missing = set(TOPICS) - tables.keys() - _unknown(folder) if tag == primary(tag) != UNDETERMINED else set()
    for topic in sorted(missing):
        yield f"{folder}: nothing is said of '{topic}'; add {topic}{SUFFIX}, or list it in 'unknown' of pack.toml"


def _in_settings(folder: Traversable) -> Iterator[str]:
    for check in (lambda: said_unknown(folder), lambda: read_traits([folder])):
        try:
            check()
        except XlcheckError as error:
            yield from error.lines


def _in_table(name: str, file: Traversable) -> Iterator[str]:
    if name not in COLUMNS:
        yield f"{file}: there is no such table in a language pack; known are {', '.join(COLUMNS)}"
        return
    try:
        head, rows = rows_in(file)
    except XlcheckError as error:
        yield from error.lines
        return
    if " ".join(head) != COLUMNS[name]:
        yield f"{file}:1: the head is '{' '.join(head)}'; it must be '{COLUMNS[name]}', parted by tabs"
        return
    yield from (f"{file}:{number}: {said}" for number, row in enumerate(rows, 2) if (said := _mistake(name, row)))


@cache
def check_added() -> None:
    """Raise an XlcheckError with all that is wrong in the packs that other distributions add.

    Asked before a run, so that none ends in the middle.
    """
    if found := [line for tag in added() for line in mistakes(tag, packs()[tag])]:
        raise XlcheckError(*found)


def _unknown(folder: Traversable) -> frozenset[str]:
    try:
        return said_unknown(folder)
    except XlcheckError:
        return frozenset(TOPICS)


def _mistake(name: str, row: Sequence[str]) -> str:
    first, value = row[0], row[-1] if name == "negation_weights" else row[min(1, len(row) - 1)]
    shape = _VALUES.get(name, {}).get(first)
    if shape and not shape.fullmatch(value):
        return f"'{value}' is not a value of '{first}'; correct the row"
    if name in _ONE_OF and first not in _ONE_OF[name]:
        return f"'{first}' is not one of {', '.join(_ONE_OF[name])}; correct the row"
    if name == "opposites" and not _PAIR.fullmatch(first):
        return f"'{first}' is not a pair of words with a slash between; correct the row"
    if not all(row[-1].split("|")) and name != "negation_weights":
        return "a word is empty; correct the row"
    return ""
