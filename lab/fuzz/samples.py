"""Texts to begin with, made for this: one invented event told in many languages, and a file of each format."""

from __future__ import annotations

from pathlib import Path

_SEEDS = Path(__file__).with_name("seeds")


def _files(folder: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((_SEEDS / folder).iterdir()))


LANGUAGES = ("en", "vi", "es", "zh", "ja", "ko", "ru", "ar", "fr", "de", "pt", "id")
NEWS = {language: (_SEEDS / "news" / f"{language}.txt").read_text("utf-8") for language in LANGUAGES}
TEXTS = tuple(text.encode() for text in NEWS.values())
FACTS = (_SEEDS / "facts.txt").read_bytes()
PAGES, MARKDOWNS, TABLES = map(_files, ("pages", "markdown", "tables"))
SETTINGS_FILES, SILENCES = map(_files, ("settings", "silence"))
"""Files of the formats, as bytes, in the order of their names."""

GLOSSARIES = {path.name: path.read_bytes() for path in sorted((_SEEDS / "glossaries").iterdir())}

SHEET = {
    path.relative_to(_SEEDS / "sheet").as_posix(): path.read_bytes()
    for path in sorted((_SEEDS / "sheet").rglob("*"))
    if path.is_file()
}
"""The parts of a spreadsheet, by their names in it."""
