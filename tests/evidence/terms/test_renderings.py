"""Terms in another shape than the glossary lists."""

from __future__ import annotations

import pytest

from xlcheck.evidence.terms.renderings import may_be_adjective, may_render
from xlcheck.model import Concept, Document, Mention, Sentence, Span, Status, Term


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


@pytest.mark.parametrize(
    ("terms", "source", "language", "expected"),
    [
        ((("Bulgaria", "en"), ("Bulgarien", "de")), "Bulgaria", "de", True),
        ((("Bulgaria", "en"), ("保加利亚", "zh")), "Bulgaria", "zh", False),
        ((("Bulgaria", "en"), ("ブルガリア", "ja"), ("Bulgaria", "ja")), "Bulgaria", "ja", False),
        ((("Bulgaria", "en"), ("Bulgari", "vi")), "Bulgaria", "vi", False),
        ((("Red River", "en"), ("Roter Fluss", "de")), "Red River", "de", False),
        ((("Sông Hồng", "vi"), ("Roter Fluss", "de")), "Sông Hồng", "de", True),
    ],
)
def test_an_adjective_may_stand_for_a_place_of_one_word(
    terms: tuple[tuple[str, str], ...], source: str, language: str, expected: bool
) -> None:
    concept = Concept("c", "place", tuple(Term(text, own, Status.ADMITTED) for text, own in terms))
    span = Span(Document("t", source), 0, len(source))
    sentence = Sentence(span, terms[0][1])
    assert may_be_adjective(Mention(concept, concept.terms[0], span), sentence, language) is expected
    other = Concept("c", "person", concept.terms)
    assert not may_be_adjective(Mention(other, concept.terms[0], span), sentence, language)
