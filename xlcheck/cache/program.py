"""What computes: any change of it makes all that was kept worthless."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from xlcheck.lang.added import digest

_NAME = "xlcheck"
_REQUIREMENT = re.compile(r"[\w.-]+")


@cache
def program() -> tuple[str, ...]:
    """Our own code and data, Python, Unicode, the libraries that we ask for, and language packs that are added."""
    versions = (f"python {sys.version}", f"unicode {unicodedata.unidata_version}", _code(), *_libraries(), digest())
    return tuple(versions)


def _code() -> str:
    """A digest of the package's files: as the installer recorded them, else, of a working copy, by time and size."""
    record = (metadata.distribution(_NAME).read_text("RECORD") or "").splitlines()
    lines = [line for line in record if line.startswith(f"{_NAME}/") and "sha256=" in line]
    if not lines:
        root = Path(__file__).parents[1]
        files = sorted(file for file in root.rglob("*") if "__pycache__" not in file.parts)
        states = ((file.relative_to(root), file.stat()) for file in files)
        lines = [f"{file} {state.st_size} {state.st_mtime_ns}" for file, state in states]
    return sha256("\n".join(lines).encode()).hexdigest()


def _libraries() -> tuple[str, ...]:
    found = []
    for requirement in metadata.requires(_NAME) or ():
        name = _REQUIREMENT.match(requirement)
        if name and "extra ==" not in requirement:
            found.append(f"{name[0]} {metadata.version(name[0])}")
    return tuple(sorted(found))
