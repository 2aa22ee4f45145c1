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
    """One thing with its terms. `kind` is person, body, place, title, phrase or term.

    `note` tells a reader what to know about it, `source` where the terms come from; `place` is
    `path:line`.
    """

    id: str
    kind: str
    terms: tuple[Term, ...]
    note: str = ""
    place: str = ""
    source: str = ""

    def accepted(self, language: str) -> tuple[Term, ...]:
        """The preferred and admitted terms in a language, whatever its script or region."""
        terms = (term for term in self.terms if same_language(term.language, language))
        return tuple(term for term in terms if term.status.accepted)

    def preferred(self, language: str) -> Term | None:
        """The term to write: preferred before admitted, then the very tag before its kin."""
        return min(
            self.accepted(language),
            key=lambda term: (term.status is not Status.PREFERRED, term.language != language),
            default=None,
        )


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
