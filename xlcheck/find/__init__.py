"""What stands in a sentence: numbers, dates, names and glossary terms, found once for every later room."""

from __future__ import annotations

from collections.abc import Iterable
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
from xlcheck.model.facts import Amount, Facts, Hint

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
        unaccented = [*find_unaccented(sentence)]
        numbers = find_numbers(sentence)
        if any(not lost.right for lost in unaccented):
            numbers = _hints(numbers)
        facts: tuple[Fact, ...] = (
            *numbers,
            *find_dates(sentence, published),
            *find_times(sentence),
            *find_codes(sentence),
            *self._names.find(sentence),
            *unaccented,
            *find_lookalikes(sentence),
            *find_negations(sentence),
            *find_opposites(sentence),
        )
        return replace(
            sentence,
            facts=Facts(tuple(sorted(facts, key=_place))),
            mentions=self._mentions.find(sentence),
        )


def _hints(numbers: Iterable[Amount]) -> tuple[Amount, ...]:
    """Numbers in words of which the marks were lost, as hints: “ba” may be ba (three), bà (Mrs) or bá (a count)."""
    return tuple(
        each if any(map(str.isdigit, each.span.text)) else Hint(each.span, each.value, each.units) for each in numbers
    )


def _place(fact: Fact) -> tuple[int, int, str]:
    return fact.span.start, fact.span.end, type(fact).__name__
