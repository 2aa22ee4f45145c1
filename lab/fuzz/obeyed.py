"""Whether a CI service would take a line of a job's output for a command."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"##[A-Za-z]*\[")
_NAME = re.compile(r"[A-Za-z][\w-]*")


def is_obeyed(text: str) -> bool:
    """GitHub's `::name properties::` at the start of a line, blanks left out, and `##[name]`, `##vso[` anywhere.

    As the runner reads it (actions/runner, ActionCommand.TryParseV2): a name ends at the first blank, and without a
    second `::` there is no command.
    """
    return _ANYWHERE.search(text) is not None or any(map(_is_command, text.split("\n")))


def _is_command(line: str) -> bool:
    start, said = line.lstrip()[:2], line.lstrip()[2:]
    named, closed, _ = said.partition("::")
    return start == "::" and bool(closed) and _NAME.fullmatch(named.split(" ")[0]) is not None
