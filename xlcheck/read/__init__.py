"""From paths to documents. The only room that reads the user's texts."""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath

from xlcheck.model import Document, XlcheckError
from xlcheck.read.encoding import decode
from xlcheck.read.text import plain, segmented

__all__ = ["STANDARD_INPUT", "expand", "is_article", "is_folder", "load", "parse", "read", "read_segmented"]

STANDARD_INPUT = "-"
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_MARKDOWN = frozenset((".md", ".markdown"))
_READABLE = _PAGES | _MARKDOWN | {".txt", ".tsv"}
_OF_THE_PROJECT = re.compile(
    r"(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security)(?![^\W_])", re.IGNORECASE
)
_IGNORES = ".xlcheck"


def expand(paths: Sequence[str]) -> tuple[str, ...]:
    """The files that the paths stand for, sorted, each once.

    Folders give what they hold at any depth, less hidden files, what is no .txt, .md, .markdown, .html, .htm, .xhtml
    or .tsv, and what speaks of the project (README, LICENSE, CHANGELOG, CONTRIBUTING, CODE_OF_CONDUCT, SECURITY); a
    file named by the user is kept whatever its name, unless it holds the ignores of another; `-` is standard input.
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
        return [] if _is_beside(path) else [path.as_posix()]
    inside: list[str] = []
    # a folder that cannot be opened is one of its files: reading it tells why not
    for folder, folders, names in os.walk(path, onerror=lambda error: inside.append(_name(str(error.filename)))):
        folders[:] = (name for name in folders if not name.startswith("."))
        files = (Path(folder, name) for name in names if is_article(PurePath(name)))
        inside.extend(file.as_posix() for file in files if file.is_file())
    if not inside:
        raise XlcheckError(
            f"{path.as_posix()}: a folder without .txt, .md, .html or .tsv files; name the files to read"
        )
    return inside


def is_article(file: PurePath) -> bool:
    """Whether a file in a folder is read where the folder is; its path is the one from there."""
    hidden = any(part.startswith(".") for part in file.parts)
    return not hidden and file.suffix.lower() in _READABLE and not _OF_THE_PROJECT.match(file.name)


def _is_beside(path: Path) -> bool:
    """Whether a file holds the ignores of the one that it stands beside (`talks.txt.xlcheck`)."""
    return path.suffix == _IGNORES and path.with_suffix("").exists()


def is_folder(path: str) -> bool:
    """Whether a path the user gave is a folder."""
    return Path(path).is_dir()


def read(path: str) -> tuple[Document, ...]:
    """The documents of a file: one of a text or a page, one a column of an aligned table.

    `-` is standard input, a page, a table or Markdown with front matter where it opens like one. Raises XlcheckError
    for what is missing, no file, unreadable, empty, no text, or a broken table or front matter.
    """
    return parse(path, load(path))


def parse(path: str, data: bytes) -> tuple[Document, ...]:
    """The documents of a file that holds these bytes. Raises as `read`."""
    name, raw = _decoded(path, data)
    from xlcheck.read.table import looks_like_table, table

    if name.lower().endswith(".tsv") or (path == STANDARD_INPUT and looks_like_table(raw)):
        return table(name, raw)
    from xlcheck.read.html import looks_like_html, page

    if _is_page(name) or (path == STANDARD_INPUT and looks_like_html(raw)):
        return (page(name, raw),)
    from xlcheck.read.front import opens_with_matter
    from xlcheck.read.markdown import markdown

    if Path(name).suffix.lower() in _MARKDOWN or (path == STANDARD_INPUT and opens_with_matter(raw)):
        return (markdown(name, raw),)
    return (plain(name, raw),)


def _is_page(name: str) -> bool:
    return Path(name).suffix.lower() in _PAGES


def read_segmented(path: str) -> Document:
    """A file of one sentence a line: `rows` are the lines as given, empty ones too. Raises as `read`."""
    return segmented(*_decoded(path, load(path)))


def _decoded(path: str, data: bytes) -> tuple[str, str]:
    """The name of a document and its text."""
    name = _name(path)
    raw = decode(data, name, lenient=_is_page(name))
    if not raw.strip():
        raise XlcheckError(f"{name}:1: an empty file; leave it out or fill it")
    return name, raw


def _name(path: str) -> str:
    return path.replace(os.sep, "/")


def _is_device(file: Path) -> bool:
    """Whether what a path leads to is a device; a pipe is none."""
    return file.is_char_device() or file.is_block_device()


def load(path: str) -> bytes:
    """What a file holds, or standard input. Raises XlcheckError where it cannot be read."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise XlcheckError("-: standard input is closed; name a file")
        try:
            return sys.stdin.buffer.read()
        except OSError as error:
            raise XlcheckError(f"-: standard input cannot be read ({error.strerror}); name a file") from None
    name = _name(path)
    try:
        if _is_device(Path(path)):
            raise XlcheckError(f"{name}: a device, which may never end; name a file")
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise XlcheckError(f"{name}: no such file; check the path") from None
    except IsADirectoryError:
        raise XlcheckError(f"{name}: a folder, not a file; name a file in it") from None
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise XlcheckError(f"{name}: {reason}; check the file and its permissions") from None
