"""The words of numbers and dates, language by language, from the package's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from xlcheck.model import primary

Words = Mapping[str, Mapping[str, str]]
"""kind -> word, in lower case and NFC -> value."""


@cache
def _tables(name: str) -> Mapping[str, Words]:
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    text = (files("xlcheck.find") / "data" / name).read_text("utf-8")
    for line in text.splitlines()[1:]:
        language, kind, value, words = line.split("\t")
        found[language][kind] |= dict.fromkeys(words.split("|"), value)
    return found


@cache
def words(name: str, language: str) -> Words:
    """The words of one BCP 47 language in a table; none for a language that it does not hold."""
    return defaultdict(dict, _tables(name).get(primary(language), {}))
