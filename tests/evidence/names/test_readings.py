"""Readings of characters, and Latin words taken apart into them."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from xlcheck.evidence.names.readings import homophones, lattices, simplify, spellings, usual_reading

ROOT = Path(__file__).parents[3]


def reads(system: str, word: str, characters: str) -> bool:
    return any(
        len(lattice) == len(characters) and all(c in s for c, s in zip(characters, lattice, strict=True))
        for lattice in lattices(system, word)
    )


@pytest.mark.parametrize(
    ("system", "word", "characters"),
    [
        ("zh", "Su", "苏"),
        ("zh", "Jinping", "近平"),
        ("zh", "Zheng'en", "正恩"),
        ("zh", "Zheng’en", "正恩"),
        ("zh", "Xian", "西安"),
        ("zh", "Xian", "先"),
        ("zh", "Xi'an", "西安"),
        ("zh", "Delaien", "德莱恩"),
        ("zh", "Lü", "吕"),
        ("zh", "Lyu", "吕"),
        ("zh", "Jin-ping", "近平"),
        ("vi", "Tô", "苏"),
        ("vi", "To", "苏"),
        ("vi", "TÔ", "苏"),
        ("vi", "Đào", "涛"),
        ("vi", "Dao", "涛"),
        ("vi", "Võ", "武"),
        ("vi", "Vũ", "武"),
        ("vi", "Huỳnh", "黄"),
        ("vi", "Hoà", "和"),
        ("vi", "Hòa", "和"),
        ("vi", "Lí", "李"),
        ("vi", "Lý", "李"),
        ("ko", "Jong-un", "正恩"),
        ("ko", "Jeong-eun", "正恩"),
        ("ko", "Kim", "金"),
        ("zh", "Sū", "苏"),
        ("zh", "Jìnpíng", "近平"),
        ("zh-Latn-wadegile", "Hsi", "习"),
        ("zh-Latn-wadegile", "Chin-p'ing", "近平"),
        ("zh-Latn-wadegile", "Tsai", "蔡"),
        ("zh-Latn-wadegile", "Ying-wen", "英文"),
        ("zh-Latn-wadegile", "Kuo", "郭"),
        ("yue", "Leung", "梁"),
        ("yue", "Chun-ying", "振英"),
        ("yue", "Kwok", "郭"),
        ("ja", "Shu", "习"),
        ("ja", "Kinpei", "近平"),
        ("ja", "So", "苏"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_word_reads_as_characters(system: str, word: str, characters: str, form: str) -> None:
    assert reads(system, unicodedata.normalize(form, word), characters)


@pytest.mark.parametrize(
    ("system", "word", "character"),
    [("vi", "Tố", "苏"), ("vi", "Tổ", "苏"), ("vi", "Lam", "苏"), ("zh", "Su", "林"), ("zh", "Xi'an", "先")],
)
def test_another_reading_is_another(system: str, word: str, character: str) -> None:
    assert not reads(system, word, character)


@pytest.mark.parametrize(
    ("system", "word"),
    [
        ("zh", "Trump"),
        ("zh", "Tô"),
        ("zh", "Sử"),
        ("ja", "Xi"),
        ("yue", "Xi"),
        ("zh", "Lâm"),
        ("vi", "Qiang"),
        ("vi", "Jinping"),
        ("ko", "Lâm"),
        ("zh", "mm"),
    ],
)
def test_a_word_of_other_syllables_has_no_reading(system: str, word: str) -> None:
    assert lattices(system, word) == ()


def test_homophones_in_vietnamese_share_the_tone() -> None:
    assert {"正", "政"} <= set(homophones("vi", "政"))
    assert "苏" not in homophones("vi", "素")  # tô and tố
    assert "素" in homophones("zh", "苏")


@pytest.mark.parametrize(
    ("system", "character", "reading"),
    [("zh", "苏", "su"), ("vi", "苏", "to"), ("ko-Hang", "苏", "소"), ("yue", "梁", "leung"), ("ja", "平", "hei")],
)
def test_the_readings_of_a_character(system: str, character: str, reading: str) -> None:
    assert reading in spellings(system, character)
    assert spellings(system, "x") == ()


def test_the_likeliest_reading_of_a_name() -> None:
    assert usual_reading("vi", "范明政") == ("Phạm", "Minh", "Chính")
    assert usual_reading("ko", "李在明") == ("Lee", "Jae", "Myeong")
    assert usual_reading("ja", "岸田") == ("", "")
    assert usual_reading("vi", "") == ()


def test_traditional_characters_are_simplified_one_for_one() -> None:
    assert simplify("蘇林與習近平") == "苏林与习近平"
    assert simplify("Tô Lâm") == "Tô Lâm"


def test_the_command_rebuilds_the_tables_byte_for_byte(shared: Path, tmp_path: Path) -> None:
    command = [ROOT / "lab/train/readings.py", "--shared", shared, "--output", tmp_path]
    subprocess.run([sys.executable, *map(str, command)], check=True, capture_output=True)
    tables = (
        *(("evidence", name) for name in ("readings.tsv", "usual_readings.tsv", "simplified.tsv")),
        ("find", "places.tsv"),
    )
    for room, name in tables:
        assert (tmp_path / name).read_bytes() == (ROOT / "xlcheck" / room / "data" / name).read_bytes()
    abroad = ROOT / "xlcheck/lang/packs/zh/homes_abroad.tsv"
    assert (tmp_path / abroad.name).read_bytes() == abroad.read_bytes()


def test_a_cry_is_no_name() -> None:
    assert lattices("zh", "N" + "an" * 60 + "a") == ()
    assert lattices("zh", "-".join(["Xian"] * 40)) == ()


@pytest.mark.parametrize(
    ("word", "read"), [("Jìnpíng", True), ("Lán", True), ("Mǎ", True), ("Hà", False), ("Xí", False), ("Đà", False)]
)
def test_marks_of_pinyin_that_a_vietnamese_syllable_has_too_are_vietnamese(word: str, read: bool) -> None:
    assert bool(lattices("zh", word)) is read
