"""A concept while its file is read: terms come one by one, and what is wrong with them is reported."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from xlcheck.model import Case, Concept, Example, Scope, Status, Term
from xlcheck.model.errors import unknown
from xlcheck.model.language import well_formed

KINDS = ("person", "body", "place", "title", "phrase", "term")
USAGE_KEYS = ("case", "since", "until", "paths", "quoted")

Usage = tuple[Case, Scope]
EVERYWHERE: Usage = (Case.SMART, Scope())

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


class Terms:
    """The terms of one concept in the order of its file.

    `strict` is for our own form: there the same term twice, or two preferred ones, is a mistake. Elsewhere the second
    of the same terms is left out, and a second preferred one is admitted.
    """

    def __init__(self, strict: bool) -> None:
        self._strict = strict
        self._terms: dict[tuple[str, str, Scope], Term] = {}
        self._preferred: dict[tuple[str, Scope], Term] = {}

    def add(self, term: Term) -> str:
        """Take a term; gives what is wrong with it, if anything."""
        if _CONTROL.search(term.text):
            return f"{term.text!r} contains a line break or a control character; remove it"
        if not any(character.isalnum() for character in term.text) or term.text != term.text.strip():
            return f"'{term.text}' is not a term (no letters, or spaces at the ends); correct or remove it"
        key = (term.language, unicodedata.normalize("NFC", term.text), term.scope)
        known = self._terms.get(key)
        if known and known.status is not term.status:
            return f"'{term.text}' is both {known.status} and {term.status}; keep one"
        if known:
            return f"'{term.text}' occurs twice; remove one" if self._strict else ""
        if term.status is Status.PREFERRED:
            first = self._preferred.setdefault((term.language, term.scope), term)
            if first is not term and self._strict:
                return f"'{first.text}' and '{term.text}' are both preferred; change one to admitted"
            term = term if first is term else replace(term, status=Status.ADMITTED)
        self._terms[key] = term
        return ""

    def concept(self, **fields: Any) -> Concept:
        return Concept(terms=tuple(self._terms.values()), **fields)

    def __len__(self) -> int:
        return len(self._terms)


def placed(what: str, where: str) -> str:
    """What is wrong, with where it is in front of the advice."""
    fact, semicolon, advice = what.partition("; ")
    return f"{fact}{where}{semicolon}{advice}"


Tell = Callable[[str, str], None]
"""Takes what is wrong and the key that it is about."""


def usage(values: Mapping[str, Any], default: Usage, tell: Tell) -> Usage:
    """The case rule and scope that the keys of `USAGE_KEYS` in a table give, `default` for those not given."""
    case, scope = default
    if "case" in values:
        known = tuple(str(rule) for rule in Case)
        if values["case"] in known:
            case = Case(values["case"])
        else:
            tell(unknown("case rule", str(values["case"]), known), "case")
    given: dict[str, Any] = {}
    for key, (right, form) in _SCOPE.items():
        if key not in values:
            continue
        if right(values[key]):
            given[key] = tuple(values[key]) if key == "paths" else values[key]
        else:
            tell(f"'{key}' is not {form}", key)
    return case, replace(scope, **given)


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _are_patterns(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, str) and entry for entry in value)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


_SCOPE: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "since": (_is_day, "a date such as 2024-08-03"),
    "until": (_is_day, "a date such as 2024-08-03"),
    "paths": (_are_patterns, 'a list of patterns such as ["sports/**"]'),
    "quoted": (_is_flag, "true or false"),
}


def examples(values: Any, place: Callable[[int], str], tell: Callable[[str, int], None]) -> Iterable[Example]:
    """The examples in a list of tables; `place` and `tell` are given the number of the example, from 0."""
    keys = ("language", "wrong", "right")
    if not isinstance(values, list):
        tell("'examples' is not a list of tables", 0)
        return
    for number, value in enumerate(values):
        if not (isinstance(value, dict) and set(value) == set(keys) and all(map(_is_text, value.values()))):
            tell('an incomplete example; write { language = "en", wrong = "…", right = "…" }', number)
        elif not well_formed(value["language"]):
            tell(f"'{value['language']}' is not a BCP 47 language tag; write, for instance, 'es' or 'zh-Hant'", number)
        else:
            yield Example(**value, place=place(number))


def _is_text(value: Any) -> bool:
    """Whether a value is a string that says something, without space at its ends, which no table keeps."""
    return isinstance(value, str) and bool(value) and value == value.strip()
