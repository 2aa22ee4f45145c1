"""The programme that doubles inputs: its shapes are many and all can be read, and it knows what grows too fast."""

from __future__ import annotations

import pytest
from growing import SHAPES
from growing.shape import Shape, repeated
from growth import Growth, growth, line


def test_shapes_are_many_and_have_names_of_their_own() -> None:
    names = [shape.name for shape in SHAPES]
    assert len(names) == len(set(names)) >= 150
    for room in (
        "tags",
        "Markdown",
        "table",
        "TOML",
        "CSV",
        "TBX",
        "XLSX",
        "ignores",
        "segment",
        "find",
        "check",
        "html",
    ):
        assert any(name.startswith(f"{room}: ") for name in names)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_shape_can_be_read(shape: Shape) -> None:
    shape.run(shape.make(2))


def test_inputs_grow_with_n() -> None:
    assert repeated("a{i} ", 3) == "a0 a1 a2 "
    assert repeated("a", 3) == "aaa"


@pytest.mark.parametrize(
    ("smaller", "larger", "power", "fails"),
    [(0.2, 0.4, 1, False), (0.1, 0.4, 2, True), (0.001, 0.002, None, False), (0.01, 0.4, 4.3, True)],
)
def test_what_grows_too_fast(smaller: float, larger: float, power: float | None, fails: bool) -> None:
    found = Growth(8, smaller, larger)
    assert found.power == (None if power is None else pytest.approx(power, abs=0.1))
    assert found.fails is fails


def test_what_cannot_be_read_fails() -> None:
    def broken(_: object) -> None:
        raise ValueError("oh no")

    shape = Shape("broken", repeated_once, broken)
    found = growth(shape, 0.1)
    assert found.fails
    assert "ValueError: oh no" in line(shape, found)


def repeated_once(n: int) -> str:
    return repeated("a", n)
