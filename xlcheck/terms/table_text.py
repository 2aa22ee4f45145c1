"""Glossaries as rows and columns of our own layout; `table.py` says what stands where."""

import re
from collections.abc import Iterable, Iterator

from xlcheck.model import Case, Concept, Glossary, Scope, Status
from xlcheck.terms.table import OPENING, ROLES


def rows(glossary: Glossary) -> tuple[list[list[str]], list[str]]:
    """A glossary in our own layout, header first, and a line for each thing that rows can't hold."""
    header = _header(glossary.concepts)
    losses = [
        f"{term.place or concept.place}: the scope of '{term.text}' in concept '{concept.id}' cannot be written; "
        "the term will apply everywhere"
        for concept in glossary.concepts
        for term in concept.terms
        if term.scope != Scope()
    ]
    return [header, *([_cells(concept).get(name, "") for name in header] for concept in glossary.concepts)], losses


def _header(concepts: Iterable[Concept]) -> list[str]:
    """The columns that are filled, languages in the order of the glossary."""
    used = {name for concept in concepts for name in _cells(concept)}
    languages = dict.fromkeys(term.language for concept in concepts for term in concept.terms)
    languages |= dict.fromkeys(example.language for concept in concepts for example in concept.examples)
    columns = (name for language in languages for name in (language, *(f"{language}:{role}" for role in ROLES)))
    return [*OPENING, *(name for name in columns if name in used), *(n for n in ("note", "source") if n in used)]


def _cells(concept: Concept) -> dict[str, str]:
    texts: dict[str, list[str]] = {}
    for name, text in _filled(concept):
        texts.setdefault(name, []).append(re.sub(r"[\\|]", r"\\\g<0>", text))
    own = {"id": concept.id, "kind": concept.kind, "note": concept.note, "source": concept.source}
    return {name: value for name, value in own.items() if value} | {name: "|".join(t) for name, t in texts.items()}


def _filled(concept: Concept) -> Iterator[tuple[str, str]]:
    for term in concept.terms:
        preferred = term.status is Status.PREFERRED
        yield (term.language if preferred else f"{term.language}:{term.status}"), term.text
        if term.case is not Case.SMART:
            yield f"{term.language}:{term.case}", term.text
    for example in concept.examples:
        yield f"{example.language}:wrong", example.wrong
        yield f"{example.language}:right", example.right
