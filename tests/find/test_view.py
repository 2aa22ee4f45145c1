"""The view in which terms are matched, and the way back to the text as written."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from xlcheck.find.view import token_starts, tokens
from xlcheck.find.view import view as viewed
from xlcheck.lang import Language
from xlcheck.lang.folding import Folded


def view(text: str, language: str = "und") -> Folded:
    return viewed(text, Language.of(language))


ALIKE = [
    ("Hoà bình, thuý và quý", "hòa bình, thúy và quý"),
    ("Tô Lâm", unicodedata.normalize("NFD", "Tô Lâm")),
    ("HÒA", unicodedata.normalize("NFD", "hoà")),
    ("시진핑", unicodedata.normalize("NFD", "시진핑")),
    ("China–Việt Nam", "China-Việt\u00a0Nam"),
    ("партнёрство", "партнерство"),
    ("‘six mores’", "“six mores”"),
    ('"six mores"', "'six mores'"),
    ("l’Assemblée", "l'assemblée"),
    ("Communist Party\nof China", "communist party of china"),
    ("ＣＰＶ　２０２６", "cpv 2026"),
    ("ﾊﾞﾄﾅﾑ", "バトナム"),
    ("oﬃcial", "official"),
    ("co\u00adope\u200bration", "cooperation"),
    ("ΟΔΟΣ", "οδος"),
    ("İstanbul", "i\u0307stanbul"),
]
DIFFERENT = [("Tô Lâm", "To Lam"), ("东海", "東海"), ("quốc hội", "quoc hoi"), ("six more", "'six more'")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_alike(one: str, other: str) -> None:
    assert view(one).text == view(other).text


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert view(one).text != view(other).text


def test_case_may_be_kept() -> None:
    assert view("ＣＰＶ hòa HÒA İ").cased == "CPV hoà HOÀ i\u0307"


@pytest.mark.parametrize("text", [text for both in (*ALIKE, *DIFFERENT) for text in both])
def test_every_character_leads_back_in_order(text: str) -> None:
    seen = view(text)
    assert len(seen.text) == len(seen.starts) == len(seen.ends)
    places = list(zip(seen.starts, seen.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(places))
    assert all(view(text[start:end]).text for start, end in places if not text[start:end].isspace())


def test_a_stretch_of_the_view_is_that_of_the_text() -> None:
    text = unicodedata.normalize("NFD", "Ông  Tô Lâm\u00a0– hoà bình")
    seen = view(text)
    start = seen.text.index("tô lâm")
    assert text[seen.starts[start] : seen.ends[start + 5]] == unicodedata.normalize("NFD", "Tô Lâm")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lào Cai – Hà Nội", "lào cai-hà  nội"),
        ("中国\n共产党", "中国共产党"),
        ("岸田\u3000文雄", "岸田文雄"),
        ("内地 A 股", "内地A股"),
        ("또 럼", "또럼"),
    ],
)
def test_space_is_no_token(one: str, other: str) -> None:
    first, second = ([token.rstrip() for token in tokens(view(text).text)] for text in (one, other))
    assert first == second


def test_tokens_are_words_or_single_characters() -> None:
    text = view("  Xi's 6 hơn, 苏林CPV는 हिन्दी_x ").text
    pieces = tokens(text)
    found = [piece.rstrip() for piece in pieces]
    assert found == ["xi", "'", "s", "6", "hơn", ",", "苏", "林", "cpv", "는", "हिन्दी", "_", "x"]
    assert [
        text[start : start + len(token)] for start, token in zip(token_starts(text, pieces), found, strict=False)
    ] == found


def test_seeds_keep_their_places(seeds: Path) -> None:
    for file in sorted(seeds.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        for form in ("NFC", "NFD"):
            written = unicodedata.normalize(form, text)
            seen = view(written)
            start = seen.text.index("xi jinping")
            assert written[seen.starts[start] : seen.ends[start + 9]] == "Xi Jinping"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("tr", "IŞIK", "ışık"),
        ("tr", "İZMİR", "izmir"),
        ("az", "GƏNCƏ ILIQ", "gəncə ılıq"),
        ("el", "ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
        ("lt", "i̇́šlaidos", "íšlaidos"),
        ("vi", "HOÀ BÌNH", unicodedata.normalize("NFD", "hòa bình")),
    ],
)
def test_alike_in_the_languages_own_way(language: str, one: str, other: str) -> None:
    for form in ("NFC", "NFD"):
        assert view(unicodedata.normalize(form, one), language).text == view(other, language).text


def test_a_dotless_i_is_another_letter() -> None:
    assert view("ılık", "tr").text != view("ilik", "tr").text
    assert view("Iraq", "en").text == view("iraq", "en").text
