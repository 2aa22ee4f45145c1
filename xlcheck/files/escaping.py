"""Values as JSON, TOML and markup that reads back to the letter, and is harmless on a terminal or in a CI job's output.

These forms can write any character by its number. So nothing is replaced, as `printable` has to: what would steer a
terminal, or give the CI service a command, is written by its number. Only lone surrogates, which are not text and which
strict readers refuse, become U+FFFD.
"""

from __future__ import annotations

import json
import re
from typing import Any

from xlcheck.files.printable import BIDI, COMMAND_AHEAD, COMMAND_ANYWHERE, HALVES, REPLACEMENT, SEPARATORS

_NUMBERED = f"\x7f-\x9f{SEPARATORS}{BIDI}"
_IN_STRING = re.compile(f"[{_NUMBERED}{HALVES}]|{COMMAND_ANYWHERE}")
_NOT_XML = f"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff{HALVES}"
"""What XML 1.0 forbids even as a reference."""
_FORBIDDEN = re.compile(f"[{_NOT_XML}]")
_IN_MARKUP = re.compile(f"[{_NOT_XML}{_NUMBERED}]|\r(?!\n)|{COMMAND_AHEAD}|{COMMAND_ANYWHERE}", re.MULTILINE)


def json_text(value: Any, indent: int | None = 2) -> str:
    """A value as JSON, without a line break at its end."""
    return _IN_STRING.sub(_by_digits, json.dumps(value, ensure_ascii=False, indent=indent))


def toml_string(text: str) -> str:
    """A text as a basic string of TOML on one line: JSON's strings are such (TOML 1.0)."""
    return json_text(text)


def markup_text(markup: str) -> str:
    """XML or HTML, escaped already, with character references for what is harmful where it is printed.

    What XML forbids becomes U+FFFD. Not for style sheets and scripts, in which references mean nothing; and HTML's
    references for C1 (U+0080-009F) mean other characters (HTML, "numeric character reference end state"), so that
    these must be gone before.
    """
    return _IN_MARKUP.sub(_by_reference, markup)


def _by_digits(found: re.Match[str]) -> str:
    return f"\\u{ord(_whole(found[0])):04x}"


def _by_reference(found: re.Match[str]) -> str:
    sign = found[0][-1]
    return REPLACEMENT if _FORBIDDEN.match(sign) else f"{found[1] or ''}&#x{ord(sign):x};"


def _whole(sign: str) -> str:
    return REPLACEMENT if "\ud800" <= sign <= "\udfff" else sign
