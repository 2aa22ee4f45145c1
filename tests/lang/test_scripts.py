"""Scripts as Unicode's names of characters have them."""

import re
import unicodedata
from collections.abc import Iterator

import pytest

from xlcheck.lang import scripts
from xlcheck.lang.scripts import LETTER, MARKS, TOKEN, WORD, ranges, script

_ASCII, _BASIC = 0x80, 0x2C00
"""Between them are the other letters of today's alphabets, and phonetic ones."""


def letters(characters: str) -> Iterator[str]:
    for first, last in ranges(characters):
        yield from (chr(point) for point in range(first, last + 1) if chr(point).isalpha())


@pytest.mark.parametrize("name", ["LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "THAI", "LAO", "TIBETAN"])
def test_a_script_has_letters_of_its_own_only(name: str) -> None:
    assert {unicodedata.name(letter).split()[0] for letter in letters(getattr(scripts, name))} == {name}


def test_hangul_and_kana_are_told_apart() -> None:
    assert {unicodedata.name(letter).split()[0] for letter in letters(scripts.HANGUL)} == {"HANGUL"}
    assert {unicodedata.name(letter).split()[0] for letter in letters(scripts.HIRAGANA)} == {"HIRAGANA"}
    assert {unicodedata.name(letter).split()[0] for letter in letters(scripts.KATAKANA)} == {
        "KATAKANA",
        "KATAKANA-HIRAGANA",  # ー
    }


@pytest.mark.parametrize(("name", "first"), [("CYRILLIC", "ᲀ"), ("LATIN", "ᴀ"), ("GREEK", "\u0374"), ("ARABIC", "ۥ")])
def test_no_letter_of_todays_alphabets_is_missing(name: str, first: str) -> None:
    known = set(letters(getattr(scripts, name)))
    own = (chr(point) for point in range(_ASCII, _BASIC) if unicodedata.name(chr(point), "").startswith(f"{name} "))
    assert next(letter for letter in own if letter.isalpha() and letter not in known) == first  # signs, historic ones


@pytest.mark.parametrize("word", ["हिन्दी", "ประเทศไทย", "مُحَمَّد", "שָׁלוֹם", "தமிழ்", "Hà", "ကမ္ဘာ", "বাংলাদেশ"])
def test_a_word_has_its_marks(word: str) -> None:
    for text in (unicodedata.normalize(form, word) for form in ("NFC", "NFD")):
        assert re.fullmatch(WORD, text)
        assert re.fullmatch(f"(?:{LETTER})+", text)
        assert re.fullmatch(TOKEN, text)


def test_marks_are_marks() -> None:
    points = [chr(point) for first, last in ranges(MARKS) for point in range(first, last + 1)]
    assert {unicodedata.category(mark)[0] for mark in points} <= {"M", "C"}
    assert all(not re.match(r"\w", mark) for mark in points)  # else `WORD` could match in two ways


@pytest.mark.parametrize(
    ("letter", "own"), [("ə", "Latn"), ("ạ", "Latn"), ("Ж", "Cyrl"), ("ώ", "Grek"), ("×", ""), ("中", ""), ("5", "")]
)
def test_the_script_of_a_letter(letter: str, own: str) -> None:
    assert script(letter) == own


@pytest.mark.parametrize("name", ["佐々木", "二〇二六", "﨑山", "𠮷田"])
def test_names_and_figures_in_characters_are_one_run(name: str) -> None:
    assert re.fullmatch(f"[{scripts.HAN}]+", name)
