"""Terms in another shape than the glossary lists."""

from __future__ import annotations

import pytest

from xlcheck.evidence.terms.renderings import are_inflections, is_in_larger_name, may_be_adjective, may_render
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


@pytest.mark.parametrize(
    ("form", "text", "language", "expected"),
    [
        ("United States", "the U.S. said", "en", True),
        ("Estados Unidos", "EE. UU. dijo", "es", True),
        ("United States", "the us said", "en", False),
        ("United States", "the USB said", "en", False),
        ("Bank of England", "the BoE and the BE", "en", True),
        ("China", "the C said", "en", False),
        ("Chief Executive of the Authority", "the Authority's Chief Executive", "en", True),
        ("Chief Executive of the Authority", "the Executive spoke", "en", False),
        (
            "Chief Executive",
            "Chief of Staff and then, after a long time that nobody counted, an Executive",
            "en",
            False,
        ),
        ("Typ", "der Staffeltyp ist", "de", True),
        ("Typ", "die Typen sind", "de", True),
        ("Typ", "atypisch ist", "de", False),
        ("Ty", "Typ", "de", False),
        ("Staffel", "die Bergstaffeln", "de", True),
        ("Communist Party (CPV)", "the CPV met", "en", True),
        ("Communist Party (CPV)", "the Communist Party met", "en", True),
        ("Communist Party (CPV)", "the party met", "en", False),
        ("parc Gorki", "le parc Gorky", "fr", False),
        ("hợp tác", "sự hợp tác này", "vi", True),
        ("hợp tác", "sự hợp này tác", "vi", False),
        ("hợp tác chiến lược", "hợp tác về chiến lược", "vi", True),
        ("テスト", "新しいテストです", "ja", True),
        ("中国银行", "中国 银行", "zh", True),
        ("国家安全法", "国家的安全法", "zh", True),
        ("アンデクス", "アンデックス", "ja", False),
    ],
)
def test_shapes_of_a_term(form: str, text: str, language: str, expected: bool) -> None:
    kind = "place" if form == "parc Gorki" else ""
    assert may_render(form, text, language, kind=kind) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("mutual trust", "mutual trusts", True),
        ("mutual trust", "mutual benefit", False),
        ("mutual trust", "trust", False),
        ("политика", "политики", True),
    ],
)
def test_inflections_of_one_term(one: str, other: str, expected: bool) -> None:
    assert are_inflections(one, other) is are_inflections(other, one) is expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("the |Board| decided", "body", False),
        ("the Currency |Board| decided", "body", True),
        ("the |Board| Members decided", "body", True),
        ("the |Board|-Members decided", "body", True),
        ("the |Board| members decided", "body", False),
        ("The |Board| decided", "body", False),
        ("the Currency |Board| decided", "person", False),
        ("the Currency |Board| decided", "title", False),
        ("the currency |board| Members decided", "body", False),
        ("Currency |Board| Meets Today", "body", False),
    ],
)
def test_a_name_that_goes_on(text: str, kind: str, expected: bool) -> None:
    before, own, behind = text.split("|")
    span = Span(Document("t", before + own + behind), len(before), len(before + own))
    sentence = Sentence(Span(span.document, 0, len(span.document.text)), "en")
    term = Term(own, "en")
    assert is_in_larger_name(Mention(Concept("c", kind, (term,)), term, span), sentence) is expected


@pytest.mark.parametrize(
    ("form", "text", "language", "expected"),
    [
        ("mutual trust", "trust that is mutual", "en", True),
        ("mutual trust", "trust which was, they said, always mutual", "en", False),
        ("mutual trust", "mutual", "en", False),
        ("gemeinsame Erklärung", "Erklärung, die gemeinsam abgegeben", "de", True),
        ("hợp tác chiến lược", "chiến lược hợp tác", "vi", True),
        ("hợp tác chiến lược", "hợp tác toàn diện chiến lược", "vi", True),
        ("hợp tác chiến lược", "hợp tác và rất là toàn chiến lược", "vi", False),
        ("quan hệ rất tốt", "tốt rất quan hệ", "vi", True),
        ("quan hệ tốt", "tốt quan hệ", "vi", False),  # three syllables
    ],
)
def test_words_in_another_order_stand_near_one_another(form: str, text: str, language: str, expected: bool) -> None:
    assert may_render(form, text, language) is expected
