"""From paths to documents. The only room that reads the user's texts."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from xlcheck.files import bounded
from xlcheck.files.there import exists
from xlcheck.files.there import is_folder as _is_folder
from xlcheck.model import Document, NoText, XlcheckError
from xlcheck.model.suppression import BESIDE
from xlcheck.read.encoding import REPLACED, decode
from xlcheck.read.formats import format_of, suffixes, usual_suffixes
from xlcheck.read.limits import LIMITS
from xlcheck.read.text import segmented

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
    "parse_segmented",
    "read",
    "read_segmented",
]

STANDARD_INPUT = "-"
_OF_THE_PROJECT = re.compile(
    r"(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security)(?![^\W_])", re.IGNORECASE
)


def nothing(_path: str) -> bool:
    """Excludes no path."""
    return False


def expand(paths: Sequence[str], excluded: Callable[[str], bool] = nothing) -> tuple[str, ...]:
    """The files that the paths stand for, sorted, each once.

    Folders give what they hold at any depth, less hidden files, what has the suffix of none of the `FORMATS`, what
    speaks of the project (README, LICENSE, CHANGELOG, CONTRIBUTING, CODE_OF_CONDUCT, SECURITY), and what is `excluded`,
    by its path; a file named by the user is kept whatever its name, unless it holds the ignores of
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
        raise XlcheckError(f"{path.as_posix()}: no {usual_suffixes()} files in this folder; name the files to check")
    kept = [file for file in inside if not excluded(file)]
    if not kept:
        raise NoText(f"{path.as_posix()}: all files in this folder are excluded; nothing in it is checked")
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
    return not hidden and file.suffix.lower() in suffixes() and not _OF_THE_PROJECT.match(file.name)


def _is_beside(path: Path) -> bool:
    """Whether a file holds the ignores of the one that it stands beside (`talks.txt.xlcheck`)."""
    return path.suffix == BESIDE and exists(path.with_suffix(""))


def is_folder(path: str) -> bool:
    """Whether a path the user gave is a folder."""
    return _is_folder(path)


def read(path: str) -> tuple[Document, ...]:
    """The documents of a file: one of a text or a page, one a column of an aligned table.

    `-` is standard input, whose format is what it opens like. Raises XlcheckError for what is missing, no file,
    unreadable, empty, no text, in a format that is not read, or a broken table or front matter.
    """
    return parse(path, load(path))


def parse(path: str, data: bytes) -> tuple[Document, ...]:
    """The documents of a file that holds these bytes. Raises as `read`."""
    name, raw = _decoded(path, data, lenient=True)
    found = format_of(name, raw)
    if not found.lenient and REPLACED in raw:  # which it may hold, or stand for what is no UTF-8
        raw = decode(data, name)
    return tuple(replace(document, syntax=found) for document in found.read(name, raw))


def read_segmented(path: str) -> Document:
    """A file of one sentence a line: `rows` are the lines as given, empty ones too. Raises as `read`."""
    return parse_segmented(path, load(path))


def parse_segmented(path: str, data: bytes) -> Document:
    """A file of one sentence a line that holds these bytes. Raises as `read`."""
    return segmented(*_decoded(path, data))


def _decoded(path: str, data: bytes, lenient: bool = False) -> tuple[str, str]:
    """The name of a document and its text."""
    name = _name(path)
    raw = decode(data, name, lenient)
    if not raw.strip():
        if path == STANDARD_INPUT:
            raise XlcheckError("-: standard input is empty; check the command that writes to it")
        raise NoText(f"{name}:1: the file is empty; there is nothing to check yet")
    return name, raw


def _name(path: str) -> str:
    return path.replace(os.sep, "/")


def load(path: str) -> bytes:
    """What a file holds, or standard input. Raises XlcheckError where it cannot be read, or is too large for a text."""
    return (
        bounded.standard_input(LIMITS.text_bytes) if path == STANDARD_INPUT else bounded.read(path, LIMITS.text_bytes)
    )
