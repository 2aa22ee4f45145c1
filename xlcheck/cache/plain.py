"""What of Python's own classes is kept, taken apart and made again."""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from types import NoneType
from typing import Any

from xlcheck.cache.limits import LIMITS

Make = Callable[[list[Any]], Any]
"""Makes a thing of its parts; it raises nearly anything for parts that are none."""

VALUES: frozenset[type] = frozenset((str, int, float, bool, NoneType))
"""The classes of what JSON has itself."""


_WHOLE = "bBhHiIlLqQ"
"""The type codes of arrays of whole numbers."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A class by its name: what takes its things apart and what makes them again.

    Things that are equal are kept as one, if they do not change.
    """

    name: str
    apart: Callable[[Any], Sequence[Any]]
    make: Make
    changes: bool = False


def _texts(values: Sequence[Any]) -> Sequence[Any]:
    """Texts alone: what is nested and shared could take for ever to be hashed. Raises TypeError for others."""
    if not {str}.issuperset(map(type, values)):
        raise TypeError("a set, or keys, of other things than texts")
    return values


def _ascii(data: bytes | array[Any]) -> str:
    return b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)


def _mapping(values: list[Any]) -> dict[Any, Any]:
    return dict(zip(_texts(values[::2]), values[1::2], strict=True))


def _array(values: list[Any]) -> array[Any]:
    code, data = values
    if code not in _WHOLE:
        raise ValueError(f"an array of '{code}'")
    made = array(code)
    made.frombytes(_bytes(data))
    return made


def _array_parts(value: array[Any]) -> Sequence[Any]:
    if value.typecode not in _WHOLE:
        raise TypeError(f"an array of '{value.typecode}'")
    return value.typecode, _ascii(value)


def _decimal(values: list[Any]) -> Decimal:
    (text,) = values
    made = Decimal(text)
    if not made.is_finite() or abs(made.adjusted()) > LIMITS.exponent:
        raise ValueError(f"{text} is nothing that a text counts")
    return made


PLAIN: dict[type, Plain] = {
    tuple: Plain("tuple", lambda value: value, tuple),
    list: Plain("list", lambda value: value, lambda values: values, changes=True),
    dict: Plain("dict", lambda value: [*chain.from_iterable(value.items())], _mapping, changes=True),
    frozenset: Plain("frozenset", lambda value: sorted(_texts([*value])), lambda values: frozenset(_texts(values))),
    bytes: Plain("bytes", lambda value: [_ascii(value)], lambda values: _bytes(*values)),
    array: Plain("array", _array_parts, _array, changes=True),
    range: Plain("range", lambda value: [value.start, value.stop, value.step], lambda values: range(*values)),
    date: Plain("date", lambda value: [value.isoformat()], lambda values: date.fromisoformat(*values)),
    Decimal: Plain("Decimal", lambda value: [str(value)], _decimal),
    Fraction: Plain("Fraction", lambda value: [value.numerator, value.denominator], lambda values: Fraction(*values)),
}
