"""Words that stand without the diacritics that they need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from xlcheck.model import Sentence, Span, primary
from xlcheck.model.facts import Unaccented

_WORD = re.compile(r"(?<![\w'’@#./\u0300-\u036f-])[^\W\d_]+(?![\w'’@/\u0300-\u036f-])")
_VIETNAMESE_WORDS = re.compile(r"[^\W\d_]+")


def find_unaccented(sentence: Sentence) -> Iterator[Unaccented]:
    """Words written without the diacritics that they always have, with the right form (NFC).

    Looked up in a table of German, Spanish, French and Portuguese. In Vietnamese most words have marks, and a word
    without them is often another word, so that there the whole sentence is one fact without a right form, when none
    of its words has any.
    """
    language = primary(sentence.language)
    start, document = sentence.span.start, sentence.span.document
    if language == "vi" and _is_plain_vietnamese(sentence.text):
        yield Unaccented(sentence.span, "")
    table = _right_forms(language)
    for match in _WORD.finditer(sentence.text) if table else ():
        if match.group() in table:
            yield Unaccented(Span(document, start + match.start(), start + match.end()), table[match.group()])


MIN_VIETNAMESE = 4
"""Vietnamese sentences of fewer words may have no marks by chance."""


def _is_plain_vietnamese(text: str) -> bool:
    words = _VIETNAMESE_WORDS.findall(unicodedata.normalize("NFC", text))
    return len(words) >= MIN_VIETNAMESE and all(word.isascii() for word in words)


@cache
def _right_forms(language: str) -> Mapping[str, str]:
    """The right form of each word as it looks without diacritics."""
    table = files("xlcheck.find").joinpath("data/accented.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:] if line.startswith(f"{language}\t"))
    return {_plain(word): word for _, word in rows}


def _plain(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
