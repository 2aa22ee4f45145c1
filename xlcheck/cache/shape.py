"""Whether a value is what a type hint says, for values of others' making.

Fields and whole values are asked alike. Only the hints that our nouns have are known: classes, unions, tuples, lists,
sets, sequences and mappings of them, and `Hashable`, which is flat here: what is nested and shared could take for ever
to be hashed.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

Fits = Callable[[Any], bool]

_SETS: dict[Any, tuple[type, ...]] = {
    list: (list,),
    frozenset: (frozenset,),
    Set: (frozenset,),
    Sequence: (tuple, list, array, range),
}
"""The classes that a value may have for the class in a hint."""
_NUMBERS = (array, range)
"""What holds whole numbers alone."""


@cache
def shape(hint: Any) -> Fits:
    """What says whether a value is of a hint. Raises TypeError for a hint that is none of the known kinds."""
    origin, within = get_origin(hint), get_args(hint)
    if plain := classes(hint):
        return lambda value: isinstance(value, plain)
    if hint is Hashable:
        return _is_flat
    if origin in (Union, UnionType):
        return _any_of(tuple(map(shape, within)))
    if origin is tuple:
        return _row(within[0]) if within[1:] == (...,) else _fields(tuple(map(shape, within)))
    if origin in _SETS:
        return _many(_SETS[origin], within[0])
    if origin in (dict, Mapping):
        keys, values = _elements(within[0]), _elements(within[1])
        return lambda value: type(value) is dict and keys(value.keys()) and values(value.values())
    raise TypeError(f"{hint} is no hint that values are compared with")


def classes(hint: Any) -> tuple[type, ...]:
    """The classes of a hint that a value's class alone decides; none of any other."""
    if hint is None or hint is NoneType:
        return (NoneType,)
    if hint is float:
        return (float, int)
    if isinstance(hint, type) and get_origin(hint) is None and hint.__module__ != "collections.abc":
        return (hint,)
    if get_origin(hint) in (Union, UnionType):
        each = [classes(part) for part in get_args(hint)]
        return tuple(found for part in each for found in part) if all(each) else ()
    return ()


def _elements(hint: Any) -> Callable[[Any], bool]:
    """What says whether all elements are of a hint: by their classes where these decide, without asking each."""
    plain, each = set(classes(hint)), shape(hint)
    if plain:
        return lambda values: plain.issuperset(map(type, values)) or all(map(each, values))
    return lambda values: all(map(each, values))


def _row(hint: Any) -> Fits:
    elements = _elements(hint)
    return lambda value: type(value) is tuple and (not value or elements(value))


def _many(kinds: tuple[type, ...], hint: Any) -> Fits:
    elements = _elements(hint)
    if hint is int and array in kinds:
        return lambda value: type(value) in _NUMBERS or (type(value) in kinds and elements(value))
    return lambda value: type(value) in kinds and elements(value)


def _fields(each: tuple[Fits, ...]) -> Fits:
    return lambda value: (
        type(value) is tuple
        and len(value) == len(each)
        and all(fits(part) for fits, part in zip(each, value, strict=True))
    )


def _any_of(each: tuple[Fits, ...]) -> Fits:
    return lambda value: any(fits(value) for fits in each)


def _is_flat(value: Any) -> bool:
    """Whether a value can be hashed at once: no container, or a tuple that has none in it."""
    return type(value).__hash__ is not None and (type(value) is not tuple or not _CONTAINERS & set(map(type, value)))


_CONTAINERS = {tuple, list, dict, frozenset, array}
