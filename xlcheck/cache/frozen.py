"""Values as bytes and back: pickles that can make nothing but our own nouns and a few plain classes.

A cache may be restored from anywhere, so what is read is not trusted: see “Restricting Globals” in the documentation
of Python's `pickle`.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from io import BytesIO
from typing import Any

from xlcheck.model import Concept, Document

_PLAIN = {
    ("array", "_array_reconstructor"),
    ("array", "array"),
    ("builtins", "range"),
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
}
_NOUNS = "xlcheck.model."


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What both sides have already: documents in an agreed order, concepts by their ids."""

    documents: Sequence[Document] = ()
    concepts: Mapping[str, Concept] = field(default_factory=dict)

    def reference(self, thing: object) -> tuple[str, int | str] | None:
        if isinstance(thing, Document):
            place = next((place for place, known in enumerate(self.documents) if known is thing), None)
            return None if place is None else ("document", place)
        if isinstance(thing, Concept) and self.concepts.get(thing.id) is thing:
            return "concept", thing.id
        return None

    def referent(self, reference: tuple[str, Any]) -> Document | Concept:
        kind, name = reference
        return self.documents[name] if kind == "document" else self.concepts[name]


def freeze(value: object, known: Known) -> bytes:
    """The value as bytes."""
    written = BytesIO()
    _Freezer(written, known).dump(value)
    return written.getvalue()


def thaw(data: bytes, known: Known) -> Any:
    """The value that `freeze` wrote. Raises pickle.UnpicklingError, or nearly anything else, for other bytes."""
    return _Thawer(BytesIO(data), known).load()


class _Freezer(pickle.Pickler):
    def __init__(self, file: BytesIO, known: Known) -> None:
        super().__init__(file, protocol=5)
        self._known = known

    def persistent_id(self, thing: Any) -> Any:
        return self._known.reference(thing)


class _Thawer(pickle.Unpickler):
    def __init__(self, file: BytesIO, known: Known) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, reference: Any) -> Any:
        return self._known.referent(reference)

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_NOUNS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and (issubclass(found, Enum) or hasattr(found, "__dataclass_fields__")):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that is kept")
