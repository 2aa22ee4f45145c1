"""Where a source file can be broken in one place, and how: small mistakes that its tests ought to notice."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

N = TypeVar("N", bound=ast.AST)

SMALL = 3
"""Whole numbers up to this one count something, and are changed by one; larger ones are limits, doubled or halved."""

TEXT = frozenset({"__all__", "BAD", "GOOD", "RULE"})
"""Names at the top of a module that hold words for people, not behaviour."""

UNSEEN = frozenset({"maxsize", "slots", "strict"})
"""Arguments that no test can notice: how much is remembered or stored, and that what is zipped is of one length."""

OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
}  # fmt: skip

TWIN = {"min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith", "endswith": "startswith"}
"""Functions and methods that are taken for one another."""

LAYERS = frozenset({"casefold", "lower", "strip", "lstrip", "rstrip"})
"""Methods whose result has the kind of what they are called on, so that the call can be left out."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A part of a file, as offsets in bytes, and what stands there instead."""

    path: str
    function: str
    """The function or class that is broken, by its qualified name; "" at the top of the module."""
    line: int
    start: int
    end: int
    text: str
    what: str

    def of(self, source: bytes) -> bytes:
        """The broken source."""
        return source[: self.start] + self.text.encode() + source[self.end :]


@dataclass(frozen=True, slots=True)
class Change:
    """A node, what takes its place, and the change in words."""

    node: ast.AST
    instead: ast.AST
    what: str


def sites(path: str, source: bytes) -> list[tuple[Mutation, ...]]:
    """The places where a file can be broken, in order; each with the ways to break it."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found: list[tuple[Mutation, ...]] = []
    for function, node in _reached(ast.parse(source), ""):
        for changes in _changes(node):
            ways = tuple(_mutation(path, function, starts, change) for change in changes)
            if ways:
                found.append(ways)
    return found


def _mutation(path: str, function: str, starts: list[int], change: Change) -> Mutation:
    node = change.node
    assert isinstance(node, (ast.expr, ast.stmt)) and node.end_lineno and node.end_col_offset is not None
    text = ast.unparse(change.instead)
    return Mutation(
        path=path,
        function=function,
        line=node.lineno,
        start=starts[node.lineno - 1] + node.col_offset,
        end=starts[node.end_lineno - 1] + node.end_col_offset,
        text=f"({text})" if isinstance(node, ast.expr) else text,
        what=change.what,
    )


def _reached(node: ast.AST, function: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node that has to do with behaviour, with the function it belongs to. Functions in functions belong to the
    outer one. What stands in f-strings has no reliable place before Python 3.12.
    """
    yield function, node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_comment"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _beside_the_point(child):
                yield from _reached(child, _inner(node, child, function))


def _inner(parent: ast.AST, child: ast.AST, function: str) -> str:
    if isinstance(parent, (ast.Module, ast.ClassDef)) and isinstance(
        child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    ):
        return f"{function}.{child.name}".lstrip(".")
    return function


def _beside_the_point(node: ast.AST) -> bool:
    """Words for people, and what only a type checker sees."""
    if isinstance(node, (ast.JoinedStr, ast.Raise, ast.Assert, ast.Import, ast.ImportFrom)):
        return True
    if isinstance(node, ast.keyword) and node.arg in UNSEEN:
        return True
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name):
        return node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return isinstance(node, (ast.Assign, ast.AnnAssign)) and any(getattr(each, "id", "") in TEXT for each in targets)


def _changes(node: ast.AST) -> Iterator[list[Change]]:
    """The places in one node, without what is below it."""
    for kind, changes in _KINDS:
        if isinstance(node, kind):
            yield from changes(node)


def _with(node: N, **fields: object) -> N:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _constant(node: ast.Constant) -> Iterator[list[Change]]:
    value = node.value
    if isinstance(value, bool):
        values: list[object] = [not value]
    elif isinstance(value, int):
        values = [value + 1, value - 1] if abs(value) <= SMALL else [value * 2, value // 2]
    elif isinstance(value, float) and value:
        values = [value * 2, value / 2]
    else:
        return
    yield [Change(node, ast.Constant(each), f"{value!r} -> {each!r}") for each in values]


def _comparison(node: ast.Compare) -> Iterator[list[Change]]:
    for place, op in enumerate(node.ops):
        other = OPPOSITE[type(op)]()
        ops = [*node.ops[:place], other, *node.ops[place + 1 :]]
        made = _with(node, ops=ops)
        yield [Change(node, made, f"{_short(node)} -> {_short(made)}")]


def _junction(node: ast.BoolOp) -> Iterator[list[Change]]:
    other = _with(node, op=OPPOSITE[type(node.op)]())
    yield [Change(node, other, "and -> or" if isinstance(node.op, ast.And) else "or -> and")]
    for place, value in enumerate(node.values):
        left = node.values[:place] + node.values[place + 1 :]
        rest = left[0] if len(left) == 1 else _with(node, values=left)
        yield [Change(node, rest, f"without {_short(value)}")]


def _negation(node: ast.UnaryOp) -> Iterator[list[Change]]:
    if isinstance(node.op, ast.Not):
        yield [Change(node, node.operand, f"without not before {_short(node.operand)}")]


def _branch(node: ast.If | ast.IfExp) -> Iterator[list[Change]]:
    yield [Change(node.test, ast.Constant(each), f"if {_short(node.test)} -> if {each}") for each in (True, False)]


def _filters(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> Iterator[list[Change]]:
    for part in node.generators:
        for test in part.ifs:
            yield [Change(test, ast.Constant(True), f"without if {_short(test)}")]


def _elements(node: ast.Set | ast.Tuple | ast.List) -> Iterator[list[Change]]:
    """Each of the words or numbers of a list of them; pairs and triples are records, not lists."""
    least = 2 if isinstance(node, ast.Set) else SMALL
    if len(node.elts) >= least and all(isinstance(each, ast.Constant) for each in node.elts):
        for place, each in enumerate(node.elts):
            left = _with(node, elts=node.elts[:place] + node.elts[place + 1 :])
            yield [Change(node, left, f"without {_short(each)}")]


def _entries(node: ast.Dict) -> Iterator[list[Change]]:
    if len(node.keys) >= 2 and all(isinstance(key, ast.Constant) for key in node.keys):
        for place, key in enumerate(node.keys):
            keys, values = ([*all_[:place], *all_[place + 1 :]] for all_ in (node.keys, node.values))
            yield [Change(node, _with(node, keys=keys, values=values), f"without {_short(key)}")]


def _calculation(node: ast.BinOp) -> Iterator[list[Change]]:
    words = (ast.JoinedStr, ast.Set, ast.Tuple, ast.List)
    sides = (node.left, node.right)
    if type(node.op) in OPPOSITE and not any(
        isinstance(each, words) or isinstance(getattr(each, "value", None), str) for each in sides
    ):
        made = _with(node, op=OPPOSITE[type(node.op)]())
        yield [Change(node, made, f"{_short(node)} -> {_short(made)}")]


def _call(node: ast.Call) -> Iterator[list[Change]]:
    called = node.func
    if isinstance(called, ast.Name) and called.id in TWIN:
        yield [Change(called, _with(called, id=TWIN[called.id]), f"{called.id} -> {TWIN[called.id]}")]
    if isinstance(called, ast.Attribute) and called.attr in TWIN:
        yield [Change(called, _with(called, attr=TWIN[called.attr]), f"{called.attr} -> {TWIN[called.attr]}")]
    if isinstance(called, ast.Attribute) and called.attr in LAYERS:
        yield [Change(node, called.value, f"without .{called.attr}()")]
    if isinstance(called, ast.Attribute) and called.attr == "split" and not node.args:
        yield from _words(node, called.value)
    if isinstance(called, ast.Name) and called.id in ("frozenset", "set") and len(node.args) == 1:
        yield from _letters(node.args[0])


def _words(node: ast.Call, value: ast.expr) -> Iterator[list[Change]]:
    """Each word of `"a b c".split()`."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        words = value.value.split()
        for place, word in enumerate(words if len(words) > 1 else ()):
            left = ast.Constant(words[:place] + words[place + 1 :])
            yield [Change(node, left, f"without {word!r}")]


def _letters(value: ast.expr) -> Iterator[list[Change]]:
    """Each letter of `frozenset("abc")`."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        text = value.value
        for place, letter in enumerate(text if len(text) > 1 else ""):
            yield [Change(value, ast.Constant(text[:place] + text[place + 1 :]), f"without {letter!r}")]


def _statement(node: ast.stmt) -> Iterator[list[Change]]:
    if isinstance(node, ast.Continue):
        yield [Change(node, ast.Break(), "continue -> break")]
    else:
        yield [Change(node, ast.Pass(), f"without {_short(node)}")]


def _short(node: ast.AST) -> str:
    """A node in one short line."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else f"{text[:57]}..."


_KINDS: tuple[tuple[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[list[Change]]]], ...] = (
    (ast.Constant, _constant),
    (ast.Compare, _comparison),
    (ast.BoolOp, _junction),
    (ast.UnaryOp, _negation),
    ((ast.If, ast.IfExp), _branch),
    ((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), _filters),
    ((ast.Set, ast.Tuple, ast.List), _elements),
    (ast.Dict, _entries),
    (ast.BinOp, _calculation),
    (ast.Call, _call),
    ((ast.Continue, ast.Expr, ast.AugAssign), _statement),
)
