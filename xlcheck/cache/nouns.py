"""Our own nouns by their names, made of their parts again: the dataclasses and enums of `xlcheck.model` alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import Any, get_type_hints

from xlcheck import model
from xlcheck.cache.plain import Make
from xlcheck.cache.shape import Fits, classes, shape

_HOME = "xlcheck.model."


def name_of_noun(kind: type) -> str:
    """The name of a class as `noun` takes it. Raises TypeError where it is none of our nouns."""
    module, _, home = kind.__module__.partition(_HOME)
    if module or not home or not (is_dataclass(kind) or issubclass(kind, Enum)):
        raise TypeError(f"{kind.__module__}.{kind.__qualname__} is nothing that is kept")
    return f"{home}.{kind.__name__}"


@cache
def noun(name: str) -> type:
    """The class of a name such as `text.Span`. Raises LookupError where none of our nouns is called so."""
    module, _, word = name.partition(".")
    if not (module.isidentifier() and word.isidentifier()):
        raise LookupError(name)
    try:
        found = vars(import_module(_HOME + module))[word]
    except ImportError as error:
        raise LookupError(name) from error
    if not isinstance(found, type) or found.__module__ != _HOME + module:
        raise LookupError(name)
    if not (is_dataclass(found) or issubclass(found, Enum)):
        raise LookupError(name)
    return found


@cache
def parts(kind: type) -> Callable[[Any], Sequence[Any]]:
    """What takes one of our dataclasses apart, for `maker` to make it again. Raises TypeError where it could not."""
    maker(kind)
    names = list(_declared(kind))
    return attrgetter(*names) if len(names) > 1 else lambda thing: [getattr(thing, name) for name in names]


def _declared(kind: Any) -> dict[str, Any]:
    """What a dataclass is made of, with the annotations."""
    hints = get_type_hints(kind, localns=vars(model))
    return {field.name: hints[field.name] for field in fields(kind) if field.init}


@cache
def maker(kind: type) -> Make:
    """What makes one of our dataclasses or enums of its parts.

    It raises TypeError where a part is not what the annotation of its field says, and whatever the class itself raises.
    """
    if issubclass(kind, Enum):
        return lambda values: kind[values[0]]
    declared = list(_declared(kind).values())
    asked: list[tuple[int, Fits]] = [(at, shape(hint)) for at, hint in enumerate(declared) if not classes(hint)]
    every = [shape(hint) for hint in declared]
    count, right = len(declared), set[tuple[type, ...]]()

    def make(values: list[Any]) -> Any:
        met = tuple(map(type, values))
        if met not in right:
            if len(values) != count or not all(fits(value) for fits, value in zip(every, values, strict=True)):
                raise TypeError(f"{kind.__name__} of other parts than it has")
            right.add(met)
        for at, fits in asked:
            if not fits(values[at]):
                raise TypeError(f"{kind.__name__} of other parts than it has")
        return kind(*values)

    return make
