"""The native form of a glossary.

    [[concept]]
    id = "to-lam"
    kind = "person"
    note = "General Secretary of the CPV since 2024"
    source = "house style of Viet Nam News"
    zh = "苏林"
    es = { preferred = "Tô Lâm", admitted = ["To Lam"], deprecated = ["To Lâm"] }

`id` is required. A language key is a BCP 47 tag (Indonesian, whose tag is `id`, is `id-ID`); a bare
string is the preferred term.
"""

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlcheck.model import Concept, Status, Term, XlcheckError
from xlcheck.terms.places import Block, blocks

KINDS = ("person", "body", "place", "title", "phrase", "term")
_OWN_KEYS = ("id", "kind", "note", "source")
_STATUSES = tuple(str(status) for status in Status)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-\w{5,8})*", re.IGNORECASE)
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of a TOML file in its order.

    Raises XlcheckError with a line `path:line: what, and what to do` for each thing wrong.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise XlcheckError(f"{path}: not UTF-8; save the glossary as UTF-8") from None
    except OSError as error:
        raise XlcheckError(f"{path}: cannot be read ({error.strerror})") from None
    return parse(text, path)


def parse(text: str, path: str) -> tuple[Concept, ...]:
    """The concepts of a TOML text; `path` names it in errors, which are those of `read`."""
    text = text.replace("\r\n", "\n")
    table = _table(text, path)
    head, *bodies = blocks(text)
    faults = [
        f"{path}:{head.place(key)}: unknown key '{key}'; concepts start with [[concept]]"
        for key in table
        if key != "concept"
    ]
    values = table.get("concept", [])
    if not isinstance(values, list) or len(values) != len(bodies):
        line = head.place("concept")
        raise XlcheckError(f"{path}:{line}: write each concept under its own [[concept]]")
    entries = [_Entry(path, *each) for each in zip(bodies, values, strict=True)]
    concepts = tuple(entry.concept() for entry in entries)
    faults += [fault for entry in entries for fault in entry.faults]
    if faults:
        raise XlcheckError("\n".join(faults))
    return concepts


def _table(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = place[1] if place and place[1] else text.count("\n") + 1
        what = _TOML_PLACE.sub("", str(error))
        raise XlcheckError(f"{path}:{line}: not valid TOML: {what[:1].lower()}{what[1:]}") from None


class _Entry:
    """A `[[concept]]` as the file has it; reading it leaves what is wrong in `faults`."""

    def __init__(self, path: str, block: Block, values: dict[str, Any]) -> None:
        self.faults: list[str] = []
        self._path = path
        self._block = block
        self._values = values
        self._name = f" in concept '{values['id']}'" if values.get("id") else ""

    def concept(self) -> Concept:
        own = {key: self._own(key) for key in _OWN_KEYS}
        if not own["id"]:
            self._fault('a concept without an id; add id = "…"')
        if own["kind"] and own["kind"] not in KINDS:
            self._unknown("kind", own["kind"], KINDS, "kind")
        return Concept(
            id=own["id"],
            kind=own["kind"] or "term",
            terms=tuple(self._terms()),
            note=own["note"],
            place=f"{self._path}:{self._block.line}",
            source=own["source"],
        )

    def _own(self, key: str) -> str:
        value = self._values.get(key, "")
        if isinstance(value, str):
            return value
        self._fault(f"'{key}'{self._name} is not a string; put it in quotes", key)
        return ""

    def _terms(self) -> Iterator[Term]:
        languages = [key for key in self._values if key not in _OWN_KEYS]
        if not languages:
            self._fault(f'no terms{self._name}; add one such as en = "…"')
        for language in languages:
            value = self._values[language]
            if not _LANGUAGE.fullmatch(language):
                self._unknown("key", language, (*_OWN_KEYS, "BCP 47 tags"), language)
            elif isinstance(value, str):
                yield from self._of_status({"preferred": value}, language)
            elif isinstance(value, dict):
                yield from self._of_status(value, language)
            else:
                self._fault(f"'{language}'{self._name} is neither a string nor a table", language)

    def _of_status(self, forms: dict[str, Any], language: str) -> Iterator[Term]:
        seen: dict[str, str] = {}
        for status, value in forms.items():
            if status not in _STATUSES:
                self._unknown("key", status, _STATUSES, language, status)
                continue
            one = status == Status.PREFERRED
            if not isinstance(value, str if one else list):
                form = "a string" if one else "a list of strings"
                self._fault(f"'{status}'{self._name} is not {form}", language, status)
                continue
            for text in (value,) if one else tuple(value):
                if fault := _fault_of(text, status, seen):
                    self._fault(f"{fault}{self._name}, language {language}", language, status)
                else:
                    yield Term(text, language, Status(status))

    def _unknown(self, what: str, name: str, known: tuple[str, ...], *place: str) -> None:
        close = difflib.get_close_matches(name, known, n=1)
        advice = f"did you mean '{close[0]}'?" if close else f"known are {', '.join(known)}"
        self._fault(f"unknown {what} '{name}'{self._name}; {advice}", *place)

    def _fault(self, what: str, *place: str) -> None:
        self.faults.append(f"{self._path}:{self._block.place(*place)}: {what}")


def _fault_of(text: Any, status: str, seen: dict[str, str]) -> str:
    """What is wrong with a term, if anything; `seen` holds the language's terms so far."""
    if not isinstance(text, str):
        return f"{text!r} among the {status} terms is not a string"
    if not any(character.isalnum() for character in text) or text != text.strip():
        return f"'{text}' is not a term (no letters, or space at its ends)"
    normal = unicodedata.normalize("NFC", text)
    if normal in seen:
        both = f"both {seen[normal]} and {status}" if seen[normal] != status else "there twice"
        return f"'{text}' is {both}"
    seen[normal] = status
    return ""
