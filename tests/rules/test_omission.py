"""XL401 and its mirror XL402: sentences, clauses, and the note on independent reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from xlcheck.align import compared
from xlcheck.embed import load
from xlcheck.model import Alignment, Article, Document, Event, Finding, Pair, Sentence, Severity, Span
from xlcheck.rules import addition, omission

ENGLISH = (
    "Flood closes schools",
    "Heavy rain flooded the streets of the capital on Monday.",
    "Two schools were closed and thousands of homes were without power, officials said.",
    "The president promised help to the families who had lost their homes.",
    "Photo: AP",
)
SPANISH = ("Las fuertes lluvias inundaron el lunes las calles de la capital.",)
CHINESE = "政府宣布将在三年内投资建设新的铁路，并表示该项目将为当地居民创造大量就业机会，同时改善沿线城市的环境。"
SHORT = "The government announced that it would invest in building a new railway within three years."


def article(lines: Sequence[str], language: str) -> Article:
    text, sentences = "\n".join(lines), []
    document, at = Document(language, text, title=(0, len(lines[0])) if len(lines) > 1 else None), 0
    for line in lines:
        sentences.append(Sentence(Span(document, at, at + len(line)), language))
        at += len(line) + 1
    return Article(document, language, tuple(sentences))


def event(links: Sequence[tuple[int | None, int | None]], *, translation: bool, mirrored: bool = False) -> Event:
    """The English and the Spanish text with these sentences side by side."""
    source, target = article(ENGLISH, "en"), article(SPANISH, "es")
    pairs = [
        Pair(
            () if i is None else (source.sentences[i],),
            () if j is None else (target.sentences[j],),
            0.95,
            translation,
        )
        for i, j in links
    ]
    if mirrored:
        source, target = target, source
        pairs = [replace(pair, source=pair.target, target=pair.source) for pair in pairs]
    return Event((source, target), (Alignment(source, target, compared(pairs, load(None).pieces)),))


LINKS = ((0, None), (1, 0), (2, None), (3, None), (4, None))


def told(findings: Sequence[Finding]) -> list[str]:
    return [finding.at.text for finding in findings]


def test_neighbouring_sentences_left_out_are_one_finding() -> None:
    (finding,) = omission.check(event(LINKS, translation=True))
    assert finding.at.text == "\n".join(ENGLISH[2:4])
    assert finding.related[0].text == SPANISH[0]
    assert finding.confidence == 0.95
    assert not list(addition.check(event(LINKS, translation=True)))


def test_sentences_added_are_the_mirror() -> None:
    (finding,) = addition.check(event(LINKS, translation=True, mirrored=True))
    assert finding.at.text == "\n".join(ENGLISH[2:4])
    assert finding.message == "“es” does not say this"
    assert not list(omission.check(event(LINKS, translation=True, mirrored=True)))


def test_the_source_is_called_so_where_it_is_known() -> None:
    told = event(LINKS, translation=True, mirrored=True)
    (alignment,) = told.alignments
    known = replace(alignment, target=replace(alignment.target, original="es"))
    (finding,) = addition.check(replace(told, alignments=(known,)))
    assert finding.message == "the source does not say this"


def test_headlines_and_credits_may_be_left_out() -> None:
    assert not list(omission.check(event(((0, None), (1, 0), (4, None)), translation=True)))


def test_independent_reports_get_one_note() -> None:
    (finding,) = omission.check(event(LINKS, translation=False))
    assert finding.message == "2 of 5 sentences are not in the other coverage"
    assert (finding.severity, finding.at.text) == (Severity.NOTE, ENGLISH[2])
    assert told([finding]) == [ENGLISH[2]] and finding.related[0].text == ENGLISH[3]
    assert finding.confidence is not None and finding.confidence < 0.9
    assert not list(addition.check(event(LINKS, translation=False)))


@pytest.mark.parametrize("mirrored", [False, True], ids=["omission", "addition"])
def test_a_clause_is_quoted_and_placed(mirrored: bool) -> None:
    source, target = article((CHINESE,), "zh"), article((SHORT,), "en")
    if mirrored:
        source, target = target, source
    pair = Pair(source.sentences, target.sentences, 1.0, True)
    made = Event((source, target), (Alignment(source, target, compared([pair], load(None).pieces)),))
    (finding,) = (addition if mirrored else omission).check(made)
    place = finding.at if mirrored else finding.related[0]
    assert "为当地居民创造大量就业机会" in place.text and f"“{place.text}”" in finding.message
    assert place.document.text == CHINESE
