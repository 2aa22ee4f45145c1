"""What numbers are counted in, and how exactly they are said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Exactness(Enum):
    """How a number is said: 45, about 45, more than, less than (nearly), at least, at most 45."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more"
    LESS = "less"
    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency.

    `code` is an ISO 4217 currency or a short name (mile, km2); units of one `dimension` with a `size` are converted:
    the value in the dimension's base unit is value × size + zero. Currencies, of the dimension `money`, have no size.
    `per` are the codes of what it is counted in one of, where that is written: kg in 5 mg/kg, cm3 in 3 g/cm³.
    `way` is the length that a speed is in one of a time: km/hour of km/h.
    """

    code: str
    dimension: str
    size: Decimal = Decimal(0)
    zero: Decimal = Decimal(0)
    per: tuple[str, ...] = ()
    way: Unit | None = None

    def __str__(self) -> str:
        return "/".join((self.code, " or ".join(self.per))) if self.per else self.code

    def may_be(self, other: Unit) -> bool:
        """Whether both may be one: 5 mg and 5 mg/kg, but not mg/kg and mg/l; mg/kg and g/t nobody can tell here.

        A speed may be the bare length, which words next to it count in one hour: 120 km/h, 每小时120公里.
        """
        for one, another in ((self, other), (other, self)):
            if one.way and not another.way:
                return one.way.may_be(another)
        apart = bool(self.per and other.per) and set(self.per).isdisjoint(other.per)
        return (self.code == other.code) is not apart
