"""Text that comes from files, names and keys, made harmless for the terminal, the CI job or the line it is shown in.

Whoever writes an article, or names a file, chooses that text. Shown as it is, it could move a terminal's cursor, set
its title, turn the direction of what follows, add a line that looks like ours, or give the CI service a command.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

BIDI = "\u202a-\u202e\u2066-\u2069"
"""What turns the direction of all that follows: embeddings, overrides, isolates and their ends (Unicode, UAX #9). The
marks U+200E, U+200F and U+061C are left: text in Arabic and Hebrew needs them, and they turn nothing else."""

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""C0 but tab, line feed and carriage return; DEL; and C1, which some terminals take for escape sequences."""

SEPARATORS = "\u2028\u2029"
"""Line ends that only some programs take for such."""

HALVES = "\ud800-\udfff"
"""Lone surrogates, by which Python keeps the bytes of a name that is not UTF-8: nothing can print them."""

_CONTROL = re.compile(f"[{CONTROLS}{HALVES}]|\r(?!\n)")
_UNSAFE = re.compile(f"[{CONTROLS}{SEPARATORS}{BIDI}{HALVES}]|\r(?!\n)")
_BLANKS = re.compile(r"\s+")

COMMAND_ANYWHERE = r"#(?=#[A-Za-z]*\[)"
COMMAND_AHEAD = r"^([^\S\n]*):(?=:[A-Za-z][\w-]*(?:[^\S\n][^\n]*?)?::)"
_COMMAND = re.compile(f"{COMMAND_AHEAD}|{COMMAND_ANYWHERE}", re.MULTILINE)
"""What makes a line of a CI job's output a command, as quoted text or a file's name may: `::error::` or
`::error file=a::` at its start, blanks left out (GitHub; `:::note` of a Markdown box is not a command), and `##[error]`
(GitHub, Azure), `##vso[` (Azure) or `##teamcity[` anywhere in it."""


def printable(text: str) -> str:
    """The text on one line, without what would steer a terminal or turn its writing direction."""
    if text.isprintable() and "  " not in text:
        return text
    return _BLANKS.sub(" ", _UNSAFE.sub(lambda found: " " if found[0].isspace() else REPLACEMENT, text))


def visible(text: str) -> str:
    """The text in its lines (ended by LF, or CR and LF), with U+FFFD for what `printable` takes out."""
    return text if text.isprintable() else _UNSAFE.sub(REPLACEMENT, text)


def without_controls(text: str) -> str:
    """The text with U+FFFD for control characters, for forms that can write the others by their numbers."""
    return text if text.isprintable() else _CONTROL.sub(REPLACEMENT, text)


def inert(text: str) -> str:
    """The text, as long as before, with U+FFFD for the first character of what would be a command to a CI service.

    Its lines are those of `visible`.
    """
    return text if _is_inert(text) else _COMMAND.sub(lambda found: f"{found[1] or ''}{REPLACEMENT}", text)


def _is_inert(text: str) -> bool:
    return "::" not in text and "##" not in text


def is_harmless(text: str) -> bool:
    """Whether there is surely nothing to be made harmless: most text, and quickly asked."""
    return text.isprintable() and _is_inert(text)


def harmless(text: str) -> str:
    """Text of several lines as it may be shown: `visible` and `inert`."""
    return inert(visible(text))
