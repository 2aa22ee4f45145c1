"""A sentence as names are looked for in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xlcheck.evidence.names.spoken import script_of
from xlcheck.find.folded import fold
from xlcheck.find.names.offices import Offices, offices_of
from xlcheck.lang import Language
from xlcheck.lang.folding import Folded
from xlcheck.model import Sentence, Span


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its folded `text`, the script that this is in, and the words for offices found there.

    `offices` are those that its language has words for; None where none are known.
    """

    sentence: Sentence
    folded: Folded
    language: Language
    script: str
    offices: Offices | None
    found: Sequence[re.Match[str]]

    @classmethod
    def of(cls, sentence: Sentence) -> Line:
        language = Language.of(sentence.language)
        folded = fold(sentence.text, language)
        offices = offices_of(language)
        found = offices.found_in(folded.cased) if offices else ()
        return cls(sentence, folded, language, script_of(folded.cased), offices, found)

    @property
    def text(self) -> str:
        return self.folded.cased

    def span(self, start: int, end: int) -> Span:
        """The place in the document of a stretch of the text."""
        return self.folded.span(self.sentence, start, end)
