"""What would fix a finding, and what shows that it is right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.edit import Edit
from xlcheck.model.language import primary
from xlcheck.model.rendering import is_in_larger_name
from xlcheck.model.term import Mention
from xlcheck.model.text import Sentence, Span
from xlcheck.model.vocabulary import is_word

_JOINED = re.compile("[\u3400-\u9fff]{2}|[ァ-ヺー]{2}|[ぁ-ゖ]{2}|[\u0e00-\u109f\u1780-\u17ff]{2}")
"""Two characters of a script without blanks that may be of one word."""
_LAST_WORDS = re.compile(r"(?:[^\W\d_][\w\u0300-\u036f]*[ -]){0,4}\Z")
_LONG = 3
"""Characters from which on such a term is not met by chance."""


class Evidence(StrEnum):
    """What shows that a fix is right."""

    TERM = "the glossary forbids what stands there and prefers the other term"
    SOURCE = "the aligned source names the bearer"
    LETTERS = "the letters look the same"
    LONGER_NAME = "the glossary prefers the other term, but a longer name may be meant"
    READING = "the characters of the source are usually read so"
    ELSEWHERE = "the name stands elsewhere in the texts"
    USAGE = "the text, the outlet or the glossary writes it so more often"
    LIKENESS = "what stands there is like it"
    OTHER = "the source says something else"

    @property
    def safe(self) -> bool:
        """Whether it does without a reader: a witness other than the text itself, and nothing left to chance."""
        return self in (Evidence.TERM, Evidence.SOURCE, Evidence.LETTERS)


@dataclass(frozen=True, slots=True)
class Fix:
    """What to write where so that a finding is fixed, all `edits` or none, no two in one place."""

    edits: tuple[Edit, ...]
    evidence: Evidence

    @property
    def safe(self) -> bool:
        """Whether it may be written unseen."""
        return self.evidence.safe


def fix(edits: tuple[Edit, ...], evidence: Evidence) -> Fix | None:
    """The fix that is made of some edits; None of none."""
    return Fix(edits, evidence) if edits else None


def by_glossary(edits: tuple[Edit, ...], mention: Mention, sentence: Sentence) -> Fix | None:
    """The fix that writes the glossary's term; a term inside a longer name may be right there, or be none."""
    longer = is_in_larger_name(mention, sentence) or _may_be_cut_out(mention.span) or _is_led(mention, sentence)
    return fix(edits, Evidence.LONGER_NAME if longer else Evidence.TERM)


def _is_led(mention: Mention, sentence: Sentence) -> bool:
    """Whether words in front may be of the same name: the one that opens the sentence, if it is no common word.

    In Vietnamese, where bodies have one capital for several words (đảng Lao động Triều Tiên), each of the last few may.
    """
    if mention.concept.kind == "person" or not mention.term.text[:1].isupper():
        return False
    language = primary(mention.term.language)
    before = sentence.text[: mention.span.start - sentence.span.start]
    found = _LAST_WORDS.search(before)
    words = found[0].split() if found else []
    if language == "vi":
        return any(word[0].isupper() for word in words)
    opens = len(words) == 1 and words[0] == before.strip() and words[0][0].isupper()
    return opens and not is_word(words[0], language)


def _may_be_cut_out(at: Span) -> bool:
    """Whether a place may be parts of two words, where words are written without blanks: 越中 in 穿越中东.

    Short ones happen by chance, between characters of their own kind.
    """
    text = at.document.text
    edges = (text[at.start - 1 : at.start + 1] if at.start else "", text[at.end - 1 : at.end + 1])
    return len(at.text) < _LONG and any(_JOINED.fullmatch(edge) for edge in edges)
