"""One way back from a folded text to the text as written."""

import re
import unicodedata

import pytest

from xlcheck.find.folded import fold
from xlcheck.lang import Language
from xlcheck.lang.folding import Folded, normal, replaced, toned, unmarked

TEXTS = [
    ("vi", "Chủ tịch nước Tô Lâm thăm Hoà Bình"),
    ("fr", "Où est l’été à Nîmes ?"),
    ("ko", "또 럼 국가주석"),
    ("ja", "ベトナムのがっこう"),
    ("hi", "हिन्दी में समाचार"),
    ("ar", "مُحَمَّد يزور المدينة"),
    ("tr", "İzmir ve Iğdır"),
]


@pytest.mark.parametrize(("tag", "text"), TEXTS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_lead_back_to_themselves(tag: str, text: str, form: str) -> None:
    written = unicodedata.normalize(form, text)
    folded = fold(written, Language.of(tag))
    assert folded.cased == unicodedata.normalize("NFC", text).replace("’", "'")
    for word in re.finditer(r"\S+", folded.cased):
        start, end = folded.original(*word.span())
        assert unicodedata.normalize("NFC", written[start:end]).replace("’", "'") == word[0]
    assert len(folded.text) == len(folded.cased) == len(folded.starts) == len(folded.ends)


def test_what_is_joined_stands_for_all_of_it() -> None:
    text, starts, ends = replaced("caffe\u0301 ﬁn", re.compile("e\u0301|ﬁ"), lambda found: normal(found[0], "NFKC"))
    assert text == "caffé fin"
    assert (starts[4], ends[4]) == (4, 6)
    assert [(starts[at], ends[at]) for at in (6, 7)] == [(7, 8), (7, 8)]
    assert (starts[8], ends[8]) == (8, 9)


def test_a_text_may_be_its_own_original() -> None:
    assert Folded.plain("twenty-one").original(0, 6) == (0, 6)


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("thuý", "thúy"), ("HOÀ", unicodedata.normalize("NFD", "HÒA"))]
)
def test_a_tone_may_stand_on_either_vowel(one: str, other: str) -> None:
    assert toned(one) == toned(other)


@pytest.mark.parametrize(("text", "plain"), [("Nguyễn Văn Đức", "Nguyen Van Duc"), ("Čapek", "Capek"), ("Øre", "Øre")])
def test_letters_without_marks(text: str, plain: str) -> None:
    assert unmarked(text) == plain


def test_the_dot_of_lithuanian() -> None:
    assert normal("i̇́", "NFC") == normal("í", "NFC")
    assert normal("İ", "NFC") == "İ"
