"""Roman numerals, and what only looks like one."""

from __future__ import annotations

import pytest

from xlcheck.find.numbers import find_numbers
from xlcheck.model import Document, Sentence, Span
from xlcheck.model.facts import Number


def values(text: str, language: str) -> list[int]:
    found = find_numbers(Sentence(Span(Document("t", text), 0, len(text)), language))
    return [int(str(fact.value)) for fact in found if isinstance(fact, Number)]


NUMERALS = {
    "II": 2, "III": 3, "IV": 4, "VI": 6, "VIII": 8, "IX": 9, "XIV": 14, "XIX": 19, "XXI": 21, "XXXIX": 39, "XLIV": 44,
    "LXXXIX": 89,
}  # fmt: skip


@pytest.mark.parametrize(("numeral", "value"), NUMERALS.items())
def test_up_to_eighty_nine(numeral: str, value: int) -> None:
    assert values(f"The {numeral} Congress opened.", "en") == [value]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "el siglo XXI", [21]),
        ("es", "el siglo XI", [11]),
        ("fr", "le XIVe siècle", [14]),
        ("vi", "Đại hội XIV của Đảng", [14]),
        ("vi", "Đại hội XI của Đảng", [11]),
        ("en", "XI Jinping met them.", []),
        ("en", "I came.", []),
        ("en", "The size XL fits.", []),
        ("en", "The CD and the MC and the IIII.", []),
        ("en", "IV-fluids were given.", []),
        ("en", "World War II ended.", [2]),
        ("en", "SHARPS II OF THEM", []),
        ("en", "SHARPS III OF THEM", [3]),
        ("en", "the XI Congress of the party", [11]),
        ("en", "In chapter XL of the book the hero tells of the long way home.", [40]),
        ("en", "the LI family of them", []),
        ("en", "Elizabeth II visited them.", [2]),
        ("en", "Louis XIX.", [19]),
        ("en", "XIX Games", [19]),
        ("en", "XI", []),
        ("en", "XIX", []),
        ("en", "The V sign was made.", []),
        ("fr", "au XIe Siècle", [11]),
        ("vi", "Kỳ họp XI khai mạc", [11]),
        ("ru", "XI съезд партии", [11]),
        ("ru", "И IV том вышел.", [4]),
        ("en", "MEN II of them", []),
        ("pl", "w XIX.", [19]),
    ],
)
def test_in_their_places(language: str, text: str, expected: list[int]) -> None:
    assert values(text, language) == expected
