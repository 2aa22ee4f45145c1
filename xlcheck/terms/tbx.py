"""Glossaries as TBX, TermBase eXchange: ISO 30042:2019 (v3) in both its styles, and the older `martif` (v2).

Data categories are elements with a `type` (DCA, and v2) or elements named after them (DCT). Administrative statuses map
to ours; `supersededTerm-admn-sts` is read as deprecated. TBX has no value for what is forbidden: it is written as
`deprecatedTerm-admn-sts` with a note. What else TBX has no place for (kind, source, case rules, scopes, examples)
stands in such notes too, `xlcheck: {...}` with an inline table of TOML, which other programs show as a remark. A term
without a status is the preferred one of its language if none before it is, else an admitted one.
"""

import re
import tomllib
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from xlcheck.files import bounded
from xlcheck.model import Concept, Status, Term, XlcheckError
from xlcheck.model.errors import unknown
from xlcheck.model.language import formatted, well_formed
from xlcheck.terms.draft import EVERYWHERE, KINDS, Terms, examples, placed, usage

if TYPE_CHECKING:
    from lxml.etree import _Element

REMARK = "xlcheck: "

_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_STATUS_CATEGORIES = ("administrativeStatus", "usageStatus", "normativeAuthorization")
_STATUSES = {
    "preferred": Status.PREFERRED,
    "standardized": Status.PREFERRED,
    "legal": Status.PREFERRED,
    "regulated": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "superseded": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
    "forbidden": Status.FORBIDDEN,
}
"""Values of the status categories, without `Term` and `-admn-sts`; `obsolete` and `forbidden` are Weblate's."""

_WHITE = re.compile(r"[ \t\r\n]+")
"""White space after XML 1.0; other blanks, as those between ideographs, are text."""

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of a TBX file in its order.

    Nothing outside the file is looked at, and a file that declares entities is refused. Raises XlcheckError with a line
    `path:line: what, and what to do` for each thing wrong.
    """
    root = _root(path)
    entries = [element for element in root.iter() if _name(element) in _CONCEPTS]
    if not entries:
        raise XlcheckError(f"{path}:{root.sourceline}: no concepts; TBX has them in conceptEntry or termEntry")
    faults: list[str] = []
    concepts = tuple(_Entry(path, number, entry, faults).concept() for number, entry in enumerate(entries, 1))
    if faults:
        raise XlcheckError(*faults)
    return concepts


def _root(path: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(bounded.read(path), parser)
    except etree.XMLSyntaxError as error:
        what = str(error.msg).split(", line ")[0]
        raise XlcheckError(f"{path}:{error.lineno or 1}: not well-formed XML: {what[:1].lower()}{what[1:]}") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise XlcheckError(f"{path}:1: declares XML entities, which are not supported; write the text itself")
    return root


def _name(element: "_Element") -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _category(element: "_Element") -> str:
    """The data category: the type of a generic element (DCA), else the element's own name (DCT)."""
    return element.get("type") or _name(element)


def _text(element: "_Element") -> str:
    return collapsed("".join(element.itertext()))


def collapsed(text: str) -> str:
    """A text as it is read from an element: what XML takes for white space may be there for its lines alone."""
    return _WHITE.sub(" ", text).strip(" ")


class _Entry:
    """A concept as the file has it."""

    def __init__(self, path: str, number: int, element: "_Element", faults: list[str]) -> None:
        self._path = path
        self._element = element
        self._faults = faults
        self._id = str(element.get("id") or f"{PurePath(path).stem}:{number}")
        self._notes: list[str] = []
        self._own: dict[str, Any] = {}
        self._source = ""

    def concept(self) -> Concept:
        terms = Terms(strict=False)
        for part in self._element:
            if _name(part) in _LANGUAGES:
                self._read_language(part, terms)
            else:
                self._read_note(part)
        if not len(terms):
            self._fault(self._element, "no terms")
        kind = self._own.get("kind", "term")
        if kind not in KINDS:
            self._fault(self._element, unknown("kind", str(kind), KINDS))
        place = self._place(self._element)
        return terms.concept(
            id=self._own.get("id", self._id),
            kind=kind,
            place=place,
            note=self._own.get("note", "; ".join(dict.fromkeys(self._notes))),
            source=self._own.get("source", self._source),
            examples=tuple(
                examples(
                    self._own.get("examples", []),
                    lambda _: place,
                    lambda what, _: self._fault(self._element, what),
                )
            ),
        )

    def _read_note(self, part: "_Element") -> None:
        """A note, definition, subject or source that is said of the concept or of a language's terms."""
        for element in part.iter():
            name, category, text = _name(element), _category(element), _text(element)
            if name == "note" and text.startswith(REMARK):
                self._own |= self._remark(element)
            elif text and (name == "note" or category in ("definition", "subjectField")):
                self._notes.append(text)
            elif category == "source":
                self._source = self._source or text

    def _read_language(self, section: "_Element", terms: Terms) -> None:
        written = str(section.get(_LANGUAGE) or section.get("lang") or "")
        language = formatted(written.replace("_", "-"))
        if not well_formed(language):
            self._fault(section, f"'{written}' is not a BCP 47 language tag; write, for instance, xml:lang=\"es\"")
            return
        for part in section:
            if _name(part) not in _TERMS:
                self._read_note(part)
                continue
            term = self._term(part, language)
            if term and (fault := terms.add(term)):
                self._fault(part, fault)

    def _term(self, section: "_Element", language: str) -> Term | None:
        texts = [_text(element) for element in section.iter() if _name(element) == "term"]
        if len(texts) > 1:
            self._fault(section, f"{len(texts)} terms in one {_name(section)}; write each in its own")
        if not texts or not texts[0]:
            return None
        term = Term(texts[0], language, self._status(section), place=self._place(section))
        for element in section.iter():
            if _name(element) == "note" and _text(element).startswith(REMARK):
                own = self._remark(element)
                case, scope = usage(own, EVERYWHERE, lambda what, _: self._fault(section, what))
                status = Status.FORBIDDEN if own.get("status") == Status.FORBIDDEN else term.status
                term = replace(term, case=case, scope=scope, status=status)
        return term

    def _status(self, section: "_Element") -> Status:
        for element in section.iter():
            if _category(element) in _STATUS_CATEGORIES and (text := _text(element)):
                value = re.sub(r"(Term)?(-admn-sts)?$", "", text)
                if value in _STATUSES:
                    return _STATUSES[value]
                self._fault(element, unknown("administrative status", text, tuple(_STATUSES)))
        return Status.PREFERRED

    def _remark(self, element: "_Element") -> dict[str, Any]:
        try:
            own = tomllib.loads("own = " + _text(element).removeprefix(REMARK))["own"]
        except (RecursionError, ValueError):  # no TOML, or nested too deep, or a number too long
            own = None
        if isinstance(own, dict):
            return own
        self._fault(element, f"a note that starts with '{REMARK.strip()}' but is not an inline TOML table")
        return {}

    def _place(self, element: "_Element") -> str:
        return f"{self._path}:{element.sourceline}"

    def _fault(self, element: "_Element", what: str) -> None:
        where = f" in concept '{self._id}'"
        self._faults.append(f"{self._place(element)}: {placed(what, where)}")
