"""Whether a term may stand where it stands: its scope, its capitals."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.scripts import TOKEN
from xlcheck.model.document import Span
from xlcheck.model.path import lies_in
from xlcheck.model.term import Scope
from xlcheck.model.text import Sentence

_WORD = re.compile(TOKEN)
_DOTTED_OR_NOT = "Iiİı"


def holds(scope: Scope, sentence: Sentence) -> bool:
    """Whether a sentence lies in a scope; an undated article is later than every `since` and `until`."""
    if scope == _EVERYWHERE:
        return True
    document = sentence.span.document
    dated = document.date
    if scope.until and (dated is None or dated > scope.until):
        return False
    if scope.since and dated is not None and dated < scope.since:
        return False
    if scope.quoted is not None and scope.quoted is not sentence.quoted:
        return False
    return not scope.paths or any(lies_in(document.id, pattern) for pattern in scope.paths)


_EVERYWHERE = Scope()


def same_capitals(term: str, written: str) -> bool:
    """Whether the letters that a term and its form in a text share are capitals in both or in neither.

    Word by word, up to where an inflected word departs from the term's.
    """
    pairs = zip(_words(term), _words(written), strict=False)
    return all(_agree(one, other) for one, other in pairs)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text))


def _agree(one: str, other: str) -> bool:
    shared = takewhile(lambda letters: _small(letters[0]) == _small(letters[1]), zip(one, other, strict=False))
    return all(ours == theirs for ours, theirs in shared)


def _small(letter: str) -> str:
    """A letter without its capital; all of i, ı, I and İ are one, as each is another's capital somewhere."""
    return "i" if letter in _DOTTED_OR_NOT else letter.lower()


def in_title_case(sentence: Sentence, span: Span) -> bool:
    """Whether a sentence capitalises its longer words, as headlines do, apart from its first and those of a span."""
    start, end = (offset - sentence.span.start for offset in (span.start, span.end))
    words = list(_WORD.finditer(sentence.text))[1:]
    others = [word[0] for word in words if not start <= word.start() < end and len(word[0]) >= THRESHOLDS.cased_word]
    return bool(others) and all(word[0].isupper() for word in others)
