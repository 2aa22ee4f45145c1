"""Numbers, dates and names decide where vectors say nothing."""

from __future__ import annotations

import numpy as np
import pytest

from xlcheck.align import align, explain


@pytest.fixture
def linked(sentences):
    """Places linked when all vectors are at right angles to one another."""

    def pairs(source: list[str], target: list[str], language: str, other: str) -> set[tuple[int, int]]:
        apart = np.eye(len(source) + len(target), dtype=np.float32)
        made = align(sentences(source, language), sentences(target, other), apart[: len(source)], apart[len(source) :])
        return {(s.paragraph, t.paragraph) for pair in made for s in pair.source for t in pair.target}

    return pairs


EN = ["Tô Lâm arrived on Monday.", "He met Xi Jinping at the airport.", "Tens of thousands lined the streets."]


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("zh", ["街道两旁聚集了人群。", "他在机场会见了习近平。", "天气晴朗。"]),
        ("vi", ["Đường phố đông người.", "Ông đã gặp Tập Cận Bình tại sân bay.", "Trời nắng."]),
        ("es", ["Las calles estaban llenas.", "Se reunió con Xi Jinping en el aeropuerto.", "Hacía sol."]),
    ],
)
def test_a_name_is_one_in_three_scripts_without_a_glossary(linked, language, target):
    assert (1, 1) in linked(EN, target, "en", language)


def test_vietnamese_and_chinese_write_one_name_without_a_glossary(linked):
    source = ["Trời nắng.", "Ông đã gặp Tập Cận Bình tại sân bay."]
    target = ["他在机场会见了习近平。", "天气晴朗。"]
    assert (1, 0) in linked(source, target, "vi", "zh")


def test_other_characters_are_another_name(linked):
    assert not linked(["He met Xi Jinping at the airport."], ["他在机场会见了李克强。"], "en", "zh")


def test_a_great_number_says_more_than_a_small_one(sentences):
    def added(number: str) -> float:
        source = sentences([f"Some {number} people came.", "Nothing else."], "en")
        target = sentences(["Nada.", f"Vinieron {number.replace(',', '.')} hombres."], "es")
        apart = np.eye(4, dtype=np.float32)
        bead = explain(source, target, apart[:2], apart[2:])[0]
        return max(candidate.clues for candidate in (bead.chosen, bead.rival) if candidate)

    assert added("2") < added("14") < added("26,750")


def test_a_number_finds_its_sentence(linked):
    source = ["Some 26,750 people came.", "Nothing else."]
    assert (0, 1) in linked(source, ["Solo vinieron 2 hombres.", "Vinieron 26.750 hombres."], "en", "es")


def test_a_day_of_another_year_is_another_day(linked):
    source = ["It happened on 29 September 1918.", "A shop was closed."]
    assert not linked(source, ["Llegó el 29 de septiembre de 2018.", "Nada más."], "en", "es")
    assert (0, 0) in linked(source, ["Llegó el 29 de septiembre de 1918.", "Nada más."], "en", "es")


def test_a_day_without_its_year_is_the_day(linked):
    source = ["It happened on 29 September 1918.", "A shop was closed."]
    assert (0, 0) in linked(source, ["Llegó el 29 de septiembre.", "Nada más."], "en", "es")
