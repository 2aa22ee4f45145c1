"""When two numbers are one, and when a sentence tells a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xlcheck.evidence.facts import figures, has_figures, is_told, likest, same_value, weekday_of
from xlcheck.find import Finder
from xlcheck.model import Document, Glossary, Sentence, Span
from xlcheck.model.facts import Day, Number

FINDER = Finder(Glossary())


def number(entry: str) -> Number:
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


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        ("He came in '98.", 1998, True),
        ("He came in ’98.", 1998, True),
        ("There were 98 people.", 1998, False),
        ("It was in the 80s.", 1980, True),
        ("There were 80 people.", 1980, True),
        ("There were 80 people.", 1981, False),
        ("There were 80 people.", 2180, False),
    ],
)
def test_a_year_in_two_figures(text: str, year: int, told: bool) -> None:
    sentence = FINDER.find(Sentence(Span(Document("en", text), 0, len(text)), "en"), None)
    assert is_told(number(f"es: Cuesta {year} euros."), (sentence,)) is told


def said(entry: str) -> tuple[Sentence, ...]:
    language, text = entry.split(": ", 1)
    return (FINDER.find(Sentence(Span(Document(language, text), 0, len(text)), language), None),)


@pytest.mark.parametrize(
    ("value", "told_in", "told"),
    [
        ("5", "en: There were five of them.", True),
        ("5", "en: There were six of them.", False),
        ("2.5", "en: It takes two and a half years.", True),
        ("2.5", "en: It takes three and a half years.", False),
        ("2.5", "en: It takes two years.", False),
        ("26", "en: on January 26, 2018", True),
        ("2018", "en: on January 26, 2018", True),
        ("25", "en: on January 26, 2018", False),
        ("15", "en: at 3 p.m.", True),
        ("3", "en: at 3 p.m.", True),
        ("4", "en: at 3 p.m.", False),
        ("50", "en: half of them", False),
        ("42", "vi: 42.000 người", True),
        ("31", "en: the 2026-31 plan", True),
        ("1586", "en: 1,586 people", True),
        ("586", "en: 1,586 people", True),  # a group of its figures
        ("158", "en: 1,586 people", False),
    ],
)
def test_what_a_sentence_may_tell_of_a_number(value: str, told_in: str, told: bool) -> None:
    assert is_told(number(f"es: Cuesta {value.replace('.', ',')} euros."), said(told_in)) is told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en: 50 percent", "es: 50 por ciento", True),
        ("en: 80 °F", "es: 27 °C", True),
        ("en: 81 °F", "es: 31 °C", False),
        ("en: 10 °F above it", "es: 6 °C más", True),  # of degrees above another
        ("en: 5 kg", "es: 11 libras", True),
        ("en: 5 kg", "es: 14 libras", False),
        ("en: 5 kg", "es: 5 km", False),
        ("en: 5 kg", "es: 5000 gramos", True),
        ("en: 75 mph", "es: 120 kilómetros la hora", True),
        ("en: 5 years", "es: 60 meses", True),
        ("en: $5", "es: 5 euros", False),
        ("en: $5", "es: 5 dólares", True),
        ("en: $5", "es: 5", True),
    ],
)
def test_amounts_in_their_units(one: str, other: str, same: bool) -> None:
    assert same_value(number(one), number(other)) is same_value(number(other), number(one)) is same


def test_the_bare_percentage_of_a_share() -> None:
    assert is_told(number("en: 50 percent of it"), said("es: la mitad de ello"))
    assert is_told(number("en: 33 percent of it"), said("en: 1/3 of it"))
    assert not is_told(number("en: 35 percent of it"), said("en: 1/3 of it"))
    assert not is_told(number("en: 50 people"), said("es: la mitad de ello"))


def test_figures_also_joined_across_what_parts_thousands() -> None:
    assert figures("1,586 and 20") == {Decimal(1), Decimal(586), Decimal(20), Decimal(1586)}
    assert figures("1,58 6") == {Decimal(1), Decimal(58), Decimal(6)}
    assert figures("1 234 567") == {Decimal(each) for each in (1, 234, 567, 1234567)}


def test_weekdays_of_whole_dates() -> None:
    span = Span(Document("t", "x"), 0, 1)
    assert weekday_of(Day(span, 2026, 1, 26)) == 0 and weekday_of(Day(span, 2026, 2, 1)) == 6
    assert weekday_of(Day(span, None, 1, 26)) is None


def test_facts_are_paired_likest_first_and_once() -> None:
    def plain(fact: Number) -> str:
        return str(fact.value)

    five, days, ten = number("en: 5 people"), number("en: 7 days"), number("en: 1000 people")
    weeks, six, many = number("es: 8 días"), number("es: 6 personas"), number("es: 2000 personas")
    pairs = list(likest((five, days, ten), (many, six, weeks), plain))
    assert (pairs[0][0].value, pairs[0][1].value) == (7, 8)
    assert {(one.value, other.value) for one, other in pairs} == {(7, 8), (5, 6), (1000, 2000)}
    assert has_figures(five) and not has_figures(number("en: twenty-five people"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en: 130 miles", "es: 214 km", True),
        ("en: 130 miles", "es: 220 km", False),
        ("en: 20 miles", "es: 35 km", True),
        ("en: 20 miles", "es: 37 km", False),
        ("en: 1.8 miles", "es: 3 km", True),
        ("en: 1 mile", "es: 2 km", False),
        ("en: 1 mile", "es: 1,6 km", True),
        ("en: 60 °F", "es: 18 °C", True),
        ("en: 0.5 miles", "es: 800 metros", True),
    ],
)
def test_a_converted_amount_is_as_exact_as_its_last_figure(one: str, other: str, same: bool) -> None:
    assert same_value(number(one), number(other)) is same_value(number(other), number(one)) is same
