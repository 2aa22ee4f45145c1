"""Concepts, their terms in any number of languages, and where they are mentioned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from xlcheck.model.language import same_language


class Status(StrEnum):
    """How a term may be used (the values of ISO 30042's administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"

    @property
    def accepted(self) -> bool:
        return self in (Status.PREFERRED, Status.ADMITTED)


class Case(StrEnum):
    """How a term's capitals must be written.

    `SMART`, where a glossary says nothing: a term with a capital inside or of up to three letters as written, others
    in any case. `EXACT`: as the term is written, but for a sentence's first letter and lines all in capitals.
    """

    ANY = "any"
    SMART = "smart"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and when a term's status holds; nothing given is everywhere and always.

    `since` and `until` are inclusive days, compared with the article's date (an article without one is written
    today, as far as a glossary knows: every status without `until` holds). `paths` are patterns of the document's id
    (as in .gitignore: `*`, `**`), `quoted` asks for a sentence inside (True) or outside (False) quotation marks.
    """

    since: date | None = None
    until: date | None = None
    paths: tuple[str, ...] = ()
    quoted: bool | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term as the glossary writes it, with its BCP 47 language, status, case rule and scope; `place` is path:line."""

    text: str
    language: str
    status: Status = Status.PREFERRED
    case: Case = Case.SMART
    scope: Scope = Scope()
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Example:
    """A text that the glossary must mend: `wrong`, with a form not to use, becomes `right`; `place` is path:line."""

    language: str
    wrong: str
    right: str
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """One thing with its terms. `kind` is person, body, place, title, phrase or term.

    `note` tells a reader what to know about it, `source` where the terms come from; `place` is
    `path:line`. `examples` are tested when the glossary is loaded.
    """

    id: str
    kind: str
    terms: tuple[Term, ...]
    note: str = ""
    place: str = ""
    source: str = ""
    examples: tuple[Example, ...] = ()

    def accepted(self, language: str) -> tuple[Term, ...]:
        """The preferred and admitted terms in a language, whatever its script or region."""
        terms = (term for term in self.terms if same_language(term.language, language))
        return tuple(term for term in terms if term.status.accepted)

    def preferred(self, language: str) -> Term | None:
        """The term to write.

        Preferred before admitted, what holds to this day before what ended, what holds everywhere before what holds in
        places, then the very tag before its kin.
        """
        return min(
            self.accepted(language),
            key=lambda term: (
                term.status is not Status.PREFERRED,
                term.scope.until is not None,
                bool(term.scope.paths) or term.scope.quoted is not None,
                term.language != language,
            ),
            default=None,
        )

    def to_write(self, language: str) -> str:
        """The text of the preferred term; empty where the language has none."""
        preferred = self.preferred(language)
        return preferred.text if preferred else ""


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Concepts in the order of the files. `digest` identifies the content in a report's signature."""

    concepts: tuple[Concept, ...] = ()
    digest: str = ""
