"""Concepts, their terms in any number of languages, and where they are mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.language import same_language
from xlcheck.model.text import Span


class Status(StrEnum):
    """How a term may be used (the values of ISO 30042's administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"

    @property
    def accepted(self) -> bool:
        return self in (Status.PREFERRED, Status.ADMITTED)


@dataclass(frozen=True, slots=True)
class Term:
    """A term as the glossary writes it, with its BCP 47 language and status."""

    text: str
    language: str
    status: Status = Status.PREFERRED


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """One thing with its terms. `kind` is person, body, place, title, phrase or term; `place` is `path:line`."""

    id: str
    kind: str
    terms: tuple[Term, ...]
    note: str = ""
    place: str = ""

    def preferred(self, language: str) -> Term | None:
        """The preferred term in a language; the first admitted one where none is preferred."""
        accepted = [t for t in self.terms if t.status.accepted and same_language(t.language, language)]
        return min(accepted, key=lambda term: term.status is not Status.PREFERRED, default=None)


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Concepts in the order of the files. `digest` identifies the content in a report's signature."""

    concepts: tuple[Concept, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A glossary term as it stands in the text."""

    concept: Concept
    term: Term
    span: Span
