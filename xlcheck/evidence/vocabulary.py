"""The common words of languages that capitalise names, so that a word is not taken for a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from xlcheck.model.language import primary


def knows_words(language: str) -> bool:
    """Whether the common words of a language are known; of another one, that a word is not there tells nothing."""
    return primary(language) in _rows()


def is_word(text: str, language: str) -> bool:
    """Whether a text, whatever its capitals, is a common word of a language, accents included."""
    return unicodedata.normalize("NFC", text).lower() in _words(primary(language))


@cache
def _rows() -> Mapping[str, str]:
    text = files("xlcheck.evidence").joinpath("data/vocabulary.tsv").read_text("utf-8")
    return dict(line.split("\t") for line in text.splitlines()[1:])


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(_rows().get(language, "").split(" "))
