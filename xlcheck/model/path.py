"""Paths, and the patterns that stand for many."""

from __future__ import annotations

import os.path
import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_WILD = re.compile(r"/\*\*/|\*\*/|/\*\*|\*|\?")
_MEANING = {"/**/": "/((?:.*/)?)", "**/": "((?:.*/)?)", "/**": "/(.*)", "*": "([^/]*)", "?": "([^/])"}
_LANGUAGE = re.escape("{lang}")
_TAG = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"


def lies_in(path: str, pattern: str, folder: str | None = None) -> bool:
    """Whether a path is one of a pattern's, as in .gitignore (`*`, `**`, `?`), or lies in a folder that is.

    A pattern with a slash begins at `folder`, the absolute one of the file that it is written in; without a folder it
    may begin anywhere in the path; so does one that has a slash at its end only. Normal forms (NFC) don't count.
    """
    seen = path.replace("\\", "/") if folder is None else relative(path, folder)
    return _holds(pattern, seen, anywhere=folder is None)


def is_excluded(path: str, patterns: Sequence[str], folder: str) -> bool:
    """Whether the last of the patterns that a path is of, as `lies_in` says, takes it out: one behind `!` does not."""
    if not patterns:
        return False
    seen = relative(path, folder)
    last = next((each for each in reversed(patterns) if _holds(each.removeprefix("!"), seen)), "!")
    return not last.startswith("!")


def _holds(pattern: str, seen: str, anywhere: bool = False) -> bool:
    anywhere = anywhere or "/" not in pattern.rstrip("/")
    return bool(_regex(_nfc(pattern.strip("/")), anywhere).search(_nfc(seen)))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def relative(path: str, folder: str) -> str:
    """The path from a folder, with `/` between its parts."""
    return os.path.relpath(path, folder).replace(os.sep, "/")


def absolute(path: str) -> str:
    """The path from the root, `.` and `..` resolved, links not: a link is a file of its own."""
    return os.path.abspath(path)  # noqa: PTH100 - resolve() follows links


def within(path: str, folder: str) -> bool:
    """Whether an absolute path is a folder's or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def root(pattern: str, folder: str) -> str:
    """The deepest folder or file that holds all that a pattern of this folder can stand for, absolute."""
    if "/" not in pattern.rstrip("/"):
        return folder
    parts = pattern.strip("/").split("/")
    wild = next((number for number, part in enumerate(parts) if "*" in part or "?" in part), len(parts))
    return os.path.normpath(os.path.join(folder, *parts[:wild]))  # noqa: PTH118 - strings in and out


def variant(path: str, pattern: str) -> tuple[str, tuple[str, ...]] | None:
    """What a path has for `{lang}` in an absolute pattern, and for all else that is wild in it; None for no match.

    Paths that differ in the former only are versions of one text.
    """
    found = _body(pattern).fullmatch(absolute(path).replace(os.sep, "/"))
    if not found:
        return None
    named = found.re.groupindex["lang"]
    return found["lang"], tuple(text or "" for number, text in enumerate(found.groups(), 1) if number != named)


@cache
def _regex(pattern: str, anywhere: bool) -> re.Pattern[str]:
    return re.compile(f"{'(?:^|/)' if anywhere else '^'}{_body(pattern).pattern}(?:/|$)")


@cache
def _body(pattern: str) -> re.Pattern[str]:
    parts: list[str] = []
    at = 0
    for wild in _WILD.finditer(pattern):
        parts += (re.escape(pattern[at : wild.start()]), _MEANING[wild[0]])
        at = wild.end()
    first, *again = "".join((*parts, re.escape(pattern[at:]))).split(_LANGUAGE)
    return re.compile(first + f"(?P<lang>{_TAG})" * bool(again) + "(?P=lang)".join(again))
