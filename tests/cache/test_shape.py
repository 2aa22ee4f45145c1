"""A value fits a type hint or it does not."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest

from xlcheck.cache import shape
from xlcheck.model import Severity, Status, Term

TERM = Term("a", "en")

FITTING: list[tuple[Any, list[object], list[object]]] = [
    (int, [1, True], [1.0, "1", None]),
    (float, [1.0, 1], ["1", None, Decimal(1)]),
    (str, ["a", Status.PREFERRED], [b"a", None]),
    (str | None, ["a", None], [1]),
    (Severity | None, [Severity.NOTE, None], [1, "note"]),
    (Term, [TERM], [Status.PREFERRED, "a"]),
    (tuple[str, ...], [(), ("a", "b")], [["a"], ("a", 1), "ab"]),
    (tuple[tuple[int, int], ...], [(), ((1, 2),)], [((1,),), ((1, 2, 3),), ((1, "2"),)]),
    (tuple[int, int] | None, [(1, 2), None], [(1,), (1, None)]),
    (tuple[int | None, int], [(None, 1), (1, 1)], [(1, None)]),
    (list[tuple[list[int], bool]], [[], [([1], True)]], [[([1],)], [(["a"], True)], ()]),
    (frozenset[str], [frozenset(), frozenset("a")], [{"a"}, frozenset((1,))]),
    (Sequence[int], [range(3), array("I", [1]), (1,), [1]], ["12", (1, "2"), {1: 2}]),
    (Mapping[str, tuple[str, ...]], [{}, {"a": ("b",)}], [{1: ("b",)}, {"a": "b"}, []]),
    (Hashable, [1, "a", None, TERM, (1, None), ()], [[], {}, ((1,),), ([],)]),
]


@pytest.mark.parametrize(("hint", "right", "wrong"), FITTING, ids=[str(hint) for hint, *_ in FITTING])
def test_what_fits(hint: Any, right: list[object], wrong: list[object]) -> None:
    fits = shape(hint)
    assert all(map(fits, right))
    assert not any(map(fits, wrong))


@pytest.mark.parametrize("hint", [Callable[[], int], "str", 5])
def test_a_hint_that_no_noun_has(hint: Any) -> None:
    with pytest.raises(TypeError):
        shape(hint)
