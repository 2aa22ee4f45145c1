"""Capitals and small letters as languages have them."""

import pytest

from xlcheck.lang import Language
from xlcheck.lang.casing import capitalised, lower, upper


@pytest.mark.parametrize(
    ("tag", "text", "small"),
    [
        ("tr", "ISPARTA İZMİR", "ısparta izmir"),
        ("az", "İLIQ", "ilıq"),
        ("en", "ISLAND", "island"),
        ("de", "STRAẞE", "straße"),
        ("vi", "ĐÀ NẴNG", "đà nẵng"),
    ],
)
def test_small_letters(tag: str, text: str, small: str) -> None:
    assert lower(text, Language.of(tag)) == small


@pytest.mark.parametrize("tag", ["en", "de", "tr", "el", "lt"])
def test_a_text_in_small_letters_is_as_long(tag: str) -> None:
    text = "İSTANBUL Straße ΟΔΟΣ ĲSLAND ŉ ǅ Í"
    assert len(lower(text, Language.of(tag))) == len(text)


@pytest.mark.parametrize(
    ("tag", "text", "capitals"),
    [
        ("tr", "diyarbakır", "DİYARBAKIR"),
        ("en", "diyarbakir", "DIYARBAKIR"),
        ("el", "Αθήνα, Ταΰγετος", "ΑΘΗΝΑ, ΤΑΫΓΕΤΟΣ"),
        ("es", "Málaga", "MÁLAGA"),
        ("de", "Straße", "STRASSE"),
    ],
)
def test_capitals(tag: str, text: str, capitals: str) -> None:
    assert upper(text, Language.of(tag)) == capitals


@pytest.mark.parametrize(
    ("tag", "text", "capital"),
    [
        ("nl", "ijsland", "IJsland"),
        ("en", "ijtihad", "Ijtihad"),
        ("tr", "izmir", "İzmir"),
        ("az", "ılıq", "Iliq".replace("li", "lı")),
        ("ka", "თბილისი", "თბილისი"),
        ("hr", "ǆep", "ǅep"),
        ("fr", "état", "État"),
        ("vi", "", ""),
    ],
)
def test_a_capital_in_front(tag: str, text: str, capital: str) -> None:
    assert capitalised(text, Language.of(tag)) == capital
