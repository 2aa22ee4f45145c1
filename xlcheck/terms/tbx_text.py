"""Glossaries as the text of TBX; `tbx.py` says what stands where."""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from xlcheck.files.escaping import markup_text
from xlcheck.model import Concept, Glossary, Status, Term
from xlcheck.terms.tbx import REMARK, collapsed
from xlcheck.terms.toml_text import example, usage, value

_FIRST = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = re.compile(f"[{_FIRST}][{_FIRST}0-9.\u00b7\u0300-\u036f\u203f\u2040-]*")
"""What XML takes for an id (NCName)."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SECOND_SPACE = re.compile("(?<= ) ")
"""In TOML on one line a string's own, which a reader of XML leaves out."""

_STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}


class Dialect(NamedTuple):
    """How a version and style of TBX names what a glossary has."""

    root: str
    attributes: str
    header: str
    concept: str
    language: str
    term: str
    status: str


_V3 = ("tbxHeader", "conceptEntry", "langSec", "termSec")
_NAMESPACE = 'type="TBX-Basic" style="{}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"'
_GENERIC = '<termNote type="administrativeStatus">{}</termNote>'
DCA = Dialect("tbx", _NAMESPACE.format("dca"), *_V3, _GENERIC)
DCT = Dialect(
    "tbx",
    _NAMESPACE.format("dct") + ' xmlns:min="http://www.tbxinfo.net/ns/min"',
    *_V3,
    "<min:administrativeStatus>{}</min:administrativeStatus>",
)
V2 = Dialect("martif", 'type="TBX-Basic" xml:lang="en"', "martifHeader", "termEntry", "langSet", "tig", _GENERIC)


def write(glossary: Glossary, dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """The text of a TBX file, and a line for each thing that XML can't hold."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<{dialect.root} {dialect.attributes}>",
        f"<{dialect.header}><fileDesc><sourceDesc><p>Glossary</p></sourceDesc></fileDesc></{dialect.header}>",
        "<text><body>",
    ]
    losses = []
    for concept, name in zip(glossary.concepts, _ids(glossary.concepts), strict=True):
        entry = "\n".join(_entry(concept, name, dialect))
        if _NOT_XML.search(entry):
            losses.append(f"{concept.place}: a control character in concept '{concept.id}' is written as U+FFFD")
        losses += [
            f"{term.place or concept.place}: '{term.text}' in concept '{concept.id}' is written with single spaces"
            for term in concept.terms
            if term.text != collapsed(term.text)
        ]
        lines.append(_NOT_XML.sub("\ufffd", entry))
    lines += ["</body></text>", f"</{dialect.root}>", ""]
    return markup_text("\n".join(lines)), tuple(losses)


def _ids(concepts: Sequence[Concept]) -> list[str]:
    """An id for each concept that XML takes: its own, where it does."""
    own = {concept.id for concept in concepts if _NAME.fullmatch(concept.id)}
    others = (name for number in count(1) if (name := f"c{number}") not in own)
    return [concept.id if concept.id in own else next(others) for concept in concepts]


def _entry(concept: Concept, name: str, dialect: Dialect) -> Iterator[str]:
    yield f"<{dialect.concept} id={quoteattr(name)}>"
    plain = concept.note == collapsed(concept.note) and not concept.note.startswith(REMARK)
    own: dict[str, Any] = {
        "id": None if name == concept.id else concept.id,
        "kind": None if concept.kind == "term" else concept.kind,
        "note": None if plain else concept.note,
        "source": concept.source or None,
        "examples": [example(each) for each in concept.examples] or None,
    }
    if concept.note and plain:
        yield f"<note>{escape(concept.note)}</note>"
    yield from _remark(own)
    for language in dict.fromkeys(term.language for term in concept.terms):
        yield f"<{dialect.language} xml:lang={quoteattr(language)}>"
        for term in concept.terms:
            if term.language == language:
                yield from _term(term, dialect)
        yield f"</{dialect.language}>"
    yield f"</{dialect.concept}>"


def _term(term: Term, dialect: Dialect) -> Iterator[str]:
    yield f"<{dialect.term}><term>{escape(term.text)}</term>"
    yield dialect.status.format(_STATUSES[term.status])
    forbidden = {"status": str(term.status)} if term.status is Status.FORBIDDEN else {}
    yield from _remark(forbidden | usage(term))
    yield f"</{dialect.term}>"


def _remark(own: dict[str, Any]) -> Iterator[str]:
    given = {key: entry for key, entry in own.items() if entry is not None}
    if given:
        remark = _SECOND_SPACE.sub(r"\\u0020", value(given))
        yield f"<note>{escape(REMARK + remark)}</note>"
