"""What stands in a sentence: numbers, dates, names and glossary terms, found once for every later room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xlcheck.find.codes import find_codes
from xlcheck.find.dates import find_dates
from xlcheck.find.diacritics import find_unaccented
from xlcheck.find.lookalikes import find_lookalikes
from xlcheck.find.mentions import MentionFinder
from xlcheck.find.names import NameFinder
from xlcheck.find.negation import find_negations
from xlcheck.find.numbers import find_numbers
from xlcheck.find.opposites import find_opposites
from xlcheck.find.times import find_times
from xlcheck.model import Fact, Glossary, Sentence
from xlcheck.model.facts import Facts

__all__ = ["Finder"]


class Finder:
    """Finds facts, and mentions of a glossary's terms."""

    def __init__(self, glossary: Glossary) -> None:
        self._mentions = MentionFinder(glossary)
        self._names = NameFinder(glossary)

    def find(self, sentence: Sentence, published: date | None) -> Sentence:
        """The sentence with its facts, in the order of the text, and its mentions.

        `published` is the article's date, to which “on Monday” refers.
        """
        facts: tuple[Fact, ...] = (
            *find_numbers(sentence),
            *find_dates(sentence, published),
            *find_times(sentence),
            *find_codes(sentence),
            *self._names.find(sentence),
            *find_unaccented(sentence),
            *find_lookalikes(sentence),
            *find_negations(sentence),
            *find_opposites(sentence),
        )
        return replace(
            sentence,
            facts=Facts(tuple(sorted(facts, key=_place))),
            mentions=self._mentions.find(sentence),
        )


def _place(fact: Fact) -> tuple[int, int, str]:
    return fact.span.start, fact.span.end, type(fact).__name__
