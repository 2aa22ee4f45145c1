"""`xlcheck check --fix`: the fixes are written, byte for byte as the file is otherwise."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xlcheck.cli.limits import LIMITS
from xlcheck.cli.output import tell

if TYPE_CHECKING:
    from xlcheck.mend import Mended
    from xlcheck.model import Report

_UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def preview(report: Report, *, unsafe: bool = False) -> str:
    """What --fix would write, as a unified diff; nothing where there is nothing to fix."""
    from xlcheck.mend import mend, unified

    return "".join(unified(file.path, file.before, file.after) for file in mend(report, unsafe=unsafe))


def hint(hidden: int) -> str:
    """How to have the fixes written that need a look; nothing where there are none."""
    return f"{_count(hidden, 'hidden fix', 'hidden fixes')} can be enabled with --unsafe-fixes" if hidden else ""


def fixed(paths: Iterable[str], run: Callable[[], Report], *, unsafe: bool = False) -> tuple[Report, tuple[str, ...]]:
    """`apply`, reporting how much was fixed: the report, and a line for each file that could not be written."""
    report, applied = apply(paths, run, unsafe=unsafe)
    tell([str(applied)])
    return report, applied.failures


@dataclass(frozen=True, slots=True)
class Applied:
    """How many findings were fixed, in which files, a line for each file that could not be written, and how many more
    would be fixed with the unsafe fixes."""

    findings: int
    files: frozenset[str]
    failures: tuple[str, ...]
    hidden: int = 0

    def __str__(self) -> str:
        what = f"fixed {_count(self.findings, 'finding')} in {_count(len(self.files), 'file')}"
        return "; ".join(filter(None, (what if self.files else "no findings fixed", hint(self.hidden))))


def _count(many: int, noun: str, plural: str = "") -> str:
    return f"{many} {noun}" if many == 1 else f"{many} {plural or noun + 's'}"


def apply(paths: Iterable[str], run: Callable[[], Report], *, unsafe: bool = False) -> tuple[Report, Applied]:
    """Check, write the safe fixes, or all with `unsafe`, and check again; the report on what is left.

    What is fixed may show what it hid, so that there may be several rounds. Raises XlcheckError for standard input.
    """
    from xlcheck.mend import hidden, mend
    from xlcheck.model import XlcheckError
    from xlcheck.read import STANDARD_INPUT

    if STANDARD_INPUT in paths:
        raise XlcheckError("--fix: standard input cannot be fixed; name the file, or use --fix --diff")
    report, findings, written = run(), 0, set[str]()
    failures: dict[str, str] = {}
    for _ in range(LIMITS.rounds):
        now = _write([file for file in mend(report, unsafe=unsafe) if file.path not in failures], failures)
        if not now:
            break
        findings += sum(len(file.findings) for file in now)
        written.update(file.path for file in now)
        report = run()
    left = 0 if unsafe else hidden(report)
    return report, Applied(findings, frozenset(written), tuple(failures.values()), left)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A file's bytes as they were when it was made, and what is to be there."""

    file: Mended
    target: Path
    before: bytes
    after: bytes


def _write(files: Iterable[Mended], failures: dict[str, str]) -> list[Mended]:
    """Make all, then write each; what cannot be goes to the failures, by path, and leaves the others alone."""
    from xlcheck.model import XlcheckError

    drafts: dict[Path, _Draft] = {}
    for file in files:
        try:
            draft = _draft(file)
            drafts.setdefault(draft.target, draft)
        except XlcheckError as error:
            failures[file.path] = str(error)
    written = []
    for draft in drafts.values():
        try:
            _replace(draft)
            written.append(draft.file)
        except XlcheckError as error:
            failures[draft.file.path] = str(error)
    return written


def _draft(file: Mended) -> _Draft:
    """Raises XlcheckError where the file cannot be written, or no longer holds what was read."""
    from xlcheck.model import XlcheckError
    from xlcheck.read import load
    from xlcheck.read.encoding import decode

    data, target = load(file.path), Path(file.path).resolve()
    if not _is_writable(target):
        raise XlcheckError(f"{file.path}:1: file is read-only; make it writable, or leave it out")
    if decode(data, file.path, lenient=True) != file.before:
        raise XlcheckError(f"{file.path}:1: file changed during the check; run again")
    return _Draft(file, target, data, _encoded(file, data))


def _is_writable(target: Path) -> bool:
    """Whether the file itself may be written: replacing it asks for its folder alone, and root may always."""
    try:
        return bool(target.stat().st_mode & _WRITABLE) and os.access(target, os.W_OK)
    except OSError:
        return False


def _encoded(file: Mended, data: bytes) -> bytes:
    """The new text in the encoding that the file has, behind its byte order mark if there is one.

    Whatever Python codec gives the very bytes for the text as it was will do, if the new bytes are read as the new
    text. A page says with a character reference what its encoding cannot. Raises XlcheckError where none will do.
    """
    from xlcheck.model import XlcheckError
    from xlcheck.read.encoding import decode

    references = file.syntax.references
    for codec in _codecs(ascii_only=references and data.isascii() and b"utf-8" not in data[: LIMITS.head].lower()):
        try:
            old = file.before.encode(codec)
            new = file.after.encode(codec, "xmlcharrefreplace" if references else "strict")
            after = data[: len(data) - len(old)] + new
            if data.endswith(old) and decode(after, file.path, lenient=True) == new.decode(codec):
                return after
        except (LookupError, UnicodeError, XlcheckError):
            continue
    raise XlcheckError(f"{file.path}:1: the fix has a character that the file's encoding lacks; save the file as UTF-8")


def _codecs(*, ascii_only: bool) -> Iterator[str]:
    """UTF first; browsers do not take a page for UTF-8 that does not say so."""
    from encodings.aliases import aliases

    yield from ("ascii",) if ascii_only else (*_UNICODE, *sorted(set(aliases.values()) - set(_UNICODE)))


def _replace(draft: _Draft) -> None:
    """Write the whole file in one go, unless it was changed since it was read. Raises XlcheckError."""
    from xlcheck.cli.stop import heed
    from xlcheck.files.atomic import replace
    from xlcheck.model import XlcheckError

    heed()
    if not replace(draft.file.path, draft.after, lambda: draft.target.read_bytes() == draft.before):
        raise XlcheckError(f"{draft.file.path}:1: file changed during the check; run again")
