"""Where the sampler breaks a file, and how."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from mutants.sites import Mutation, sites


def broken(source: str) -> set[str]:
    """Every way to break a source, as the whole source."""
    given = source.encode()
    return {mutation.of(given).decode() for ways in sites("a.py", given) for mutation in ways}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = 1", {"x = (2)", "x = (0)"}),
        ("x = 40", {"x = (80)", "x = (20)"}),
        ("x = 0.5", {"x = (1.0)", "x = (0.25)"}),
        ("x = True", {"x = (False)"}),
        ("x = a < b", {"x = (a <= b)"}),
        ("x = a in b", {"x = (a not in b)"}),
        ("x = a and b", {"x = (a or b)", "x = (a)", "x = (b)"}),
        ("x = not a", {"x = (a)"}),
        ("x = b if a else c", {"x = b if (True) else c", "x = b if (False) else c"}),
        ("x = [a for a in b if a.c]", {"x = [a for a in b if (True)]"}),
        ('x = {"a", "b"}', {"x = ({'b'})", "x = ({'a'})"}),
        ('x = "a b".split()', {"x = (['b'])", "x = (['a'])"}),
        ('x = frozenset("đư")', {"x = frozenset(('ư'))", "x = frozenset(('đ'))"}),
        ('x = {"a": b, "c": d}', {"x = ({'c': d})", "x = ({'a': b})"}),
        ("x = a + b", {"x = (a - b)"}),
        ("x = any(a)", {"x = (all)(a)"}),
        ('x = a.startswith("b")', {"x = (a.endswith)('b')".replace("'", '"')}),
        ("x = a.lower()", {"x = (a)"}),
        ("for a in b:\n    continue", {"for a in b:\n    break"}),
        ("a.b(c)", {"pass"}),
    ],
)
def test_every_kind_of_mistake(source: str, expected: set[str]) -> None:
    assert broken(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""Words: 1 < 2."""',
        "def f(a: Literal[1]) -> Literal[2]: ...",
        "@lru_cache(maxsize=1)\ndef f(): ...",
        'BAD = (("en: 1", "es: 2"), ("en: 3", "es: 4"))',
        "if TYPE_CHECKING:\n    x = 1",
        "x = zip(a, b, strict=True)",
        "raise ValueError(1 + 2)",
        'x = f"{1 + 2}"',
        'x = "a" + b',
        "x: tuple[int, ...] = (a, b)",
    ],
)
def test_words_and_types_are_left_alone(source: str) -> None:
    assert broken(source) <= {source.replace("...", "pass"), "pass"}


def test_offsets_are_right_behind_letters_of_several_bytes() -> None:
    (ways,) = sites("a.py", "đ = 'ữ', x < y\n".encode())
    assert [way.of("đ = 'ữ', x < y\n".encode()).decode() for way in ways] == ["đ = 'ữ', (x <= y)\n"]


def test_a_mutation_names_its_function_and_line() -> None:
    source = "class A:\n    def f(self):\n        def g():\n            return 7\n        return g\n"
    (ways,) = sites("a.py", source.encode())
    assert {(way.function, way.line, way.what) for way in ways} == {("A.f", 4, "7 -> 14"), ("A.f", 4, "7 -> 3")}


def test_what_is_broken_can_be_parsed() -> None:
    source = Path(sites.__code__.co_filename).read_bytes()
    mutations: list[Mutation] = [way for ways in sites("sites.py", source) for way in ways]
    assert len(mutations) > 100
    for mutation in mutations:
        ast.parse(mutation.of(source))
