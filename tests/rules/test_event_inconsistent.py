"""One document of an event against the others."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Pair, Row, Sentence, Span
from xlcheck.pipeline import events
from xlcheck.rules import event_inconsistent

FINDER = Finder(Glossary())


def event(*entries: str, translation: bool = True) -> Event:
    """Documents of one sentence each, each pair aligned."""
    articles = []
    for number, entry in enumerate(entries):
        language, _, text = entry.partition(": ")
        span = Span(Document(f"{number}.{language}", text), 0, len(text))
        articles.append(Article(span.document, language, (FINDER.find(Sentence(span, language), None),)))
    alignments = tuple(
        Alignment(one, other, (Pair(one.sentences, other.sentences, 1.0, translation),))
        for one, other in combinations(articles, 2)
    )
    return Event(tuple(articles), alignments, (Row(tuple(article.sentences for article in articles), 1.0),))


def findings(*entries: str, translation: bool = True) -> list[Finding]:
    return list(event_inconsistent.check(event(*entries, translation=translation)))


@pytest.mark.parametrize("sample", event_inconsistent.BAD)
def test_bad_samples(sample: tuple[str, ...]) -> None:
    assert any(finding.confidence is None for finding in findings(*sample))


@pytest.mark.parametrize("sample", event_inconsistent.GOOD)
def test_good_samples(sample: tuple[str, ...]) -> None:
    assert not findings(*sample)


def test_the_finding_holds_the_outlier_the_majority_and_every_witness() -> None:
    (finding,) = findings(
        "en: The two sides signed 45 agreements.",
        "vi: Hai bên ký 45 thỏa thuận.",
        "zh: 双方签署了40项协议。",
        "es: Las dos partes firmaron cuarenta y cinco acuerdos.",
    )
    assert finding.message == "“40” stands where 3 of 4 documents say “45”"
    assert (finding.at.document.id, finding.at.text) == ("2.zh", "40")
    assert [span.text for span in finding.related] == ["45", "45", "cuarenta y cinco"]


def test_a_weekday_against_the_others() -> None:
    (finding,) = findings(
        "en: A stone was unveiled on Saturday.",
        "de: Am Sonntag wurde ein Stein enthüllt.",
        "es: El sábado se inauguró una piedra.",
    )
    assert finding.at.text == "Sonntag"


def test_no_majority_no_finding() -> None:
    assert not findings("en: It cost 45 euros.", "es: Costó 40 euros.", "de: Es kostete 35 Euro.")
    assert not findings(
        "en: It cost 45 euros.", "es: Costó 40 euros.", "de: Es kostete 40 Euro.", "fr: Cela a coûté 45 euros."
    )


def test_what_a_document_leaves_out_is_no_contradiction() -> None:
    assert not findings("en: It cost 45 euros.", "es: Costó 45 euros.", "de: Es kostete viel.")


def test_two_translations_are_left_to_the_rules_on_pairs() -> None:
    assert not findings("en: It cost 45 euros.", "es: Costó 40 euros.")


def test_two_independent_reports_differ() -> None:
    (finding,) = findings("en: The storm killed 45 people.", "es: La tormenta mató a 40 personas.", translation=False)
    assert finding.message == "“45” and “40” differ in two documents of one event"
    assert finding.confidence is not None and finding.severity is not None


def test_the_seeds_do_not_contradict_one_another(seeds: Path) -> None:
    report = events(Config(paths=(str(seeds),)))
    assert not [f for each in report.events for f in event_inconsistent.check(each) if f.confidence is None]
