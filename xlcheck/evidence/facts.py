"""When facts of two sentences say the same: values in any writing, units converted, dates in part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from itertools import islice, product
from operator import sub
from typing import TypeVar

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.facts import Amount, Clock, Day, Fact, Hint, Month, Number
from xlcheck.model.text import Sentence
from xlcheck.model.unit import Unit

_HALF = Decimal("0.5")
_FIGURES = re.compile(r"\d+")
_GROUPS = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f\u2009]\d{3})+(?!\d)")


F = TypeVar("F", bound=Fact)


def numbers(sentences: Iterable[Sentence]) -> tuple[Number, ...]:
    """The numbers of the sentences, in the order of the text, the first `compared_facts` of them."""
    return tuple(
        islice((number for sentence in sentences for number in sentence.facts.of(Number)), THRESHOLDS.compared_facts)
    )


def is_told(number: Amount, sentences: Iterable[Sentence]) -> bool:
    """Whether the sentences may tell a number: by value, converted, in a word or a date, or by its bare figures."""
    written = {number.value, *_bare(number.span.text)}
    return any(
        any(fact.value == number.value for fact in sentence.facts.of(Amount))
        or any(_tells(fact, number) for fact in sentence.facts.every[: THRESHOLDS.compared_facts])
        or not written.isdisjoint(figures(sentence.text))
        or _tells_half(sentence.facts.of(Amount), number)
        for sentence in sentences
    )


def is_stated(number: Amount, sentences: Sequence[Sentence]) -> bool:
    """Whether the sentences have the number as such, in any writing or unit: not as a hint, nor in a date."""
    return any(same_value(number, other) for other in numbers(sentences))


def is_told_but_for_scale(number: Amount, sentences: Iterable[Sentence]) -> bool:
    """Whether sentences have the figures of a number, be it without a word for a scale: 7,5 miljoonaa."""
    return any(
        _differ_in_scale(number.value, value)
        for sentence in sentences
        for value in (*(amount.value for amount in sentence.facts.of(Amount)), *figures(sentence.text))
    )


def is_spelt_out(number: Amount) -> bool:
    """Whether a number may well stand in words elsewhere: it has few figures that count, as 12, 500 and 45 million."""
    return len(number.value.normalize().as_tuple().digits) <= THRESHOLDS.spelt_out


def _differ_in_scale(one: Decimal, other: Decimal) -> bool:
    """Whether two values are the same but for a power of ten that a word may stand for: hundred, lakh, million."""
    if not (one and other):
        return False
    (_, ours, first), (_, theirs, second) = (value.normalize().as_tuple() for value in (one, other))
    return ours == theirs and abs(int(first) - int(second)) >= THRESHOLDS.least_scale


def _bare(text: str) -> Iterator[Decimal]:
    """The figures of a number as they are written, where another value was understood: 31 of 2026-31, 42.000, .205."""
    if text.removeprefix(".").isdecimal() or _GROUPS.fullmatch(text):
        yield Decimal("".join(_FIGURES.findall(text)))


def _tells_half(amounts: Iterable[Amount], number: Amount) -> bool:
    """Two and a half, for 2.5."""
    if number.value - number.value.to_integral_value(ROUND_FLOOR) != _HALF:
        return False
    values = {amount.value for amount in amounts}
    return number.value - _HALF in values and not values.isdisjoint((_HALF, 1 + _HALF))


def same_value(one: Amount, other: Amount) -> bool:
    """Whether two numbers are the same amount: equal in units that do not contradict one another, or converted."""
    return (one.value == other.value and not other_unit(one, other)) or is_converted(one, other)


def other_unit(one: Amount, other: Amount) -> bool:
    """Whether both numbers have a unit, and none in common."""
    return bool(one.units and other.units) and not any(a.may_be(b) for a, b in product(one.units, other.units))


def likeness(one: F, other: F, plain: Callable[[F], str]) -> tuple[bool, bool, int]:
    """How much speaks for one value to stand in the place of another; `plain` writes what was understood."""
    figured = (has_figures(fact) for fact in (one, other))
    lengths = (len(plain(fact)) for fact in (one, other))
    return any(a.may_be(b) for a, b in product(_units(one), _units(other))), len(set(figured)) == 1, -abs(sub(*lengths))


def _units(fact: Fact) -> tuple[Unit, ...]:
    return fact.units if isinstance(fact, Amount) else ()


def has_figures(fact: Fact) -> bool:
    """Whether it is written in figures, in part at least."""
    return any(map(str.isdigit, fact.span.text))


def weekday_of(day: Day) -> int | None:
    """The weekday of a date, 0 is Monday; None where its year is not known."""
    return date(day.year, day.month, day.day).weekday() if day.year else None


def is_converted(one: Amount, other: Amount) -> bool:
    """Whether a number is the other one in another unit, as far as both are rounded: 10 miles, 16 km; 80 °F, 27 °C.

    A speed may be told by its length: 75 mph, 120 kilómetros la hora.
    """
    return any(
        _equal_measures(one.value, unit, other.value, another)
        for first, second in product(one.units, other.units)
        for unit, another in ((first, second), (first.way or first, second), (first, second.way or second))
        if unit.code != another.code and unit.dimension == another.dimension and unit.size and another.size
    )


def _equal_measures(value: Decimal, unit: Unit, other: Decimal, another: Unit) -> bool:
    first, second = value * unit.size + unit.zero, other * another.size + another.zero
    difference, step = abs(first - second), max(_step(value) * unit.size, _step(other) * another.size)
    if unit.dimension == "temperature":
        apart = abs(value * unit.size - other * another.size)  # 10 degrees above the average
        return min(difference, apart) <= step
    least = min(abs(first), abs(second))
    return difference <= THRESHOLDS.rounded * least or difference <= min(step, THRESHOLDS.coarse * least)


def _step(value: Decimal) -> Decimal:
    """The last figure that counts: 1 in 27, 0.1 in 1.8; half of 10 in 130."""
    _, digits, exponent = value.normalize().as_tuple()
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return step / 2 if step > 1 and digits else step


def _tells(fact: Fact, number: Amount) -> bool:
    match fact:
        case Amount():
            alike = (_same_share, _same_year, _same_century, is_converted)
            return any(same(fact, number) for same in alike)
        case Day() | Month():
            return number.value in fact.content
        case Clock(hour=hour, minute=minute):
            parts = {hour, minute, (hour + 12) % 24, 12, _pointed(hour, minute)}
            return number.value in parts
    return False


def _pointed(hour: int, minute: int) -> Decimal:
    """A time as it looks with a point between: 23.45."""
    return hour + Decimal(minute).scaleb(-2)


def _same_share(fact: Amount, number: Amount) -> bool:
    """A percentage and the word or the fraction for it: 50 %, half; 33 %, 1/3."""
    return any(
        any(unit.code == "percent" for unit in one.units) and abs(one.value - other.value * 100) < 1
        for one, other in ((fact, number), (number, fact))
    )


def _same_year(fact: Amount, number: Amount) -> bool:
    """A year or decade in two figures and in four: '98, 1998; the 80s, 1980s."""
    for short, full in ((fact, number), (number, fact)):
        if not (0 <= short.value < 100 and 1000 <= full.value < 2100 and full.value % 100 == short.value):
            continue  # before any other remainder: a number of 30 figures has none that decimals can tell
        before = short.span.document.text[max(0, short.span.start - 1) : short.span.start]
        if isinstance(short, Hint) or short.value % 10 == 0 or before in ("'", "’"):
            return True
    return False


def _same_century(fact: Amount, number: Amount) -> bool:
    """A century and a year in it: the 20th century, the 1980s."""
    return any(
        any(unit.code == "century" for unit in century.units)
        and year.value < 10_000
        and century.value - 1 == year.value // 100
        for century, year in ((fact, number), (number, fact))
    )


@lru_cache(maxsize=256)  # one sentence is asked for every number of another
def figures(text: str) -> frozenset[Decimal]:
    """Every group of figures in a text, also joined across what may separate thousands."""
    groups = (match[0] for match in _GROUPS.finditer(text))
    return frozenset(map(Decimal, (*_FIGURES.findall(text), *("".join(_FIGURES.findall(group)) for group in groups))))


def likest(gained: Sequence[F], lost: Sequence[F], plain: Callable[[F], str]) -> Iterator[tuple[F, F]]:
    """Facts of two sides in pairs, those first for which most speaks, each fact once."""
    every = sorted(product(gained, lost), key=lambda both: likeness(both[1], both[0], plain), reverse=True)
    paired: set[int] = set()
    for one, other in every:
        if paired.isdisjoint((id(one), id(other))):
            paired |= {id(one), id(other)}
            yield one, other
