"""Two texts line by line, as `diff -u` shows them."""

from __future__ import annotations

import re
from difflib import unified_diff

from xlcheck.files.printable import printable

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""Lines end where editors and `patch` take them to: difflib's own idea knows form feeds and U+2028."""


def unified(path: str, before: str, after: str) -> str:
    """The difference as `patch` takes it, with three lines around; nothing where there is none."""
    name = printable(path)
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
