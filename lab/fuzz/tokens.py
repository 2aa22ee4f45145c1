"""Pieces of input that some format gives a meaning to, or that text handling gets wrong: a file of `tokens/` each."""

from __future__ import annotations

from pathlib import Path

import notation


def _read(name: str) -> tuple[bytes, ...]:
    lines = Path(__file__).with_name("tokens").joinpath(f"{name}.txt").read_text("utf-8").split("\n")
    return tuple(notation.read(line) for line in lines if line)


SIGNS = _read("signs")
"""Characters that end lines, steer terminals, combine, change their length when folded, or are no text at all."""

COMMANDS = _read("commands")
"""What a terminal, a CI service, a spreadsheet, a browser or a template would obey."""

FIGURES = _read("figures")
"""Numbers, days, times, negations, names and offices in several languages."""

MARKUP, MARKDOWN, FRONT, TABLE = map(_read, ("markup", "markdown", "front", "table"))
TOML, GLOSSARY, SETTINGS, SILENCE = map(_read, ("toml", "glossary", "settings", "silence"))
XML, SHEET = map(_read, ("xml", "sheet"))
