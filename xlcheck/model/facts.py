"""What is found in a sentence, each kind a class of its own with just what is known of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar, overload

from xlcheck.model.document import Span
from xlcheck.model.unit import Exactness, Unit


@dataclass(frozen=True, slots=True)
class Fact:
    """Something found at a place of a sentence."""

    span: Span


@dataclass(frozen=True, slots=True)
class Value(Fact):
    """A fact that says the same in every language: facts of one class and one `content` do."""

    @property
    def content(self) -> Hashable:
        """What it says, wherever and however it is written."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Amount(Value):
    """A value in digits, words or Romans; a percentage is its figure. `units` are what it may be counted in."""

    value: Decimal
    units: tuple[Unit, ...] = ()

    @property
    def content(self) -> Hashable:
        return self.value


@dataclass(frozen=True, slots=True)
class Number(Amount):
    """A number; `exactness` is how it is said."""

    exactness: Exactness = Exactness.EXACT


@dataclass(frozen=True, slots=True)
class Hint(Amount):
    """What may say a number and need not: both, half and dozen, a month's name, the digits of a telephone number."""


@dataclass(frozen=True, slots=True)
class When(Value):
    """A day, a time of day, or a part of either."""


@dataclass(frozen=True, slots=True)
class Day(When):
    """A date; the year may be unknown."""

    year: int | None
    month: int
    day: int

    @property
    def content(self) -> tuple[int | None, int, int]:
        return self.year, self.month, self.day


@dataclass(frozen=True, slots=True)
class Month(When):
    """A month without a day."""

    year: int | None
    month: int

    @property
    def content(self) -> tuple[int | None, int]:
        return self.year, self.month


@dataclass(frozen=True, slots=True)
class Weekday(When):
    """A day of the week: 0 is Monday."""

    weekday: int

    @property
    def content(self) -> Hashable:
        return self.weekday


@dataclass(frozen=True, slots=True)
class RelativeDay(When):
    """A day by how many days it is from the article's date: -1 is yesterday."""

    offset: int

    @property
    def content(self) -> Hashable:
        return self.offset


@dataclass(frozen=True, slots=True)
class LunarDay(When):
    """A day of the first lunar month: 2 is mùng 2 Tết, 0 its eve."""

    day: int

    @property
    def content(self) -> Hashable:
        return self.day


@dataclass(frozen=True, slots=True)
class Clock(When):
    """A time of day, of 24 hours."""

    hour: int
    minute: int

    @property
    def content(self) -> tuple[int, int]:
        return self.hour, self.minute


@dataclass(frozen=True, slots=True)
class Code(Value):
    """A name with figures that counts nothing: 5G, F-16, an account's 30 figures. In capitals, without hyphens."""

    name: str

    @property
    def content(self) -> Hashable:
        return self.name


@dataclass(frozen=True, slots=True)
class Opposite(Value):
    """A word that has an opposite; both are said in English: elected, re-elected."""

    meaning: str
    contrary: str

    @property
    def content(self) -> Hashable:
        return self.meaning, self.contrary


@dataclass(frozen=True, slots=True)
class Negation(Fact):
    """What negates; `weight` is the log-odds that a translation is negated too."""

    weight: float


@dataclass(frozen=True, slots=True)
class Denial(Fact):
    """What need not negate; `weight` is the log-odds that it adds to a translation's being negated."""

    weight: float


@dataclass(frozen=True, slots=True)
class Unaccented(Fact):
    """A word without the diacritics that it always has; `right` is the word with them, empty for a whole sentence."""

    right: str


@dataclass(frozen=True, slots=True)
class Lookalike(Fact):
    """A word with letters of another script that look alike; `right` is the word in one script."""

    right: str


One = TypeVar("One", bound=Fact)
Other = TypeVar("Other", bound=Fact)
Third = TypeVar("Third", bound=Fact)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a sentence in the order of the text; those of one place in the order of their classes' names."""

    every: tuple[Fact, ...] = ()
    _of: dict[tuple[type[Fact], ...], tuple[Fact, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    @overload
    def of(self, one: type[One], /) -> tuple[One, ...]: ...

    @overload
    def of(self, one: type[One], other: type[Other], /) -> tuple[One | Other, ...]: ...

    @overload
    def of(self, one: type[One], other: type[Other], third: type[Third], /) -> tuple[One | Other | Third, ...]: ...

    def of(self, *kinds: type[Fact]) -> tuple[Fact, ...]:
        """Those of some classes and their subclasses, in the order of the text."""
        found = self._of.get(kinds)
        if found is None:
            found = self._of[kinds] = tuple(fact for fact in self.every if isinstance(fact, kinds))
        return found

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.every)

    def __len__(self) -> int:
        return len(self.every)
