"""The native form of a glossary.

    [[concept]]
    id = "to-lam"
    kind = "person"
    note = "General Secretary of the CPV since 2024"
    source = "house style of Viet Nam News"
    zh = "苏林"
    es = { preferred = "Tô Lâm", admitted = ["To Lam"], deprecated = [{ text = "Lam", case = "exact" }] }
    examples = [{ language = "es", wrong = "El camarada Lam llegó", right = "El camarada Tô Lâm llegó" }]

`id` is required. A language key is a BCP 47 tag (Indonesian, whose tag is `id`, is `id-ID`). A term is a string, or a
table with its `text`, its `case` rule and its scope (`since`, `until`, `paths`, `quoted`); these keys may stand in the
concept too, for all its terms. A bare term is the preferred one.
"""

from difflib import get_close_matches
from typing import Any

from xlcheck.files import bounded
from xlcheck.files.toml import Block, blocks, loads
from xlcheck.lang import language_names
from xlcheck.model import Concept, Status, Term, XlcheckError
from xlcheck.model.errors import unknown
from xlcheck.model.language import well_formed
from xlcheck.terms.draft import EVERYWHERE, KINDS, USAGE_KEYS, Terms, Usage, examples, placed, usage

_TEXT_KEYS = ("id", "kind", "note", "source")
_OWN_KEYS = (*_TEXT_KEYS, *USAGE_KEYS, "examples")
_STATUSES = tuple(str(status) for status in Status)


def language_key(language: str) -> str:
    """The key of a language, where `id` is no language: it names a concept."""
    return f"{language}-ID" if language in _TEXT_KEYS else language


def _is_misspelt(key: str) -> bool:
    """Whether a key is rather one of ours than the tag of a language: `kin` for `kind`."""
    return key not in language_names("en") and bool(get_close_matches(key, _OWN_KEYS))


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of a TOML file in its order.

    Raises XlcheckError with a line `path:line: what, and what to do` for each thing wrong.
    """
    return parse(bounded.text(path), path)


def parse(text: str, path: str) -> tuple[Concept, ...]:
    """The concepts of a TOML text; `path` names it in errors, which are those of `read`."""
    text = text.replace("\r\n", "\n")
    table = loads(text, path)
    head, *bodies = blocks(text, "concept")
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
        raise XlcheckError(*faults)
    return concepts


class _Entry:
    """A `[[concept]]` as the file has it; reading it leaves what is wrong in `faults`."""

    def __init__(self, path: str, block: Block, values: dict[str, Any]) -> None:
        self.faults: list[str] = []
        self._path = path
        self._block = block
        self._values = values
        self._name = f" in concept '{values['id']}'" if values.get("id") else ""
        self._terms = Terms(strict=True)

    def concept(self) -> Concept:
        own = {key: self._own(key) for key in _TEXT_KEYS}
        if not self._values.get("id"):
            self._fault('a concept without an id; add id = "…"')
        elif own["id"] != own["id"].strip():
            self._fault(f"the id '{own['id']}' has spaces at the ends; remove them", "id")
        if own["kind"] and own["kind"] not in KINDS:
            self._unknown("kind", own["kind"], KINDS, "kind")
        self._read_terms(self._usage(self._values, EVERYWHERE))
        return self._terms.concept(
            id=own["id"],
            kind=own["kind"] or "term",
            note=own["note"],
            place=f"{self._path}:{self._block.line}",
            source=own["source"],
            examples=tuple(
                examples(
                    self._values.get("examples", []),
                    lambda number: f"{self._path}:{self._block.nth(number, 'examples', 'wrong')}",
                    self._example_fault,
                )
            ),
        )

    def _own(self, key: str) -> str:
        value = self._values.get(key, "")
        if isinstance(value, str):
            return value
        self._fault(f"'{key}'{self._name} is not a string; put it in quotes", key)
        return ""

    def _read_terms(self, concept: Usage) -> None:
        languages = [key for key in self._values if key not in _OWN_KEYS]
        if not languages:
            self._fault(f'no terms{self._name}; add one such as en = "…"')
        for language in languages:
            value = self._values[language]
            if not well_formed(language) or _is_misspelt(language):
                self._unknown("key", language, (*_OWN_KEYS, "BCP 47 tags"), language)
            elif isinstance(value, str) or (isinstance(value, dict) and "text" in value):
                self._read_term(value, Status.PREFERRED, concept, language)
            elif isinstance(value, dict):
                self._read_statuses(value, language, concept)
            else:
                form = f'{language} = {{ preferred = "…", admitted = ["…"] }}'
                self._fault(f"'{language}'{self._name} is neither a string nor a table; write {form}", language)

    def _read_statuses(self, forms: dict[str, Any], language: str, concept: Usage) -> None:
        for name, value in forms.items():
            if name in USAGE_KEYS:
                where = f'in the concept, or in a term: {{ text = "…", {name} = … }}'
                self._fault(f"'{name}'{self._name} is among the statuses; write it {where}", language, name)
                continue
            if name not in _STATUSES:
                self._unknown("key", name, _STATUSES, language, name)
                continue
            status = Status(name)
            one = status is Status.PREFERRED
            if not isinstance(value, list | str | dict if one else list):
                form = "a term; write it in quotes" if one else f'a list of terms; write {name} = ["…"]'
                self._fault(f"'{name}'{self._name} is not {form}", language, name)
                continue
            for term in value if isinstance(value, list) else [value]:
                self._read_term(term, status, concept, language, name)

    def _read_term(self, value: Any, status: Status, concept: Usage, *path: str) -> None:
        language = path[0]
        if isinstance(value, dict):
            for key in value:
                if key not in ("text", *USAGE_KEYS):
                    self._unknown("key", key, ("text", *USAGE_KEYS), *path, key)
            text, (case, scope) = value.get("text"), self._usage(value, concept, *path)
        else:
            text, (case, scope) = value, concept
        if not isinstance(text, str):
            what = f"{text!r} among the {status} terms is not a string" if text else f"a {status} term without text"
            self._fault(f"{what}{self._name}, language {language}", *path)
            return
        place = f"{self._path}:{self._block.place(*path, value=text)}"
        if fault := self._terms.add(Term(text, language, status, case, scope, place)):
            self.faults.append(f"{place}: {placed(fault, f'{self._name}, language {language}')}")

    def _usage(self, values: dict[str, Any], default: Usage, *path: str) -> Usage:
        return usage(values, default, lambda what, key: self._fault(placed(what, self._name), *path, key))

    def _unknown(self, what: str, name: str, known: tuple[str, ...], *place: str) -> None:
        self._fault(unknown(what, name, known, self._name), *place)

    def _example_fault(self, what: str, number: int) -> None:
        line = self._block.nth(number, "examples", "wrong")
        self.faults.append(f"{self._path}:{line}: {placed(what, self._name)}")

    def _fault(self, what: str, *place: str) -> None:
        self.faults.append(f"{self._path}:{self._block.place(*place)}: {what}")
