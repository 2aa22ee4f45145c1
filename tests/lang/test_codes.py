"""What depends on a language is in its pack: no language code is compared with, listed or a key outside `lang/`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import xlcheck
from xlcheck.lang import language_names
from xlcheck.lang.packs import packs
from xlcheck.lang.systems import SYSTEM_NAMES

ROOT = Path(xlcheck.__file__).parent
_TABLE = (ROOT / "lang/packs/traits.tsv").read_text("utf-8")
CODES = {*language_names("en"), *packs(), *SYSTEM_NAMES, *(row.split("\t")[0] for row in _TABLE.splitlines()[1:])}
NO_LANGUAGES = {
    "config/settings.py": "an example of a setting",
    "evidence/handles.py": "elements of HTML",
    "evidence/names/forms.py": "endings of names",
    "find/days.py": "columns of a table",
    "evidence/names/spoken.py": "letters that make one sound",
    "find/names/capitals.py": "particles of names",
    "model/syntax.py": "elements of HTML",
    "read/blocks.py": "elements of HTML",
    "report/bitext/tmx.py": "the value of an attribute",
    "report/sarif.py": "a key of SARIF",
    "tag/runs.py": "columns of a table of weights",
    "terms/sheet_limits.py": "elements of a sheet",
    "terms/table.py": "columns of a glossary",
    "terms/table_text.py": "columns of a glossary",
    "terms/tbx_text.py": "attributes of TBX",
    "terms/toml.py": "keys of a glossary",
    "terms/toml_text.py": "keys of a glossary",
}
"""Files with such words that name something else."""


def codes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and code of every language code that is compared with, or stands in a tuple, list, set or dict."""
    for node in ast.walk(tree):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts = [*node.elts]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys, *node.values]
        elif isinstance(node, ast.MatchValue):
            parts = [node.value]
        yield from ((p.lineno, str(p.value)) for p in parts if isinstance(p, ast.Constant) and p.value in CODES)


@pytest.mark.parametrize(
    "code",
    ['primary(tag) == "vi"', 'tag in ("zh", "ja")', '_ELIDING = {"fr": 1}', 'match tag:\n  case "ko":\n    pass'],
)
def test_codes_are_seen(code: str) -> None:
    assert list(codes(ast.parse(code)))


def test_no_language_is_told_by_its_code_outside_its_room() -> None:
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith("lang/") and (lines := list(codes(ast.parse(path.read_text("utf-8"))))):
            found[name] = lines
    assert not {name: lines for name, lines in found.items() if name not in NO_LANGUAGES}
