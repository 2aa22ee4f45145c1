"""Values come back as they were, and nothing but our own nouns comes back."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from xlcheck.cache.frozen import Known, freeze, thaw
from xlcheck.model import Concept, Document, Fact, Finding, Mention, Sentence, Severity, Span, Term

TEXT = Document("a.txt", "Tổng Bí thư Tô Lâm đến Bắc Kinh ngày 26/1.", "vi", date(2026, 1, 26))
NAME = Term("Tô Lâm", "vi")
LAM = Concept("to-lam", "person", (NAME,))
KNOWN = Known((TEXT,), {"to-lam": LAM})


def sentence() -> Sentence:
    span = Span(TEXT, 12, 18)
    facts = (
        Fact("date", (2026, 1, 26), span),
        Fact("number", Decimal("1.4"), span),
        Fact("hint", Fraction(1, 2), span),
    )
    return Sentence(Span(TEXT, 0, len(TEXT.text)), "vi", facts=facts, mentions=(Mention(LAM, NAME, span),))


def test_a_sentence_comes_back_with_the_very_document_and_concept() -> None:
    again = thaw(freeze(sentence(), KNOWN), KNOWN)
    assert again == sentence()
    assert again.span.document is TEXT and again.mentions[0].concept is LAM


def test_another_document_of_the_same_words_takes_the_place_of_the_first() -> None:
    data = freeze(sentence(), KNOWN)
    later = replace(TEXT)
    again = thaw(data, Known((later,), {"to-lam": LAM}))
    assert again.span.document is later and again.facts[0].span.text == "Tô Lâm"


def test_a_document_that_is_not_known_is_kept_whole() -> None:
    again = thaw(freeze((TEXT,), Known()), Known())
    assert again[0] is not TEXT
    assert (again[0].text, again[0].date, again[0].position(12)) == (TEXT.text, TEXT.date, TEXT.position(12))


def test_findings_keep_their_severity() -> None:
    finding = Finding("m", Span(TEXT, 0, 4), severity=Severity.NOTE, confidence=0.5)
    assert thaw(freeze(finding, KNOWN), KNOWN) == finding


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo taken over",)


@pytest.mark.parametrize("thing", [Evil(), os.getcwd, print, Known, pytest.raises])
def test_what_is_none_of_our_nouns_is_refused(thing: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        thaw(pickle.dumps(thing, protocol=5), KNOWN)


@pytest.mark.parametrize(
    "name", ["text.dataclass", "text.bisect_right", "term.Span.__class__", "language.same_language"]
)
def test_nothing_is_reached_through_the_modules_of_our_nouns(name: str) -> None:
    module, _, attribute = name.partition(".")
    code = f"cxlcheck.model.{module}\n{attribute}\n.".encode()
    with pytest.raises(pickle.UnpicklingError):
        thaw(code, KNOWN)
