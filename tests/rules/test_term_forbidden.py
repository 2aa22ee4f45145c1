"""Forbidden terms: what the finding says, and where the rule is silent."""

from dataclasses import replace
from pathlib import Path

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Concept, Document, Finding, Glossary, Sentence, Span, Status, Term
from xlcheck.rules.term_forbidden import check
from xlcheck.terms import load

SEA = Concept(
    "south-china-sea",
    "place",
    (
        Term("南海", "zh"),
        Term("東海", "zh-Hant", Status.FORBIDDEN),
        Term("Biển Đông", "vi"),
        Term("biển Nam Trung Hoa", "vi", Status.FORBIDDEN),
        Term("Sea of the South", "en", Status.FORBIDDEN),
        Term("Southern Sea", "en", Status.DEPRECATED),
    ),
    note="东海 is the East China Sea",
)


def findings(text: str, language: str) -> list[Finding]:
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    return list(check(replace(sentence, mentions=MentionFinder(Glossary((SEA,))).find(sentence))))


def test_the_finding_says_what_to_write_and_why() -> None:
    (finding,) = findings("tình hình trên Biển Nam Trung Hoa", "vi")
    assert finding.at.text == "Biển Nam Trung Hoa"
    assert (finding.suggestion, finding.reason) == ("Biển Đông", "东海 is the East China Sea")
    assert finding.message == "“Biển Nam Trung Hoa” is forbidden by the glossary (concept 'south-china-sea')"


def test_every_occurrence_is_one_finding() -> None:
    assert [finding.at.start for finding in findings("東海和東海", "zh-Hant")] == [0, 3]


def test_where_nothing_is_preferred_nothing_is_suggested() -> None:
    (finding,) = findings("the Sea of the South", "en")
    assert finding.suggestion == ""


def test_accepted_and_deprecated_forms_and_other_languages_are_silent() -> None:
    assert not findings("南海", "zh")
    assert not findings("the Southern Sea", "en")
    assert not findings("the biển Nam Trung Hoa", "en")


def test_the_seeds_are_silent(seeds: Path) -> None:
    finder = MentionFinder(load([str(seeds.parent / "glossary")]))
    for file in sorted(seeds.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        sentence = Sentence(Span(Document(file.name, text), 0, len(text)), "und")
        assert not list(check(replace(sentence, mentions=finder.find(sentence))))
