"""When two numbers are one, and when a sentence tells a number."""

from __future__ import annotations

import pytest

from xlcheck.evidence.facts import is_told, same_value
from xlcheck.find import Finder
from xlcheck.model import Document, Fact, Glossary, Sentence, Span
from xlcheck.model.facts import Number

FINDER = Finder(Glossary())


def number(entry: str) -> Fact:
    """The first number of a text, `language: text`."""
    language, text = entry.split(": ", 1)
    found = FINDER.find(Sentence(Span(Document(language, text), 0, len(text)), language), None)
    return found.facts.of(Number)[0]


@pytest.mark.parametrize(
    ("miles", "kilometres", "same"),
    [
        (163, 262, True),
        (163, 266, True),  # 1.4 % more: told in round figures
        (163, 275, False),  # 5 %
        (163, 290, False),  # 10 %
        (10, 16, True),
        (10, 17, True),  # half of the ten may have been rounded away
        (10, 19, False),
    ],
)
def test_a_length_in_another_unit(miles: int, kilometres: int, same: bool) -> None:
    one, other = number(f"en: It is {miles} miles away."), number(f"es: Está a {kilometres} km.")
    assert same_value(one, other) is same_value(other, one) is same


@pytest.mark.parametrize(
    ("century", "year", "told"),
    [("19th", 1880, True), ("20th", 1880, False), ("18th", 1880, False), ("20th", 1900, True), ("19th", 1900, False)],
)
def test_a_year_is_told_by_its_own_century_alone(century: str, year: int, told: bool) -> None:
    """The 19th century began with 1800, as people count."""
    text = f"It was built in the {century} century."
    sentence = FINDER.find(Sentence(Span(Document("en", text), 0, len(text)), "en"), None)
    assert is_told(number(f"es: Cuesta {year} euros."), (sentence,)) is told
