"""Lost and added negations."""

from __future__ import annotations

import csv
import gzip
from itertools import combinations
from pathlib import Path

import pytest

from xlcheck.find.negation import find_negations
from xlcheck.model import Alignment, Article, Document, Event, Finding, Pair, Sentence, Span
from xlcheck.model.facts import Facts
from xlcheck.rules import negation_changed


def sentence(entry: str) -> Sentence:
    language, _, text = entry.partition(": ")
    bare = Sentence(Span(Document(language, text), 0, len(text)), language)
    return Sentence(bare.span, language, facts=Facts(find_negations(bare)))


def findings(source: str, target: str, translation: bool = True) -> list[Finding]:
    return event_findings(source, target, translation=translation)


def event_findings(*entries: str, translation: bool = True, doubted: bool = False) -> list[Finding]:
    """What is found in documents of one sentence each, all aligned with one another."""
    articles = [Article(said.span.document, said.language, (said,)) for said in map(sentence, entries)]
    alignments = tuple(
        Alignment(one, other, (Pair(one.sentences, other.sentences, 1.0, translation),))
        for one, other in combinations(articles, 2)
    )
    found = negation_changed.check(Event(tuple(articles), alignments))
    return [f for f in found if doubted or not f.doubts]


@pytest.mark.parametrize(("source", "target"), negation_changed.BAD)
def test_bad_samples(source: str, target: str) -> None:
    assert len(findings(source, target)) == len(findings(target, source)) == 1


@pytest.mark.parametrize(("source", "target"), negation_changed.GOOD)
def test_good_samples(source: str, target: str) -> None:
    assert not findings(source, target) and not findings(target, source)


def test_a_lost_negation_is_shown_on_both_sides() -> None:
    (finding,) = findings("en: They did not agree.", "es: Estuvieron de acuerdo.")
    assert finding.message == "“not” in the source is missing from the translation"
    assert finding.at.text == "Estuvieron de acuerdo."
    assert [span.text for span in finding.related] == ["not"]


def test_an_added_negation_is_where_it_stands() -> None:
    (finding,) = findings("es: Estuvieron de acuerdo.", "en: They did not agree.")
    assert finding.message == "“not” negates what the source says"
    assert finding.at.text == "not"


def test_an_ever_that_looks_like_a_never() -> None:
    source = "en: She is the best pianist who has ever played in this hall."
    assert not findings(source, "es: Es la mejor pianista que jamás haya tocado en esta sala.")
    assert findings("en: She has played in this hall.", "es: Ella jamás ha tocado en esta sala.")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("en: Not uncommonly, the river floods the lower town.", "es: A menudo el río inunda la ciudad baja."),
        (
            "zh: 他直到三十岁才开始学习钢琴。",
            "en: He did not begin, at least in earnest, to study the piano until he was thirty.",
        ),
    ],
)
def test_what_is_said_without_a_negation_elsewhere(source: str, target: str) -> None:
    assert not findings(source, target) and not findings(target, source)


def test_a_beginning_that_some_words_have_answers_to_no_negation() -> None:
    """Individual, disco: only some words that begin so say no."""
    for said in ("Las individualidades ganaron el partido.", "El disco se vendió bien en la discoteca."):
        (finding,) = findings("en: It did not happen.", f"es: {said}")
        assert finding.at.text == said


def test_independent_reports_and_other_languages_are_left_alone() -> None:
    assert not findings("en: They did not agree.", "es: Estuvieron de acuerdo.", translation=False)
    assert not findings("en: They did not agree.", "th: พวกเขาเห็นด้วย")


def test_few_of_the_sound_translations_of_news_are_flagged(shared: Path) -> None:
    text = gzip.decompress((shared / "dev/ntrex_dev.nway.tsv.gz").read_bytes()).decode()
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    others = ("fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
    pairs = [*combinations(("en", "vi", "es", "zh"), 2), *(("en", other) for other in others)]
    flagged = sum(bool(findings(*(f"{tag}: {row[tag]}" for tag in pair))) for pair in pairs for row in rows)
    assert flagged <= 0.005 * len(pairs) * len(rows)


AGREED = "en: The minister did not sign the agreement.", "es: El ministro no firmó el acuerdo."


def test_one_that_lacks_what_the_others_negate_is_reported_once() -> None:
    (lost,) = event_findings(*AGREED, "vi: Bộ trưởng đã ký thỏa thuận.")
    assert lost.at.text == "Bộ trưởng đã ký thỏa thuận."
    assert lost.message == "“not” in 2 other documents is missing from this document"
    assert [span.text for span in lost.related] == ["not", "no"]


SIGNED = "en: The minister signed the agreement.", "es: El ministro firmó el acuerdo."


def test_what_one_alone_negates_may_be_said_so_in_its_language() -> None:
    several = (*SIGNED, "vi: Bộ trưởng đã không ký thỏa thuận.")
    assert not event_findings(*several)
    (added,) = event_findings(*several, doubted=True)
    assert (added.at.text, added.message) == ("không", "“không” negates what 2 other documents say")
    assert len(event_findings(several[0], several[2])) == 1


def test_where_documents_are_divided_nothing_is_sure() -> None:
    divided = (*AGREED, "vi: Bộ trưởng đã ký thỏa thuận.", "zh: 部长签署了协议。")
    assert not event_findings(*divided)
    assert len(event_findings(*divided, doubted=True)) == 2


@pytest.mark.parametrize(
    "third", ["es: El ministro se negó a firmar el acuerdo.", "th: รัฐมนตรีลงนามในข้อตกลง"], ids=["refuses", "no table"]
)
def test_where_no_other_can_tell_either_may_be_wrong(third: str) -> None:
    told = AGREED[0], "vi: Bộ trưởng đã ký thỏa thuận.", third
    assert not event_findings(*told)
    (lost,) = event_findings(*told, doubted=True)
    assert lost.message == "“not” in “en” is missing from this document"
