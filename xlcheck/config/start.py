"""The configuration file of a new project."""

from __future__ import annotations

from collections.abc import Sequence

from xlcheck.config.keys import PATHS, SECTION, keys, written

_HEAD = """\
# Settings of xlcheck, explained by 'xlcheck guide settings'. Paths are relative to the folder of this file.
"""


def commented(active: Sequence[str]) -> str:
    """A file with every key and what it is about, commented out but for the active ones; these have their example."""
    parts = [_HEAD]
    for name, key in keys().items():
        mark = "" if name in active else "# "
        parts.append(f"# {key.about}\n{mark}{name} = {written(key.example)}\n")
    section = "\n".join(
        f"# {name} = {written(key.example)}" for name, key in keys().items() if key.per_path and name in _DIFFERING
    )
    parts.append(
        f'# For some paths; the last override that matches takes precedence.\n# [[{SECTION}]]\n# {PATHS} = ["es/**"]'
    )
    return "\n".join(parts) + f"\n{section}\n"


_DIFFERING = ("languages", "severity", "fail-on")
