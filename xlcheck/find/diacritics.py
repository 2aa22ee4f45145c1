"""Words that stand without the diacritics that they need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from xlcheck.find.limits import LIMITS
from xlcheck.lang import Language
from xlcheck.lang.folding import unmarked
from xlcheck.lang.scripts import LATIN_MARKS, WORD
from xlcheck.model import Sentence, Span
from xlcheck.model.facts import Unaccented

_ALONE = re.compile(rf"(?<![\w'’@#./{LATIN_MARKS}-]){WORD}(?![\w'’@/{LATIN_MARKS}-])")
_WORD = re.compile(WORD)


def find_unaccented(sentence: Sentence) -> Iterator[Unaccented]:
    """Words written without the diacritics that they always have, with the right form (NFC).

    Looked up in a table of German, Spanish, French and Portuguese. In Vietnamese most words have marks, and a word
    without them is often another word, so that there the whole sentence is one fact without a right form, when none
    of its words has any.
    """
    language = Language.of(sentence.language)
    start, document = sentence.span.start, sentence.span.document
    if language.traits.marked and _is_plain_vietnamese(sentence.text):
        yield Unaccented(sentence.span, "")
    table = _right_forms(language)
    for match in _ALONE.finditer(sentence.text) if table else ():
        if match.group() in table:
            yield Unaccented(Span(document, start + match.start(), start + match.end()), table[match.group()])


def _is_plain_vietnamese(text: str) -> bool:
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return len(words) >= LIMITS.vietnamese_words and all(word.isascii() for word in words)


@cache
def _right_forms(language: Language) -> Mapping[str, str]:
    """The right form of each word as it looks without diacritics."""
    return {unmarked(word): word for (word,) in language.rows("accented")}
