"""What a number counts."""

from __future__ import annotations

import re

import pytest

from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Pair, Sentence, Span
from xlcheck.rules.quantity_mismatch import check

FINDER = Finder(Glossary())


def sentence(entry: str) -> Sentence:
    language, _, text = entry.partition(": ")
    return FINDER.find(Sentence(Span(Document(language, text), 0, len(text)), language), None)


def findings(source: str, target: str) -> list[Finding]:
    one, other = sentence(source), sentence(target)
    articles = tuple(Article(each.span.document, each.language, (each,)) for each in (one, other))
    return list(check(Event(articles, (Alignment(*articles, (Pair((one,), (other,), 1.0, True),)),))))


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("en: for $100 million", "es: por 100 millones de euros", 1),
        ("en: for $100 million", "es: por 100 millones de dólares", 0),
        ("en: for 100 million", "es: por 100 millones de euros", 0),
        ("en: for $100 million", "es: por 100 millones", 0),
        ("en: 5 mg/kg of it", "es: 5 mg/l de ello", 1),
        ("en: 5 mg/kg of it", "es: 5 mg/kg de ello", 0),
        ("en: 10 miles, or 10 km", "es: 10 km, o 10 millas", 0),
        ("en: 10 miles, or 16 km", "es: 16 km", 0),
        ("en: 5 years and 5 days", "es: 5 años y 5 días", 0),
        ("en: 5 years", "es: 5 días", 1),
        ("en: 5 years and 5 days", "es: 5 años", 0),
        ("en: It was 80 °F there.", "es: Hacía 80 grados allí.", 1),
        ("en: It was 80 °F there.", "es: Hacía 80 °F allí.", 0),
        ("en: It was 80 °F there.", "es: Hacía 80 grados Fahrenheit allí.", 0),
        ("en: It was 80 °F and 90 °F there.", "es: Hacía 80 grados y 90 °F allí.", 0),
        ("es: Hacía 80 °F allí.", "en: It was 80 degrees there.", 0),
        ("en: It was 80 degrees there.", "es: Hacía 80 grados allí.", 0),
    ],
)
def test_units_that_contradict_one_another(source: str, target: str, count: int) -> None:
    assert len(findings(source, target)) == count


def test_messages_name_both_units() -> None:
    (found,) = findings("en: 5 years", "es: 5 días")
    assert found.at.text == "5" and {"day", "year"} <= set(re.findall(r"\w+", found.message))
    (found,) = findings("en: It was 80 °F there.", "es: Hacía 80 grados allí.")
    assert "Fahrenheit" in found.message and found.reason == "plain degrees are read as Celsius"
