"""What stands beside a number: units and how exactly it is said."""

from __future__ import annotations

import pytest

from xlcheck.find.numbers import find_numbers
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import Number
from xlcheck.model.unit import Exactness


def told(text: str, language: str) -> list[tuple[str, list[str], str]]:
    found = find_numbers(Sentence(Span(Document("t", text), 0, len(text)), language))
    return [
        (f"{fact.value:f}", [unit.code for unit in fact.units], ",".join(fact.units[0].per) if fact.units else "")
        for fact in found
        if isinstance(fact, Number)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "5 km away", [("5", ["km"], "")]),
        ("en", "a 5-mile walk", [("5", ["mile"], "")]),
        ("en", "$5 more", None),
        ("en", "5 mg/kg of it", [("5", ["mg"], "kg")]),
        ("en", "5 mg / kg of it", [("5", ["mg"], "kg")]),
        ("en", "5 kilograms", [("5", ["kg"], "")]),
        ("en", "5 kmx", [("5", [], "")]),
        ("es", "5 millones de euros", [("5000000", ["EUR"], "")]),
        ("zh", "2026年", [("2026", [], "")]),
        ("zh", "5年", [("5", ["year"], "")]),
        ("ru", "в 2026 году", [("2026", [], "")]),
        ("en", "2026 years ago", [("2026", [], "")]),
        ("en", "3026 years ago", [("3026", ["year"], "")]),
        ("en", "5 cm ³ of it", [("5", ["cm3"], "")]),
        ("zh", "50多公里", [("50", ["km"], "")]),
        ("zh", "80年代", [("80", [], "")]),
    ],
)
def test_units(language: str, text: str, expected: list[tuple[str, list[str], str]] | None) -> None:
    if expected is None:
        (only,) = told(text, language)
        assert "USD" in only[1] and len(only[1]) > 1  # a dollar of any country
    else:
        assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "about 45 people", Exactness.ABOUT),
        ("en", "about $45", Exactness.ABOUT),
        ("en", "45 or so", Exactness.ABOUT),
        ("en", "more than 45 people", Exactness.MORE),
        ("en", "less than 45 people", Exactness.LESS),
        ("en", "exactly 45 people", Exactness.EXACT),
        ("en", "whereabout 45 people", Exactness.EXACT),
        ("zh", "50多人", Exactness.MORE),
        ("zh", "50人以上", Exactness.MORE),
        ("zh", "约50人", Exactness.ABOUT),
        ("vi", "khoảng 45 người", Exactness.ABOUT),
        ("es", "unas 45 personas", Exactness.ABOUT),
    ],
)
def test_exactness(language: str, text: str, expected: Exactness) -> None:
    found = find_numbers(Sentence(Span(Document("t", text), 0, len(text)), language))
    (exactness,) = [fact.exactness for fact in found if isinstance(fact, Number)]
    assert exactness is expected
