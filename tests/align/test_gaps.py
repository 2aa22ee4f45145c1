"""What one side of translated sentences has alone, found through the encoder's own pieces."""

from __future__ import annotations

import csv
import gzip
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from xlcheck.align import compared
from xlcheck.align.comparison import comparisons
from xlcheck.align.gaps import excess
from xlcheck.align.languages import calibration
from xlcheck.embed import Encoder, load
from xlcheck.model import Document, Pair, Sentence, Span

STORM = (
    "Heavy rain flooded the streets of the capital on Monday, closed two schools and cut power to thousands of homes, "
    "officials said."
)
LLUVIA = (
    "Las fuertes lluvias inundaron el lunes las calles de la capital, obligaron a cerrar dos escuelas y dejaron sin "
    "luz a miles de hogares, según las autoridades."
)
CORTA = "Las autoridades informaron de que la lluvia inundó el lunes las calles de la capital."
RAILWAY = "政府宣布将在三年内投资建设新的铁路，并表示该项目将为当地居民创造大量就业机会，同时改善沿线城市的环境。"
SHORT = "The government announced that it would invest in building a new railway within three years."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load(None)


def sentence(text: str, language: str, before: str = "") -> Sentence:
    document = Document(language, before + text)
    return Sentence(Span(document, len(before), len(before + text)), language)


def pair(source: str, target: str, languages: str, *, translation: bool = True) -> Pair:
    one, other = languages.split("-")
    return Pair((sentence(source, one),), (sentence(target, other),), 1.0, translation)


def test_a_dropped_clause_is_found_where_it_stands(encoder: Encoder) -> None:
    (found,) = compared([pair(STORM, CORTA, "en-es")], encoder.pieces)
    (gap,) = found.omitted
    assert gap.confidence >= 0.9
    assert "schools and cut power to thousands of homes" in gap.span.text
    assert gap.span.document is found.source[0].span.document
    assert not found.added and found.drift < 0.5


def test_the_mirror_is_an_addition(encoder: Encoder) -> None:
    (found,) = compared([pair(CORTA, STORM, "es-en")], encoder.pieces)
    assert not found.omitted
    assert "schools and cut power to thousands of homes" in found.added[0].span.text
    assert found.added[0].span.document is found.target[0].span.document


def test_a_full_translation_has_no_gap(encoder: Encoder) -> None:
    (found,) = compared([pair(STORM, LLUVIA, "en-es")], encoder.pieces)
    assert (found.omitted, found.added) == ((), ()) and found.drift < 0.5


def test_chinese_gaps_begin_and_end_at_characters(encoder: Encoder) -> None:
    (found,) = compared([pair(RAILWAY, SHORT, "zh-en")], encoder.pieces)
    assert "为当地居民创造大量就业机会" in found.omitted[0].span.text
    assert found.omitted[0].span.text[-1] not in "，。"


def test_offsets_are_those_of_the_text_as_written(encoder: Encoder) -> None:
    decomposed = unicodedata.normalize("NFD", LLUVIA)
    target = "Heavy rain flooded the streets of the capital on Monday."
    source = Sentence(Span(Document("es", f"Noticias. {decomposed}"), 10, 10 + len(decomposed)), "es")
    (found,) = compared([Pair((source,), (sentence(target, "en"),), 1.0, True)], encoder.pieces)
    assert "dejaron sin luz a miles de hogares" in found.omitted[0].span.text
    assert found.omitted[0].span.text in decomposed


def test_unrelated_sentences_are_unlike_and_have_no_gaps(encoder: Encoder) -> None:
    other = "El equipo local ganó la final en la prórroga ante más de cuarenta mil aficionados."
    (found,) = compared([pair(STORM, other, "en-es")], encoder.pieces)
    assert found.drift >= 0.9
    assert (found.omitted, found.added) == ((), ())


@pytest.mark.parametrize("languages", ["en-und", "en-en"])
def test_only_known_and_different_languages_are_compared(encoder: Encoder, languages: str) -> None:
    given = pair(STORM, CORTA, languages)
    assert compared([given], encoder.pieces) == (given,)


def test_independent_reports_are_not_compared(encoder: Encoder) -> None:
    given = pair(STORM, CORTA, "en-es", translation=False)
    assert compared([given], encoder.pieces) == (given,)


def test_lone_and_empty_sides_pass_through(encoder: Encoder) -> None:
    lone = Pair((sentence(STORM, "en"),), (), 0.95, True)
    marks = pair("…", "!", "en-es")
    assert compared([lone, marks], encoder.pieces) == (lone, marks)
    assert compared([], encoder.pieces) == ()


def test_another_encoder_or_language_is_never_sure(encoder: Encoder) -> None:
    (found,) = compared([pair(STORM, CORTA, "en-es")], encoder.pieces, calibrated=False)
    assert 0.5 <= found.omitted[0].confidence < 0.9
    (found,) = compared([pair(STORM, CORTA, "en-it")], encoder.pieces)
    assert all(gap.confidence < 0.9 for gap in found.omitted)


def test_clean_news_is_seldom_flagged(shared: Path, encoder: Encoder) -> None:
    text = gzip.decompress((shared / "dev" / "ntrex_dev.nway.tsv.gz").read_bytes()).decode()
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    for languages in ("en-vi", "en-es", "zh-en"):
        one, other = languages.split("-")
        found = compared([pair(row[one], row[other], languages) for row in rows], encoder.pieces)
        sure = [p for p in found if any(gap.confidence >= 0.9 for gap in (*p.omitted, *p.added))]
        assert len(sure) <= 4, languages
        shifted = [pair(row[one], after[other], languages) for row, after in pairwise(rows)]
        assert sum(p.drift >= 0.9 for p in compared(shifted, encoder.pieces)) > len(shifted) / 2, languages


def test_what_stands_twice_is_answered_twice(encoder: Encoder) -> None:
    source = (
        "Two hospitals in Lima and two hospitals in Cusco were closed, and two hospitals in Arequipa were evacuated."
    )
    target = "Dos hospitales en Lima y dos hospitales en Cusco fueron cerrados."
    (found,) = compared([pair(source, target, "en-es")], encoder.pieces)
    assert "hospitals in Arequipa were evacuated" in found.omitted[0].span.text


@pytest.mark.parametrize("short", ["PTSD", "WHO"])
def test_an_abbreviation_answers_its_words(encoder: Encoder, short: str) -> None:
    words = {"PTSD": "trastorno de estrés postraumático (TEPT)", "WHO": "la Organización Mundial de la Salud"}[short]
    source = f"Según el estudio, uno de cada cinco soldados que volvieron sufre {words}, dijo el ministro el lunes."
    target = "According to the study, one in five soldiers who came back suffers from {}, the minister said on Monday."
    (spelled,) = compared([pair(source, target.format(short), "es-en")], encoder.pieces)
    assert not any(gap.confidence >= 0.9 for gap in spelled.omitted)


def test_a_lone_mark_is_no_gap(encoder: Encoder) -> None:
    for source, target in (("No deal.", "没有协议"), ("Yes !!!!", "是"), ("Sí. . . .", "Yes")):
        languages = ("es" if source[0] == "S" else "en") + ("-en" if target == "Yes" else "-zh")
        (found,) = compared([pair(source, target, languages)], encoder.pieces)
        assert all(gap.span.text.strip(" .!") for gap in (*found.omitted, *found.added))


def test_a_full_stop_in_place_of_a_sentence_is_an_omission(encoder: Encoder) -> None:
    (found,) = compared([pair(STORM, ".", "en-es")], encoder.pieces)
    assert found.drift < 0.5 and found.omitted[0].confidence >= 0.9


def test_an_abbreviation_answers_for_what_it_stands_for(encoder: Encoder) -> None:
    long = "The World Health Organization (WHO) said on Monday that the vaccine was safe for children."
    short = "La OMS dijo el lunes que la vacuna es segura para los niños."
    (found,) = compared([pair(long, short, "en-es")], encoder.pieces)
    assert found.omitted == ()


def test_the_longer_a_side_is_than_usual_the_more_is_missing(encoder: Encoder) -> None:
    (comparison,) = comparisons([pair(STORM, CORTA, "en-es")], encoder.pieces)
    known = calibration("en", "es")
    scores = [excess(comparison, known, proportion)[0] for proportion in (0.4, 0.0, -0.4)]
    assert scores == sorted(scores) and scores[0] < scores[1] < scores[2]
