"""XL401 and its mirror XL402: sentences, clauses, and the note on independent reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, zip_longest

import pytest

from xlcheck.align import compared
from xlcheck.embed import load
from xlcheck.model import Alignment, Article, Document, Event, Finding, Pair, Sentence, Severity, Span
from xlcheck.model.doubt import Doubt
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
    assert finding.message == "2 sentences of “en” are missing after this"
    assert (finding.at.text, finding.suggestion) == (SPANISH[0], "translate them")
    assert finding.related[0].text == "\n".join(ENGLISH[2:4])
    assert (finding.confidence, finding.doubts) == (0.95, ())
    assert not list(addition.check(event(LINKS, translation=True)))


def test_sentences_added_are_the_mirror() -> None:
    (finding,) = addition.check(event(LINKS, translation=True, mirrored=True))
    assert finding.at.text == "\n".join(ENGLISH[2:4])
    assert finding.message == "“es” does not say this"
    assert not list(omission.check(event(LINKS, translation=True, mirrored=True)))


def test_what_is_missing_at_the_beginning_is_told_in_front_of_what_follows() -> None:
    (finding,) = omission.check(event(((0, None), (2, None), (1, 0)), translation=True))
    assert finding.message == "a sentence of “en” is missing before this"
    assert (finding.at.text, finding.related[0].text) == (SPANISH[0], ENGLISH[2])


VERSIONS = {
    "en": ("Rain flooded the capital on Monday, officials said.", "Two schools and a hospital were closed for a week."),
    "es": (
        "La lluvia inundó la capital el lunes, según las autoridades.",
        "Dos escuelas y un hospital cerraron ocho días.",
    ),
    "fr": (
        "La pluie a inondé la capitale lundi, selon les autorités.",
        "Deux écoles et un hôpital ont fermé huit jours.",
    ),
    "vi": (
        "Mưa lớn làm ngập thủ đô hôm thứ Hai, giới chức cho biết.",
        "Hai trường học và một bệnh viện đóng cửa một tuần.",
    ),
}


def versions(*short: str, named: bool = False) -> Event:
    """Four versions of a report, those named `short` without the second sentence; `named`: English is the source."""
    articles = [article(lines[: 1 + (tag not in short)], tag) for tag, lines in VERSIONS.items()]
    alignments = []
    for one, other in combinations(articles, 2):
        if not named or one is articles[0]:
            sides = list(zip_longest(one.sentences, other.sentences))
            pairs = [Pair(tuple(filter(None, [a])), tuple(filter(None, [b])), 0.95, True) for a, b in sides]
            alignments.append(Alignment(one, other, tuple(pairs)))
    return Event(tuple(articles), tuple(alignments))


def test_what_most_have_is_left_out_by_the_others_once() -> None:
    (finding,) = omission.check(versions("vi"))
    assert finding.message == "a sentence of 3 other documents is missing after this"
    assert (finding.at.text, finding.related[0].text) == (VERSIONS["vi"][0], VERSIONS["en"][1])
    assert not list(addition.check(versions("vi")))


def test_what_most_lack_is_added_once() -> None:
    (finding,) = addition.check(versions("en", "fr", "vi"))
    assert (finding.message, finding.at.text) == ("3 other documents do not say this", VERSIONS["es"][1])
    assert not list(omission.check(versions("en", "fr", "vi")))


def test_two_against_two_is_nothing_sure() -> None:
    found = list(addition.check(versions("en", "vi")))
    assert [finding.at.document.id for finding in found] == ["es"]
    assert all(Doubt.EVEN in finding.doubts for finding in found)
    assert not list(omission.check(versions("en", "vi")))


def test_a_source_that_is_named_is_right_whatever_the_others_say() -> None:
    found = list(omission.check(versions("es", "fr", "vi", named=True)))
    assert [finding.at.document.id for finding in found] == ["es", "fr", "vi"]
    assert {finding.message for finding in found} == {"a sentence of “en” is missing after this"}


def lacking(*without: str) -> Event:
    """Three versions of a sentence, those named without its second half."""
    halves = {
        "en": (
            "The government will build a new railway within three years",
            " and create jobs for thousands of people living along the line",
        ),
        "es": (
            "El gobierno construirá un nuevo ferrocarril en tres años",
            " y creará empleo para miles de personas que viven junto a la línea",
        ),
        "zh": ("政府将在三年内修建一条新铁路", "，并为铁路沿线数千名居民创造就业机会"),
    }
    articles = [article((one + other * (tag not in without) + ".",), tag) for tag, (one, other) in halves.items()]
    alignments = [
        Alignment(one, other, compared([Pair(one.sentences, other.sentences, 1.0, True)], load(None).pieces))
        for one, other in combinations(articles, 2)
    ]
    return Event(tuple(articles), tuple(alignments))


def test_a_clause_that_one_of_three_lacks_is_told_once_and_surely() -> None:
    (finding,) = omission.check(lacking("zh"))
    assert finding.at.document.id == "zh" and "in 2 other documents is missing from this document" in finding.message
    assert {span.document.id for span in finding.related} == {"en", "es"} and not finding.doubts
    assert not [f for f in addition.check(lacking("zh")) if not f.doubts]


def test_a_clause_that_one_of_three_has_alone_is_an_addition() -> None:
    (finding,) = addition.check(lacking("en", "es"))
    assert "is not in 2 other documents" in finding.message and "数千名居民" in finding.at.text
    assert not finding.doubts
    assert not [f for f in omission.check(lacking("en", "es")) if not f.doubts]


def test_a_clause_that_one_source_lacks_is_not_sure() -> None:
    one, _, other = lacking("en").articles
    pairs = compared([Pair(one.sentences, other.sentences, 1.0, True)], load(None).pieces)
    (finding,) = addition.check(Event((one, other), (Alignment(one, other, pairs),)))
    assert finding.at.document.id == "zh" and Doubt.ONE_SOURCE in finding.doubts


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
    assert finding.message == "2 of 5 sentences are not in the other report"
    assert (finding.severity, finding.at.text) == (Severity.NOTE, ENGLISH[2])
    assert told([finding]) == [ENGLISH[2]] and finding.related[0].text == ENGLISH[3]
    assert finding.doubts == (Doubt.INDEPENDENT,)
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
