"""From paths to documents. The only room that reads the user's texts."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from xlcheck.model import Document, XlcheckError
from xlcheck.read.encoding import decode
from xlcheck.read.text import plain, segmented

__all__ = ["STANDARD_INPUT", "expand", "is_folder", "read", "read_segmented"]

STANDARD_INPUT = "-"
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_READABLE = _PAGES | {".txt", ".tsv"}


def expand(paths: Sequence[str]) -> tuple[str, ...]:
    """The files that the paths stand for, sorted, each once.

    Folders give what they hold at any depth, less hidden files and what is no .txt, .html, .htm,
    .xhtml or .tsv; a file named by the user is kept whatever its name; `-` is standard input.
    Raises XlcheckError for a path that is missing and for a folder without such files.
    """
    found: dict[str, str] = {}
    for path in paths:
        for file in [path] if path == STANDARD_INPUT else _files(Path(path)):
            key = os.path.abspath(file)  # noqa: PTH100 - not resolve(): a link is a file of its own
            found[key] = min(file, found.get(key, file))
    return tuple(sorted(found.values()))


def _files(path: Path) -> list[str]:
    try:
        path.stat()
    except OSError:
        raise XlcheckError(f"{path.as_posix()}: no such file or folder; check the path") from None
    if not path.is_dir():
        return [path.as_posix()]
    inside = [file.as_posix() for file in path.rglob("*") if _is_readable(file, path)]
    if not inside:
        raise XlcheckError(f"{path.as_posix()}: a folder without .txt, .html or .tsv files; name the files to read")
    return inside


def _is_readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in _READABLE and file.is_file()


def is_folder(path: str) -> bool:
    """Whether a path the user gave is a folder."""
    return Path(path).is_dir()


def read(path: str) -> tuple[Document, ...]:
    """The documents of a file: one of a text or a page, one a column of an aligned table.

    `-` is standard input, a page or a table where it opens like one. Raises XlcheckError for what is missing,
    no file, unreadable, empty, no text, or a broken table.
    """
    name, raw = _load(path)
    from xlcheck.read.table import looks_like_table, table

    if name.lower().endswith(".tsv") or (path == STANDARD_INPUT and looks_like_table(raw)):
        return table(name, raw)
    from xlcheck.read.html import looks_like_html, page

    if _is_page(name) or (path == STANDARD_INPUT and looks_like_html(raw)):
        return (page(name, raw),)
    return (plain(name, raw),)


def _is_page(name: str) -> bool:
    return Path(name).suffix.lower() in _PAGES


def read_segmented(path: str) -> Document:
    """A file of one sentence a line: `rows` are the lines as given, empty ones too. Raises as `read`."""
    return segmented(*_load(path))


def _load(path: str) -> tuple[str, str]:
    """The name of a document and its text."""
    name = path.replace(os.sep, "/")
    raw = decode(_bytes(path, name), name, lenient=_is_page(name))
    if not raw.strip():
        raise XlcheckError(f"{name}:1: an empty file; leave it out or fill it")
    return name, raw


def _bytes(path: str, name: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise XlcheckError(f"{name}: no such file; check the path") from None
    except IsADirectoryError:
        raise XlcheckError(f"{name}: a folder, not a file; name a file in it") from None
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise XlcheckError(f"{name}: {reason}; check the file and its permissions") from None
