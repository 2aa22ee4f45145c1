"""Glossaries in all their forms, and settings."""

from __future__ import annotations

from functools import cache

from growing.shape import Shape, from_file, repeated, shapes
from xlcheck.config import rule_names
from xlcheck.config.file import read as settings
from xlcheck.rules import RULES
from xlcheck.terms import csv, load, tbx, toml, xlsx
from xlcheck.terms.table_text import rows
from xlcheck.terms.validate import validate

_CONCEPT = '[[concept]]\nid = "c{i}"\nen = "term {i}"\nes = "palabra {i}"\n'
_ONE = '[[concept]]\nid = "c"\n'

_TOML = {
    "concepts": _CONCEPT,
    "terms of a concept": (f"{_ONE}en = {{ admitted = [", '"term {i}",', "] }\n"),
    "forbidden terms": (f'{_ONE}en = {{ preferred = "x", forbidden = [', '"term {i}",', "] }\n"),
    "equal terms": (f"{_ONE}en = {{ admitted = [", '"term",', "] }\n"),
    "examples": (f'{_ONE}en = "x"\n', '[[concept.examples]]\nwrong = "a {i}"\nright = "x {i}"\n', ""),
    "equal ids": '[[concept]]\nid = "c"\nen = "term {i}"\n',
    "unknown keys": (_ONE, "key{i} = 1\n", ""),
    "languages": (_ONE, 'en-x-a{i} = "term"\n', ""),
    "wrong values": "[[concept]]\nid = 5\nen = 7\n",
    "dots of a key": ("a", ".a", " = 1\n"),
    "dots of a header": ("[a", ".a", "]\n"),
    "brackets": ("a = ", "[", ""),
    "tables": "[a{i}]\nx = 1\n",
    "quotes": ('a = "', '\\"', '"\n'),
    "comments": ("# ''' \"\"\"\n" * 2, '# """\n', ""),
    "blanks": ("a", " ", "= 1\n"),
    "a long term": (f'{_ONE}en = "', "term ", '"\n'),
}

_CSV = {
    "concepts": ("id,en,es\n", "c{i},term {i},palabra {i}\n", ""),
    "columns": ("id,en", ",es", "\na,b\n"),
    "notes": ("id,en,es", ",note{i}", "\na,b,c\n"),
    "rows of one concept": ("id,en\n", "c,term {i}\n", ""),
    "terms in a cell": ("id,en\nc,", "term {i}; ", "\n"),
    "a quote left open": ('id,en\nc,"', "term ", ""),
    "wrong rows": ("id,en\n", "c{i}\n", ""),
    "blank rows": ("id,en,es\nc,term,palabra\n", ",,\n", ""),
}

_TERM = "<langSec xml:lang='en'><termSec><term>term {i}</term></termSec></langSec>"
_TBX = {
    "concepts": ("<tbx><text><body>", f"<conceptEntry id='c{{i}}'>{_TERM}</conceptEntry>", "</body></text></tbx>"),
    "terms": ("<tbx><text><body><conceptEntry id='c'>", _TERM, "</conceptEntry></body></text></tbx>"),
    "nested elements": lambda n: "<tbx>" + "<a>" * n + "</a>" * n + "</tbx>",
    "attributes": ("<tbx ", "a{i}='x' ", "/>"),
    "comments": ("<tbx>", "<!-- x -->", "</tbx>"),
}


@cache
def _glossary(n: int):  # type: ignore[no-untyped-def]
    file = from_file("many.toml", lambda path: load((path,)))
    return file(repeated(_CONCEPT, n))


def _sheet(n: int) -> bytes:
    return xlsx.write(_glossary(n))[0]


_SETTINGS = {
    "overrides": '[[overrides]]\npaths = ["a{i}/**"]\nselect = ["XL1"]\n',
    "paths of an override": ("[[overrides]]\npaths = [", '"a{i}/**",', ']\nselect = ["XL1"]\n'),
    "unknown keys": "key{i} = 1\n",
    "rules": ("select = [", '"XL302",', "]\n"),
    "unknown rules": ("select = [", '"XL9{i}",', "]\n"),
    "tables": "[a{i}]\n",
}

SHAPES: tuple[Shape, ...] = (
    *shapes("TOML", lambda text: toml.parse(text, "g.toml"), _TOML, 1 << 17),
    *shapes("CSV", from_file("g.csv", csv.read), _CSV, 1 << 16),
    *shapes("TBX", from_file("g.tbx", tbx.read), _TBX, 1 << 16),
    *shapes("XLSX", from_file("g.xlsx", xlsx.read), {"concepts": _sheet}, 1 << 12),
    *shapes("glossary", validate, {"checked": _glossary}, 1 << 14),
    *shapes("glossary", rows, {"written": _glossary}, 1 << 14),
    *shapes("settings", from_file("xlcheck.toml", lambda path: settings(path, rule_names(RULES))), _SETTINGS, 1 << 14),
)
