"""Terms in another shape than the glossary lists."""

from __future__ import annotations

import pytest

from xlcheck.evidence.terms.renderings import may_render


@pytest.mark.parametrize(
    ("form", "text", "language", "expected"),
    [
        ("development", "developing countries", "en", False),
        ("government", "the governor spoke", "en", False),
        ("economy", "the economic policy", "en", True),
        ("нефть", "цена нефти выросла", "ru", True),
        ("conference", "the conferral of titles", "en", False),
        ("cat", "the cats came", "en", True),
        ("cars", "the car came", "en", True),
    ],
)
def test_words_differ_in_their_last_two_letters_at_most(form: str, text: str, language: str, expected: bool) -> None:
    assert may_render(form, text, language) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地方政府债券", True),
        ("地方政府长期债券", True),
        ("地方政府的债券", True),
        ("地方政府发行的长期国家债券", True),
        ("地方政府星期一宣布下个月将发行新的债券", False),
        ("地方政府同意。债券明年到期", False),
    ],
)
def test_a_few_characters_may_stand_inside_a_chinese_term(text: str, expected: bool) -> None:
    assert may_render("地方政府债券", text, "zh") is expected
