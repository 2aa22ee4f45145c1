"""Values as bytes and back: a table in JSON, in which each thing is a line that names what it is made of by number.

A cache may be restored from anywhere, so what is read is not trusted. The table has no instructions: a line is a
value, or the numbers of earlier lines and of the class to make of them. So nothing runs in circles, and only the
classes of `PLAIN` and the nouns of `xlcheck.model` are made, of such parts as their fields say. What was one object is
one again: rules ask whether two sentences are the same.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from xlcheck.cache.limits import LIMITS
from xlcheck.cache.nouns import maker, name_of_noun, noun, parts
from xlcheck.cache.plain import PLAIN, VALUES, Make
from xlcheck.model import Concept, Document
from xlcheck.model.syntax import PLAIN_TEXT, Syntax

_DOCUMENT, _CONCEPT, _SYNTAX = "document", "concept", "syntax"
"""What stands for things that both sides have."""

_MAKES = {plain.name: plain.make for plain in PLAIN.values()}


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What both sides have already: documents in an agreed order, concepts by their ids, syntaxes by their names."""

    documents: Sequence[Document] = ()
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    syntaxes: Mapping[str, Syntax] = field(default_factory=lambda: {PLAIN_TEXT.name: PLAIN_TEXT})

    def reference(self, thing: object) -> tuple[str, int | str] | None:
        """The kind and the name under which `referent` finds a thing; None for what is not known."""
        if isinstance(thing, Document):
            place = next((place for place, known in enumerate(self.documents) if known is thing), None)
            return None if place is None else (_DOCUMENT, place)
        if isinstance(thing, Concept) and self.concepts.get(thing.id) is thing:
            return _CONCEPT, thing.id
        if isinstance(thing, Syntax) and self.syntaxes.get(thing.name) is thing:
            return _SYNTAX, thing.name
        return None

    def referent(self, kind: str) -> Make:
        """What finds things of a kind. It raises LookupError for a name that stands for none."""
        known: Any = {_DOCUMENT: self.documents, _CONCEPT: self.concepts, _SYNTAX: self.syntaxes}[kind]
        return lambda values: known[values[0]]


def freeze(value: object, known: Known) -> bytes:
    """The value as bytes. Raises TypeError, ValueError or RecursionError for what is nothing that is kept."""
    freezer = _Freezer(known)
    freezer.number(value)
    lines = [list(freezer.kinds), freezer.table]
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def thaw(data: bytes, known: Known) -> Any:
    """The value that `freeze` wrote. Raises nearly anything for other bytes, and makes nothing that is not listed.

    The collector of garbage rests meanwhile, which halves the time: of what is made all is kept.
    """
    if collects := gc.isenabled():
        gc.disable()
    try:
        names, table = json.loads(data.decode("utf-8", "surrogatepass"))
        return _thawed(names, table, known)
    finally:
        if collects:
            gc.enable()


def _thawed(names: list[Any], table: list[Any], known: Known) -> Any:
    makes = [_make(name, known) for name in names]
    things: list[Any] = []
    depths: list[int] = []
    for line in table:
        if type(line) is list:
            make = makes[line.pop()]
            depth = 1 + max([depths[at] for at in line], default=0)
            if depth > LIMITS.depth:
                raise ValueError("things too deep inside one another")
            depths.append(depth)
            things.append(make([things[at] for at in line]))
        elif type(line) in VALUES:
            depths.append(0)
            things.append(line)
        else:
            raise TypeError("a line that is neither a value nor a thing")
    return things[-1]


class _Freezer:
    """Numbers things in the order in which they can be made: what something is made of comes first."""

    def __init__(self, known: Known) -> None:
        self.kinds: dict[str, int] = {}
        self.table: list[Any] = []
        self._known = known
        self._values: dict[type, dict[Any, int]] = {kind: {} for kind in VALUES}
        self._things: dict[int, int] = {}
        self._alike: dict[tuple[int, ...], int] = {}

    def number(self, value: Any) -> int:
        """The number of the line that makes a value."""
        kind = type(value)
        values = self._values.get(kind)
        if values is not None:
            key = repr(value) if kind is float else value  # 0.0 is not -0.0
            at = values.get(key)
            if at is None:
                at = values[key] = self._add(value)
            return at
        at = self._things.get(id(value))
        if at is None:
            at = self._things[id(value)] = self._thing(kind, value)
        return at

    def _thing(self, kind: type, value: Any) -> int:
        plain = PLAIN.get(kind)
        if plain is None:
            return self._add(self._noun(kind, value))
        line = [*map(self.number, plain.apart(value)), self._kind(plain.name)]
        if plain.changes:
            return self._add(line)
        at = self._alike.get(key := tuple(line))
        if at is None:
            at = self._alike[key] = self._add(line)
        return at

    def _noun(self, kind: type, value: Any) -> list[int]:
        """The line of one of our nouns."""
        if reference := self._known.reference(value):
            name, which = reference
            return [self.number(which), self._kind(name)]
        own = (value.name,) if isinstance(value, Enum) else parts(kind)(value)
        return [*map(self.number, own), self._kind(name_of_noun(kind))]

    def _kind(self, name: str) -> int:
        return self.kinds.setdefault(name, len(self.kinds))

    def _add(self, line: Any) -> int:
        self.table.append(line)
        return len(self.table) - 1


def _make(name: str, known: Known) -> Make:
    """What makes a kind of things. Raises LookupError for a name of nothing that is kept.

    Where documents are known no other is made: what speaks of them speaks of these very ones.
    """
    if name in (_DOCUMENT, _CONCEPT, _SYNTAX):
        return known.referent(name)
    if plain := _MAKES.get(name):
        return plain
    kind = noun(name)
    if kind is Document and known.documents:
        raise LookupError("a document that is not known")
    return maker(kind)
