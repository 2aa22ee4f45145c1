"""What a glossary says of a term."""

from collections.abc import Iterator
from difflib import get_close_matches

from xlcheck.files.printable import printable
from xlcheck.model import Concept, Glossary
from xlcheck.terms.fold import bare
from xlcheck.terms.toml_text import usage, value


def show(glossary: Glossary, text: str) -> tuple[str, ...]:
    """The concepts with a term that is the text, as lines: place and name, then a line a language.

    Capitals and diacritics don't count. Where no term is the text, the concepts with a term that holds it.
    """
    wanted = bare(text)
    found = [concept for concept in glossary.concepts if _has(concept, wanted)]
    if not found and wanted:
        found = [concept for concept in glossary.concepts if any(wanted in bare(term.text) for term in concept.terms)]
    return tuple(line for concept in found for line in _lines(concept))


def near(glossary: Glossary, text: str) -> tuple[str, ...]:
    """At most three terms that are spelt nearly so."""
    known = {bare(term.text): term.text for concept in glossary.concepts for term in concept.terms}
    return tuple(known[form] for form in get_close_matches(bare(text), known))


def _has(concept: Concept, wanted: str) -> bool:
    return bare(concept.id) == wanted or any(bare(term.text) == wanted for term in concept.terms)


def _lines(concept: Concept) -> Iterator[str]:
    yield printable(f"{concept.place}: {concept.id} ({concept.kind})")
    for language in dict.fromkeys(term.language for term in concept.terms):
        by_status: dict[str, list[str]] = {}
        for term in concept.terms:
            if term.language == language:
                own = usage(term)
                by_status.setdefault(term.status, []).append(f"{term.text} {value(own)}" if own else term.text)
        told = "; ".join(f"{status} {', '.join(texts)}" for status, texts in by_status.items())
        yield f"  {language}: {printable(told)}"
    if concept.note:
        yield f"  note: {printable(concept.note)}"
    if concept.source:
        yield f"  source: {printable(concept.source)}"
