"""The explanation of a tie."""

from __future__ import annotations

from xlcheck.model import Article, Document, Likeness, Sentence, Span, Tie
from xlcheck.report.match import explained


def page(path: str, text: str, language: str) -> Article:
    document = Document(path, text, language)
    return Article(document, language, (Sentence(Span(document, 0, len(text)), language),))


def test_parts_facts_and_sentences() -> None:
    source, target = page("a.txt", "Floods killed 13 people.", "en"), page("b.txt", "Lũ lụt làm 13 người chết.", "vi")
    likeness = Likeness(source.sentences[0], target.sentences[0], 0.61, 0.43)
    tie = Tie(source, target, 1.25, 0.5, (("coverage", 5.85), ("prior", -4.6)), ("2025-10-28", "13"), (likeness,))
    assert explained(tie).splitlines() == [
        "a.txt - b.txt",
        "one event: log odds +1.25, threshold +0.50",
        "    +5.85  coverage",
        "    -4.60  prior",
        "both say: 2025-10-28; 13",
        "cosine 0.61, margin 0.43",
        "  Floods killed 13 people.",
        "  Lũ lụt làm 13 người chết.",
    ]


def test_articles_of_two_events() -> None:
    tie = Tie(page("a.txt", "One.", "en"), page("b.txt", "Hai.", "vi"), -4.0, 0.5, (("prior", -4.0),), (), ())
    assert "not one event: log odds -4.00" in explained(tie)
