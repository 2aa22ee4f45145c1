"""Languages of sentences on real pages."""

from __future__ import annotations

import csv
import gzip
import unicodedata
from pathlib import Path

import pytest

from xlcheck.model import Document, Sentence, Span, same_language
from xlcheck.segment import segment
from xlcheck.tag import original_language, page_language, tag

PAGE = Path(__file__).parents[2] / "seeds" / "004_7ec95feefc092dc3.txt"


def languages(text: str, *expected: str, declared: str | None = None) -> list[str]:
    return [s.language for s in tag(segment(Document("t", text)), expected, declared)]


def test_a_mixed_page_sentence_by_sentence() -> None:
    document = Document("004", PAGE.read_text("utf-8"))
    told = {s.text[:24]: s.language for s in tag(segment(document))}
    assert told["El 26 de enero, en la se"] == "es"
    assert told["Tổng Bí thư Tô Lâm bày t"] == "vi"
    assert told["On behalf of the Party, "] == "en"
    assert told["Tán thành với những đánh"] == "vi"
    assert told["Read the original here"] == told["Same category"] == "en"
    assert told["Foto: TTXVN"] == "und"


@pytest.mark.parametrize("fragment", ["— VNS", "Foto: TTXVN", "VNA/VNS", "27/01/2026 08:44 (GMT+7)", "Hà Nội", ""])
def test_fragments_that_say_nothing_are_undetermined(fragment: str) -> None:
    document = Document("t", fragment)
    assert tag([Sentence(Span(document, 0, len(fragment)), "und")])[0].language == "und"


def test_normal_forms_make_no_difference() -> None:
    text = "Hai bên nhất trí duy trì trao đổi và phối hợp chặt chẽ.\nHội đàm diễn ra tại Bắc Kinh vào chiều thứ Hai."
    assert languages(text) == languages(unicodedata.normalize("NFD", text)) == ["vi", "vi"]


def test_capitals_are_read_too() -> None:
    assert languages("LOS DOS LÍDERES HABLARON POR TELÉFONO DESPUÉS DEL CONGRESO DEL PARTIDO") == ["es"]


def test_latin_names_do_not_make_chinese_english() -> None:
    assert languages("该公司的Google Play应用商店在中国不可用。") == ["zh-Hans"]


def test_simplified_and_traditional_chinese() -> None:
    assert languages("会谈于星期一下午在北京举行。双方同意加强铁路合作。") == ["zh-Hans"] * 2
    assert languages("會談於星期一下午在北京舉行。雙方同意加強鐵路合作。") == ["zh-Hant"] * 2
    assert languages("雙方同意加強鐵路合作。他很高兴。")[0] == "zh-Hant"


def test_a_language_outside_the_first_ones_is_found_by_its_paragraphs() -> None:
    text = (
        "De twee partijen hebben afgesproken om de uitwisselingen voort te zetten en nauw samen te werken in "
        "internationale fora, zo meldde het ministerie van Buitenlandse Zaken gisteren in een verklaring."
    )
    assert languages(text) == ["nl"]


def test_only_expected_languages_are_given() -> None:
    assert languages("The talks were held in Beijing on Monday.", "vi", "es") in (["es"], ["vi"], ["und"])


def test_a_declared_language_is_always_possible() -> None:
    assert languages("Les deux dirigeants ont parlé au téléphone.", "vi", "es", declared="fr") == ["fr"]


def test_no_sentences() -> None:
    assert tag([]) == ()


def test_the_page_is_in_the_language_of_its_headline_and_lead() -> None:
    document = Document("004", PAGE.read_text("utf-8"))
    sentences = tag(segment(document))
    letters = dict.fromkeys(("es", "en", "vi"), 0)
    for sentence in sentences:
        if sentence.language in letters:
            letters[sentence.language] += len(sentence.text)
    assert letters["es"] < letters["en"]
    assert page_language(document, sentences) == "es"
    assert page_language(Document("t", ""), ()) == "und"
    assert page_language(Document("t", "", language="fr"), sentences) == "fr"


@pytest.mark.parametrize(
    ("credit", "page", "original"),
    [
        ("Contenido original Vietnamita es traducido por LaoDongAI", "es", "vi"),
        ("Translated from the Chinese by A. Reader", "en", "zh"),
        ("Traduit de l’anglais par A. Lecteur", "fr", "en"),
        ("本文译自越南语", "zh", "vi"),
        ("Aus dem Spanischen übersetzt", "de", "es"),
        ("The Vietnamese delegation left on Monday.", "en", None),
        ("He translated the speech.", "en", None),
    ],
)
def test_a_credit_names_the_original(credit: str, page: str, original: str | None) -> None:
    document = Document("t", credit)
    assert original_language([Sentence(Span(document, 0, len(credit)), page)], page) == original


def test_professional_translations_in_twelve_languages(shared: Path) -> None:
    with gzip.open(shared / "dev" / "ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for language in ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar"):
        documents: dict[str, list[str]] = {}
        for row in rows:
            documents.setdefault(row["doc_id"], []).append(row[language])
        told = [s for text in documents.values() for s in tag(segment(Document("t", "\n".join(text))))]
        right = sum(same_language(s.language, language) for s in told)
        wrong = sum(s.language != "und" for s in told) - right
        assert right / len(told) >= 0.94, language
        assert wrong / len(told) <= 0.01, language


def test_a_long_quotation_does_not_make_the_page() -> None:
    text = (
        "The minister spoke to reporters on Monday after the talks in the capital had ended.\n"
        "“Hemos trabajado mucho en los últimos meses. Hemos cometido errores. Pero seguimos adelante con el plan.”\n"
    )
    document = Document("t", text)
    sentences = tag(segment(document))
    assert page_language(document, sentences) == "en"
    assert [s.quoted for s in sentences] == [False, True, True, True]


def test_one_odd_headline_does_not_make_the_page() -> None:
    text = (
        "Scherzer ingin mengadu spoiler versus Rockies\n\n"
        "Dengan tereliminasinya Nationals dari pertandingan playoff, tidak ada alasan lagi untuk memaksakan diri.\n\n"
        "Namun Scherzer yang selalu bersaing berharap untuk bermain pada hari Minggu melawan tim tersebut.\n"
    )
    document = Document("t", text, title=(0, 45))
    assert page_language(document, tag(segment(document))) == "id"
