"""Where the numbers are: each room's in one frozen dataclass, with what they mean."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "xlcheck"
HOMES = ("limits.py", "thresholds.py", "weights.py")
LAYOUTS = {
    "cli/output.py": "exit codes",
    "embed/unigram.py": "the numbers of fields in a model's file",
    "tag/profile.py": "how a run of characters is packed",
    "tag/runs.py": "the shape of the table of weights",
    "tag/script.py": "the bits of a character's class",
}
"""Files with numbers that nobody could choose otherwise: they are the layout of data."""


def is_number(value: ast.expr) -> bool:
    if isinstance(value, ast.UnaryOp):
        return is_number(value.operand)
    if isinstance(value, ast.BinOp):
        return is_number(value.left) and is_number(value.right)
    return isinstance(value, ast.Constant) and type(value.value) in (int, float)


def numbers(tree: ast.Module) -> Iterator[str]:
    """The names that a module gives to numbers at its top level."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                yield from (ast.unparse(name) for name, value in zip(names, values, strict=True) if is_number(value))
            case ast.Assign(targets=names, value=value) if is_number(value):
                yield from map(ast.unparse, names)
            case ast.AnnAssign(target=name, value=value) if value and is_number(value):
                yield ast.unparse(name)


def test_numbers_of_modules() -> None:
    found = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if [*numbers(_tree(path))]}
    assert found == set(LAYOUTS)


@pytest.mark.parametrize("path", [path for name in HOMES for path in sorted(PACKAGE.rglob(name))], ids=str)
def test_every_number_says_what_it_means(path: Path) -> None:
    (room,) = (node for node in _tree(path).body if isinstance(node, ast.ClassDef))
    assert (ast.get_docstring(room) or "").strip()
    told = [isinstance(following, ast.Expr) for following in (*room.body[1:], None)]
    fields = [at for at, node in enumerate(room.body) if isinstance(node, ast.AnnAssign)]
    assert fields and all(told[at] for at in fields)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
