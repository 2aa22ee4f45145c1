"""Words with letters of another script that look like their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from xlcheck.model import Fact, Sentence, Span, primary

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_OTHERS = "\u0370-\u03ff\u0400-\u052f"
_COMMON = frozenset("АВЕІКМНОРСТХУаеікорсху")
"""Cyrillic letters of the Russian and Ukrainian alphabets: nobody means a rarer one by a Latin letter."""

_VIETNAMESE_D = str.maketrans("\u00d0\u00f0\u0189\u0256", "\u0110\u0111\u0110\u0111")
"""Eth (Icelandic) and the African D, which look like the Vietnamese letter; Vietnamese has neither."""
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_LETTER = f"[{_LATIN}{_OTHERS}]"
_MIXED = re.compile(rf"(?<!{_LETTER})(?=[{_LATIN}]*[{_OTHERS}])(?=[{_OTHERS}]*[{_LATIN}]){_LETTER}+")
_SYMBOL = re.compile("[\u03b1-\u03be\u03c0-\u03c9\u03f0-\u03fb]")
"""Small Greek letters but omicron: in a Latin word they stand for themselves (IFNγ, σx, kν)."""
_INFLECTED = re.compile(rf"[{_LATIN}]{{2,}}[\u0400-\u052f]{{1,3}}")
"""A Latin word with an ending of a language in Cyrillic (API, APIа)."""
_CYRILLIC = ("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk")


def find_lookalikes(sentence: Sentence) -> Iterator[Fact]:
    """Words that mix Latin with Cyrillic or Greek look-alikes: kind `lookalike`, value the word in one script.

    A word is left alone where some letter of either script has no look-alike in the other (μm, кВт·h): there the
    mixture is meant. So it is in symbols (IFNγ), and where a language in Cyrillic inflects a Latin word. In Vietnamese,
    words with another alphabet's D (Ðại for Đại) are such words, too.
    """
    start, document = sentence.span.start, sentence.span.document
    for match in _MIXED.finditer(sentence.text):
        if _SYMBOL.search(match[0]) or (primary(sentence.language) in _CYRILLIC and _INFLECTED.fullmatch(match[0])):
            continue
        if right := _in_one_script(match[0]):
            yield Fact("lookalike", right, Span(document, start + match.start(), start + match.end()))
    if primary(sentence.language) == "vi":
        yield from _with_strange_d(sentence)


def _with_strange_d(sentence: Sentence) -> Iterator[Fact]:
    start, document = sentence.span.start, sentence.span.document
    for match in _WORD.finditer(sentence.text):
        right = match[0].translate(_VIETNAMESE_D)
        if right != match[0] and not _MIXED.fullmatch(match[0]):
            yield Fact("lookalike", right, Span(document, start + match.start(), start + match.end()))


def _in_one_script(word: str) -> str:
    """The word in the script that it can wholly be written in, the one with more of its letters first; else empty."""
    to_latin, to_cyrillic = _tables()
    strange = sum(letter in to_latin for letter in word)
    tables = (to_latin, to_cyrillic) if 2 * strange <= len(word) else (to_cyrillic, to_latin)
    for table in tables:
        written = "".join(table.get(letter, letter) for letter in word)
        if not _MIXED.fullmatch(written):
            return written
    return ""


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Look-alikes to Latin letters, and Latin letters to Cyrillic ones."""
    table = files("xlcheck.find").joinpath("data/lookalikes.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    to_latin = {other: latin for latin, others in rows for other in others}
    to_cyrillic = {latin: others[0] for latin, others in rows if others[0] in _COMMON}
    return to_latin, to_cyrillic
