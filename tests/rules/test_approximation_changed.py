"""About, more than, less than: what may not be said otherwise."""

from __future__ import annotations

import pytest

from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Glossary, Pair, Sentence, Span
from xlcheck.model.doubt import Doubt
from xlcheck.rules.approximation_changed import check

FINDER = Finder(Glossary())


def sentence(entry: str) -> Sentence:
    language, _, text = entry.partition(": ")
    return FINDER.find(Sentence(Span(Document(language, text), 0, len(text)), language), None)


def found(source: str, target: str) -> list[tuple[str, tuple[Doubt, ...]]]:
    one, other = sentence(source), sentence(target)
    articles = tuple(Article(each.span.document, each.language, (each,)) for each in (one, other))
    event = Event(articles, (Alignment(*articles, (Pair((one,), (other,), 1.0, True),)),))
    return [(each.at.text, each.doubts) for each in check(event)]


SURE: tuple[Doubt, ...] = ()
LESS = (Doubt.LESS_EXACT,)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("en: more than 45 people", "es: menos de 45 personas", [SURE]),
        ("en: less than 45 people", "es: más de 45 personas", [SURE]),
        ("en: at least 45 people", "es: menos de 45 personas", [SURE]),
        ("en: at most 45 people", "es: más de 45 personas", [SURE]),
        ("en: nearly 45 people", "es: más de 45 personas", [SURE]),
        ("en: more than 45 people", "es: al menos 45 personas", []),
        ("en: about 45 people", "es: más de 45 personas", []),
        ("en: about 45 people", "es: 45 personas", [LESS]),
        ("en: more than 45 people", "es: 45 personas", [LESS]),
        ("en: 45 people", "es: unas 45 personas", []),
        ("en: 45 people", "es: 45 personas", []),
        ("en: about 45 people", "es: 54 personas", []),
        ("en: about 45 of the 45 people", "es: 45 de las 45 personas", []),
        ("en: more than 10 miles", "es: menos de 16 km", [SURE]),
    ],
)
def test_how_exactly_a_number_is_said(source: str, target: str, expected: list[tuple[Doubt, ...]]) -> None:
    assert [doubts for _, doubts in found(source, target)] == expected
