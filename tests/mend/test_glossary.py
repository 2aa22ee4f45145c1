"""What the project's own glossary has mended is not found again."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from xlcheck.check import check
from xlcheck.find.mentions import MentionFinder
from xlcheck.mend import mend
from xlcheck.model import Article, Document, Event, Finding, Glossary, Report, Sentence, Span, Term
from xlcheck.rules import RULES
from xlcheck.terms import load

TERMS = tuple(rule for rule in RULES if rule.code in ("XL101", "XL104", "XL105"))
AROUND = {
    "vi": "Hôm qua các nhà báo đã nói về {} trong một buổi họp báo.",
    "en": "The reporters spoke of {} in the afternoon.",
    "es": "Los periodistas hablaron ayer de {} por la tarde.",
    "zh": "记者们昨天下午谈到了{}并提出了问题。",
}


@pytest.fixture(scope="module")
def glossary(seeds: Path) -> Glossary:
    return load([str(seeds.parent / "glossary")])


def report(finder: MentionFinder, text: str, language: str) -> Report:
    document = Document("a.txt", text)
    sentence = Sentence(Span(document, 0, len(text)), language)
    sentence = replace(sentence, mentions=finder.find(sentence))
    event = Event((Article(document, language, (sentence,)),))
    return Report((event,), check([event], TERMS, least=0.0), TERMS)


def wrong(glossary: Glossary) -> list[Term]:
    return [t for c in glossary.concepts for t in c.terms if not t.status.accepted and t.language in AROUND]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("capitals", [str, str.upper, lambda text: text[:1].upper() + text[1:]])
def test_what_is_mended_is_right(glossary: Glossary, form: str, capitals: type[str]) -> None:
    finder, many = MentionFinder(glossary), 0
    for term in wrong(glossary):
        text = unicodedata.normalize(
            "NFC" if form == "NFC" else "NFD", AROUND[term.language].format(capitals(term.text))
        )
        for file in mend(report(finder, text, term.language)):
            many += 1
            left = report(finder, file.after, term.language)
            assert not mend(left), (term, file.after)
            assert not [each for each in left.findings if _sure(each)], (term, file.after)
            assert unicodedata.is_normalized("NFC" if form == "NFC" else "NFD", file.after)
    assert many > len(wrong(glossary)) // 3


def _sure(finding: Finding) -> bool:
    return (finding.confidence or 0.0) >= 0.9
