"""Where the words in front of a name say that its bearer is from."""

from __future__ import annotations

import pytest

from xlcheck.find.names.homes import home, homes_in_characters
from xlcheck.lang import Language


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chinese President |", "CN"),
        ("en", "Vietnamese Prime Minister |", "VN"),
        ("en", "South Korean President |", "KR"),
        ("en", "President |", ""),
        ("en", "Chinese |", ""),
        ("en", "Chinese President met |", ""),
        ("en", "Chinese and Vietnamese President |", "VN"),
        ("es", "el presidente chino |", "CN"),
        ("vi", "Chủ tịch Trung Quốc |", "CN"),
        ("fr", "le président chinois |", "CN"),
        ("zh", "中国国家主席|", ""),
    ],
)
def test_the_country_and_office_in_front_of_a_name(language: str, text: str, expected: str) -> None:
    before, _, _ = text.partition("|")
    assert home(Language.of(language), f"{before}Xi Jinping", len(before)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("越南国家主席梁强会见客人。", [("VN", "梁强会见")]),
        ("访问越南的主席梁强", []),
        ("中国驻越南大使何炜", []),
        ("主席梁强", []),
        ("韩国总统李在明", [("KR", "李在明")]),
        ("President Lương Cường", []),
    ],
)
def test_names_in_characters_behind_a_country_and_an_office(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(region, text[start:end]) for start, end, region in homes_in_characters(text)] == expected
