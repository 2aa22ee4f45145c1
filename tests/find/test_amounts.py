"""Amounts as twelve languages write them by the published locale data: equal or not (lab/data/amounts.py)."""

from pathlib import Path

import pytest

from xlcheck.evidence.facts import same_value
from xlcheck.find.numbers import find_numbers
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import Number

TABLE = [
    tuple(line.split("\t")) for line in Path(__file__).with_name("amounts.tsv").read_text("utf-8").splitlines()[1:]
]


def number(text: str, language: str) -> Number:
    sentence = Sentence(Span(Document(language, text), 0, len(text)), language)
    found = [fact for fact in find_numbers(sentence) if isinstance(fact, Number)]
    assert len(found) == 1, [(fact.span.text, fact.value) for fact in found]
    return found[0]


@pytest.mark.parametrize(("expected", "language", "text", "other", "other_text"), TABLE)
def test_amounts(expected: str, language: str, text: str, other: str, other_text: str) -> None:
    same = same_value(number(text, language), number(other_text, other))
    assert same is (expected == "equal")


def test_the_table_is_large_and_covers_twelve_languages() -> None:
    assert len(TABLE) >= 150
    assert len({row[1] for row in TABLE}) == 12
    assert {row[0] for row in TABLE} == {"equal", "unequal"}
