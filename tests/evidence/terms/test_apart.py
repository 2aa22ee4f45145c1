"""A term that is surely the whole of what is named."""

from __future__ import annotations

import pytest

from xlcheck.evidence.terms.apart import is_apart, is_cut_out
from xlcheck.model import Concept, Document, Mention, Sentence, Span, Term


def apart(language: str, text: str, kind: str) -> bool:
    """Whether what stands between two bars in a text is."""
    before, own, behind = text.split("|")
    document = Document("t", before + own + behind)
    term = Term(own, language)
    mention = Mention(Concept("c", kind, (term,)), term, Span(document, len(before), len(before + own)))
    return is_apart(mention, Sentence(Span(document, 0, len(document.text)), language))


@pytest.mark.parametrize(
    ("language", "kind", "text", "expected"),
    [
        ("en", "body", "He joined the |Communist Party| in May.", True),
        ("en", "body", "He joined the |Communist Party| of Vietnam.", False),
        ("en", "body", "He joined the |Communist Party| of workers.", True),
        ("en", "place", "The Bank of |China| said so.", False),
        ("en", "place", "The bank of |China| said so.", True),
        ("en", "body", "The New |Communist Party| met.", False),
        ("en", "body", "The |Communist Party| Congress met.", False),
        ("en", "body", "The |Communist Party|-Congress met.", False),
        ("en", "body", "The “|Communist Party|” met.", False),
        ("en", "person", "President |Su Lin| spoke.", True),
        ("en", "person", "|Su Lin| Wong spoke.", False),
        ("en", "person", "Mary |Su Lin| spoke.", False),
        ("en", "term", "the |reform| of the state", True),
        ("es", "place", "el Instituto de estudios del |Mar| cerró.", False),
        ("es", "body", "la república de la |Unión| creció.", True),
        ("es", "place", "la costa del |Mar| creció.", True),
        ("fr", "place", "la Banque d’|Italie| a dit.", False),
        ("vi", "term", "hợp tác |quốc| tế", False),
        ("vi", "term", "và |hợp tác| của", True),
        ("vi", "body", "đảng Lao động |Đảng| họp.", False),
        ("zh", "person", "见了|苏林|·黄", False),
        ("zh", "term", "穿|越中|东", False),
        ("ja", "term", "新しい|テスト|は", True),
        ("ja", "term", "新しい|テスト|ケース", False),
        ("ar", "person", "قال |لام| كوانغ", False),
        ("ar", "term", "قال |لام| كوانغ", True),
    ],
)
def test_what_stands_beside_a_term(language: str, kind: str, text: str, expected: bool) -> None:
    assert apart(language, text, kind) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("越|南中国海军|队", False),
        ("越|南中国海|军", True),
        ("越|南中国|海", True),
        ("，|南中国|。", False),
        ("|南中国|", False),
        ("南|ラム|が", False),
        ("プロ|グラム|が", True),
        ("ก|ประเทศ|ข", True),
        ("ก|ประเทศเวียดนาม|ข", False),
    ],
)
def test_parts_of_two_words_where_no_blank_parts_words(text: str, expected: bool) -> None:
    before, own, behind = text.split("|")
    document = Document("t", before + own + behind)
    assert is_cut_out(Span(document, len(before), len(before + own))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hợp tác |quốc| gia", False),
        ("|quốc| gia", False),
        ("quốc |gia|", False),
        ("tế |quốc| và", False),
        ("|quốc| Gia", True),
        ("Tế |quốc| và", True),
        ("|Quốc| và", True),
        ("quốc |Gia| và", True),
        ("của |quốc| và", True),
        ("|quốc|. Gia đình", True),
        ("|hợp Tác| quốc", True),
        ("quốc |Hợp tác| và", True),
        ("quốc |hợp Tác| và", False),
        ("|quốc|", True),
    ],
)
def test_a_vietnamese_syllable_may_make_a_word_with_the_small_one_next_to_it(text: str, expected: bool) -> None:
    assert apart("vi", text, "term") is expected
