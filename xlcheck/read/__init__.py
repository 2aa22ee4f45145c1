"""From paths to documents. The only room that reads the user's texts."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath

from xlcheck.files import bounded
from xlcheck.files.there import exists
from xlcheck.files.there import is_folder as _is_folder
from xlcheck.model import Document, NoText, XlcheckError
from xlcheck.read.encoding import decode
from xlcheck.read.text import plain, segmented

__all__ = [
    "MOST_BYTES",
    "STANDARD_INPUT",
    "expand",
    "is_article",
    "is_folder",
    "load",
    "merged",
    "nothing",
    "parse",
    "read",
    "read_segmented",
]

STANDARD_INPUT = "-"
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_MARKDOWN = frozenset((".md", ".markdown"))
_READABLE = _PAGES | _MARKDOWN | {".txt", ".tsv"}
_OF_THE_PROJECT = re.compile(
    r"(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security)(?![^\W_])", re.IGNORECASE
)
_IGNORES = ".xlcheck"

MOST_BYTES = 64 << 20
"""A bigger text is refused: the longest novels have 5 MB, and checking takes 10 s of CPU time a megabyte, or more."""


def nothing(_path: str) -> bool:
    """Excludes no path."""
    return False


def expand(paths: Sequence[str], excluded: Callable[[str], bool] = nothing) -> tuple[str, ...]:
    """The files that the paths stand for, sorted, each once.

    Folders give what they hold at any depth, less hidden files, what is no .txt, .md, .markdown, .html, .htm, .xhtml
    or .tsv, what speaks of the project (README, LICENSE, CHANGELOG, CONTRIBUTING, CODE_OF_CONDUCT, SECURITY), and what
    is `excluded`, by its path; a file named by the user is kept whatever its name, unless it holds the ignores of
    another; `-` is standard input. Raises XlcheckError for a path that is missing and for a folder without such files,
    NoText where all of them are excluded.
    """
    return merged(
        file for path in paths for file in ([path] if path == STANDARD_INPUT else _files(Path(path), excluded))
    )


def merged(files: Iterable[str]) -> tuple[str, ...]:
    """The files sorted, each once, however it is spelt."""
    found: dict[str, str] = {}
    for file in files:
        key = os.path.abspath(file)  # noqa: PTH100 - not resolve(): a link is a file of its own
        found[key] = min(file, found.get(key, file))
    return tuple(sorted(found.values()))


def _files(path: Path, excluded: Callable[[str], bool]) -> list[str]:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise XlcheckError(f"{path.as_posix()}: no such file or folder; check the path") from None
    except OSError as error:
        raise XlcheckError(f"{path.as_posix()}: {str(error.strerror).lower()}; check the path") from None
    if not _is_folder(path):
        return [] if _is_beside(path) else [path.as_posix()]
    inside = _inside(path)
    if not inside:
        raise XlcheckError(
            f"{path.as_posix()}: a folder without .txt, .md, .html or .tsv files; name the files to read"
        )
    kept = [file for file in inside if not excluded(file)]
    if not kept:
        raise NoText(f"{path.as_posix()}: a folder in which every file is excluded; nothing in it is checked")
    return kept


def _inside(path: Path) -> list[str]:
    """The articles in a folder."""
    inside: list[str] = []
    # a folder that cannot be opened is one of its files: reading it tells why not
    for folder, folders, names in os.walk(path, onerror=lambda error: inside.append(_name(str(error.filename)))):
        folders[:] = (name for name in folders if not name.startswith("."))
        files = (Path(folder, name) for name in names if is_article(PurePath(name)))
        inside.extend(file.as_posix() for file in files if _may_be_read(file))
    return inside


def _may_be_read(file: Path) -> bool:
    """Whether something is no pipe, device or folder; so is what the system refuses to speak of: reading it tells."""
    try:
        return file.is_file()
    except OSError:
        return True


def is_article(file: PurePath) -> bool:
    """Whether a file in a folder is read where the folder is; its path is the one from there."""
    hidden = any(part.startswith(".") for part in file.parts)
    return not hidden and file.suffix.lower() in _READABLE and not _OF_THE_PROJECT.match(file.name)


def _is_beside(path: Path) -> bool:
    """Whether a file holds the ignores of the one that it stands beside (`talks.txt.xlcheck`)."""
    return path.suffix == _IGNORES and exists(path.with_suffix(""))


def is_folder(path: str) -> bool:
    """Whether a path the user gave is a folder."""
    return _is_folder(path)


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
        if path == STANDARD_INPUT:
            raise XlcheckError("-: standard input is empty; check the command that writes to it")
        raise NoText(f"{name}:1: an empty file; there is nothing to check yet")
    return name, raw


def _name(path: str) -> str:
    return path.replace(os.sep, "/")


def load(path: str) -> bytes:
    """What a file holds, or standard input. Raises XlcheckError where it cannot be read, or is too large for a text."""
    return bounded.standard_input(MOST_BYTES) if path == STANDARD_INPUT else bounded.read(path, MOST_BYTES)
