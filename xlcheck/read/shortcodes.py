"""What site generators put in between: shortcodes and tags of templates, attribute lists, fences of boxes.

Those of Hugo (`{{< figure >}}`, `{{% note %}}`), Jekyll and Liquid (`{% include %}`, `{{ page.title }}`), the attribute
lists of kramdown and Pandoc (`{: .wide}`, `![](a.jpg){width=50%}`), and boxes (`:::tip Title`, `:::note[Title]`).
"""

import re
from collections.abc import Iterator

FILLER = "\u2060"
"""A word joiner: no Markdown syntax, no white space, and not read as text."""

_SHORTCODE = re.compile(
    r"\{\{(?:(?!\{\{|\}\}).)*+\}\}|\{%(?:(?!\{%|%\}).)*+%\}|\{:[^{}\n]*+\}|(?<=[)\]`])\{[^{}\n]*+\}", re.DOTALL
)
_FENCE = re.compile(
    r"^(?P<before>[ \t>]*+)(?P<mark>:{3,}+[ \t]*+(?:\{[^}\r\n]*+\}|[\w-]*+)[ \t]*+)(?P<title>[^\r\n]*+)(?=\r?$)",
    re.MULTILINE,
)
_HEADING = "### "
_NAME = re.compile(r"\{[{%][<%]?-?\s*(/?\w*)")
_NO_PROSE = frozenset(("highlight", "comment", "mermaid", "math"))
"""Shortcodes and tags whose content is no text of the page."""


def masked(source: str) -> str:
    """The source with shortcodes filled up, code point by code point, and with them what is no prose between two.

    The fence of a box is a blank line, or a heading where it has a title.
    """
    source = _FENCE.sub(_fence, source)
    parts, at = [], 0
    for start, end in _unread(source):
        parts += [source[at:start], FILLER * (end - start)]
        at = end
    return "".join((*parts, source[at:]))


def _unread(source: str) -> Iterator[tuple[int, int]]:
    """Where shortcodes stand; from `highlight` to its end is one stretch."""
    opened: tuple[str, int, int] | None = None
    for found in _SHORTCODE.finditer(source):
        name = _name(found[0])
        if opened and name in (f"/{opened[0]}", f"end{opened[0]}"):
            yield opened[1], found.end()
            opened = None
        elif opened is None and name in _NO_PROSE:
            opened = name, *found.span()
        elif opened is None:
            yield found.span()
    if opened:  # and never closed
        yield opened[1], opened[2]
        yield from (found.span() for found in _SHORTCODE.finditer(source, opened[2]))


def _fence(found: re.Match[str]) -> str:
    before, mark, title = found.groups()
    if not title:
        return before + " " * len(mark)
    if title[0] == "[" and title[-1] == "]":
        mark, title = f"{mark}[", f"{title[1:-1]}{FILLER}"
    rest = len(mark) - len(_HEADING)
    return found[0] if rest < 0 else f"{before}{_HEADING}{FILLER * rest}{title}"


def _name(shortcode: str) -> str:
    found = _NAME.match(shortcode)
    return found[1] if found else ""
