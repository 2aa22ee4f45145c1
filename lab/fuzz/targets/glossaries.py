"""Glossaries: read in every form, validated, searched with, written in every form and read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from packed import packed, vary_parts
from samples import GLOSSARIES, SHEET
from target import Broken, Target, file, must, text
from tokens import COMMANDS, GLOSSARY, SIGNS, TABLE, TOML, XML
from tokens import SHEET as SHEET_TOKENS

from xlcheck.find import Finder
from xlcheck.model import Concept, Glossary, XlcheckError
from xlcheck.terms import load, toml
from xlcheck.terms.show import show
from xlcheck.terms.validate import validate
from xlcheck.terms.write import FORMATS, write

_OVERLONG = b"[[concept]]\nid = " + b"9" * 5000
"""A number that Python refuses to read."""


def _toml(data: bytes) -> object:
    return _used(file("g.toml", data))


def _csv(data: bytes) -> object:
    """The name of a table may say its languages."""
    return [_told(lambda name=name: _used(file(name, data))) for name in ("g.csv", "g.en-vi.tsv")]


def _tbx(data: bytes) -> object:
    return _used(file("g.tbx", data))


def _xlsx(data: bytes) -> object:
    return _used(file("g.xlsx", data))


def _told(action: Callable[[], object]) -> object:
    try:
        return action()
    except XlcheckError as error:
        must(str(error).strip(), "an error without a message")
        return str(error)


def _used(path: str) -> object:
    """A glossary is loaded, validated, and terms are looked for with it."""
    glossary = load([path])
    problems = validate(glossary)
    must(all(problem.startswith(path) for problem in problems), "a problem that does not name the file")
    Finder(glossary)
    show(glossary, "Minh")
    return len(glossary.concepts), [problem.rpartition(";")[2] for problem in problems[:3]]


def _written(data: bytes) -> object:
    """What is written in a form is read again as the same concepts, where nothing is said to be lost."""
    first, rest = data[:1], data[1:]
    form = tuple(FORMATS)[(first[0] if first else 0) % len(FORMATS)]
    concepts = toml.parse(text(rest), "g.toml")
    written = write(Glossary(concepts), form)
    content = written.content if isinstance(written.content, bytes) else written.content.encode()
    path = file(f"w.{form.partition('-')[0]}", content)
    again = _loaded(path, form)
    if not written.losses:
        must(_content(again) == _content(concepts), f"{form}: not the concepts that were written")
    return form, bool(written.losses)


def _loaded(path: str, form: str) -> Sequence[Concept]:
    try:
        return load([path]).concepts
    except XlcheckError as error:
        if "is already at" in str(error):  # the ids that were given were not different
            raise
        raise Broken(f"{form}: what was written is refused: {error}") from None


def _content(concepts: Sequence[Concept]) -> object:
    """All but the places; terms and examples in any order, tags of languages in any case (BCP 47)."""
    return [
        (
            *(concept.id, concept.kind, concept.note, concept.source),
            sorted(
                map(repr, ((t.language.lower(), str(t.status), t.text, str(t.case), t.scope) for t in concept.terms))
            ),
            sorted((e.language.lower(), e.wrong, e.right) for e in concept.examples),
        )
        for concept in concepts
    ]


_forms = tuple(
    bytes([number]) + GLOSSARIES[name] for number in range(len(FORMATS)) for name in ("scoped.toml", "plain.toml")
)
_xml = tuple(GLOSSARIES[name] for name in ("three.tbx", "two.tbx"))
_tables = tuple(content for name, content in GLOSSARIES.items() if name.endswith((".csv", ".tsv")))
_utf16 = GLOSSARIES["bare.csv"].decode().encode("utf-16")

TARGETS = (
    Target("glossary-toml", _toml, (GLOSSARIES["scoped.toml"], _OVERLONG), (*TOML, *GLOSSARY, *SIGNS)),
    Target("glossary-csv", _csv, (*_tables, _utf16), (*TABLE, *GLOSSARY, *SIGNS)),
    Target("glossary-tbx", _tbx, _xml, (*XML, *GLOSSARY, *SIGNS)),
    Target("glossary-xlsx", _xlsx, (packed(SHEET),), (*SHEET_TOKENS, *GLOSSARY), vary_parts),
    Target("glossary-write", _written, _forms, (*TOML, *GLOSSARY, *COMMANDS, *SIGNS)),
)
