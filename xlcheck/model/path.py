"""Paths, and the patterns that stand for many."""

from __future__ import annotations

import os.path
import re
from functools import cache

_WILD = re.compile(r"\*\*/|/\*\*|\*|\?")
_MEANING = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def lies_in(path: str, pattern: str, folder: str | None = None) -> bool:
    """Whether a path is one of a pattern's, as in .gitignore (`*`, `**`, `?`), or lies in a folder that is.

    A pattern with a slash begins at `folder`, the absolute one of the file that it is written in; without a folder it
    may begin anywhere in the path.
    """
    if folder is None:
        return bool(_regex(pattern.strip("/"), True).search(path.replace("\\", "/")))
    return bool(_regex(pattern.strip("/"), "/" not in pattern).search(relative(path, folder)))


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
    if "/" not in pattern:
        return folder
    parts = pattern.strip("/").split("/")
    wild = next((number for number, part in enumerate(parts) if "*" in part or "?" in part), len(parts))
    return os.path.normpath(os.path.join(folder, *parts[:wild]))  # noqa: PTH118 - strings in and out


@cache
def _regex(pattern: str, anywhere: bool) -> re.Pattern[str]:
    body, at = "", 0
    for wild in _WILD.finditer(pattern):
        body += re.escape(pattern[at : wild.start()]) + _MEANING[wild[0]]
        at = wild.end()
    start = "(?:^|/)" if anywhere else "^"
    return re.compile(f"{start}{body}{re.escape(pattern[at:])}(?:/|$)")
