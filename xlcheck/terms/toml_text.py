"""Glossaries and single values as the text of TOML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from xlcheck.files.escaping import toml_string
from xlcheck.model import Case, Concept, Example, Glossary, Status, Term


def write(glossary: Glossary) -> str:
    """The text of a file in our own form."""
    return "\n".join("".join(f"{line}\n" for line in _block(concept)) for concept in glossary.concepts)


def value(content: Any) -> str:
    """A string, flag, day, list or mapping of such as TOML on one line."""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, Mapping):
        return "{ " + ", ".join(f"{key} = {value(entry)}" for key, entry in content.items()) + " }"
    if isinstance(content, str):
        return toml_string(content)
    if isinstance(content, Sequence):
        return "[" + ", ".join(value(entry) for entry in content) + "]"
    raise TypeError(f"{type(content).__name__} cannot be written in a glossary")


def usage(term: Term) -> dict[str, Any]:
    """The case rule and the scope of a term by their keys, as far as they are not the usual ones."""
    scope = term.scope
    given = {
        "case": None if term.case is Case.SMART else str(term.case),
        "since": scope.since,
        "until": scope.until,
        "paths": scope.paths or None,
        "quoted": scope.quoted,
    }
    return {key: entry for key, entry in given.items() if entry is not None}


def example(content: Example) -> dict[str, str]:
    """An example by its keys."""
    return {"language": content.language, "wrong": content.wrong, "right": content.right}


def _block(concept: Concept) -> Iterator[str]:
    yield "[[concept]]"
    usages = [usage(term) for term in concept.terms]
    shared = usages[0] if all(each == usages[0] for each in usages) else {}
    own = {"id": concept.id, "kind": concept.kind, "note": concept.note, "source": concept.source, **shared}
    yield from (f"{key} = {value(entry)}" for key, entry in own.items() if entry != "")
    for language in dict.fromkeys(term.language for term in concept.terms):
        terms = [term for term in concept.terms if term.language == language]
        yield f"{language} = {value(_of_language(terms, bool(shared)))}"
    if concept.examples:
        yield "examples = ["
        yield from (f"    {value(example(each))}," for each in concept.examples)
        yield "]"


def _of_language(terms: Iterable[Term], shared: bool) -> Any:
    """What the key of a language holds: a preferred term alone, or the terms by their status."""
    by_status: dict[Status, list[Any]] = {}
    for term in terms:
        own = {} if shared else usage(term)
        by_status.setdefault(term.status, []).append({"text": term.text, **own} if own else term.text)
    preferred = by_status.get(Status.PREFERRED, [])
    if len(by_status) == len(preferred) == 1:
        return preferred[0]
    return {
        str(status): preferred[0] if status is Status.PREFERRED and len(preferred) == 1 else by_status[status]
        for status in Status
        if status in by_status
    }
