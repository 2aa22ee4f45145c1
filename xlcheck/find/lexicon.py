"""The words of numbers, units and dates, language by language, from the package's tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from xlcheck.model import primary

Words = Mapping[str, Mapping[str, str]]
"""kind -> word, in lower case and NFC -> value."""

_FILES = {
    "numbers": ("numbers_spelled.tsv", "numbers_lexicon.tsv"),
    "units": ("units_cldr.tsv", "units_lexicon.tsv"),
    "exactness": ("exactness_lexicon.tsv",),
    "dates": ("dates_lexicon.tsv",),
    "times": ("times_lexicon.tsv",),
}
"""Later files win."""


@cache
def _tables(topic: str) -> Mapping[str, Words]:
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for name in _FILES[topic]:
        text = (files("xlcheck.find") / "data" / name).read_text("utf-8")
        for line in text.splitlines()[1:]:
            language, kind, value, words = line.split("\t")
            found[language][kind] |= dict.fromkeys(words.split("|"), value)
    return found


@cache
def words(topic: str, language: str) -> Words:
    """The words of one BCP 47 language on a topic; none for a language that the tables do not hold."""
    return defaultdict(dict, _tables(topic).get(primary(language), {}))


def either(entries: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; for none, one that never matches."""
    longest_first = sorted(entries, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) or "(?!)"
