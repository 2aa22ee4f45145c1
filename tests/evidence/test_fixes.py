"""How safe a fix is."""

from xlcheck.evidence.fixes import by_glossary, fix
from xlcheck.model import Concept, Document, Mention, Sentence, Span, Status, Term
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix

OLD = Term("South Chinese Sea", "en", Status.FORBIDDEN)
SEA = Concept("sea", "place", (Term("South China Sea", "en"), OLD))


def offered(text: str) -> Fix | None:
    document = Document("a.txt", text)
    start = text.index(OLD.text)
    at = Span(document, start, start + len(OLD.text))
    return by_glossary(
        (Edit(at, "South China Sea"),), Mention(SEA, OLD, at), Sentence(Span(document, 0, len(text)), "en")
    )


def test_safe_are_terms_the_source_and_letters() -> None:
    assert {evidence for evidence in Evidence if evidence.safe} == {Evidence.TERM, Evidence.SOURCE, Evidence.LETTERS}


def test_without_edits_there_is_no_fix() -> None:
    assert fix((), Evidence.TERM) is None


def test_a_term_in_a_longer_name_needs_a_look() -> None:
    alone = offered("They sailed the South Chinese Sea for a month.")
    longer = offered("They visited the South Chinese Sea Institute for a month.")
    assert alone and alone.safe
    assert longer and not longer.safe
