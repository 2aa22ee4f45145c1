"""Every pack answers every topic: with a file, or by calling it unknown."""

from pathlib import Path

import pytest

import xlcheck.lang
from xlcheck.lang import TOPICS, Language
from xlcheck.lang.mistakes import mistakes
from xlcheck.lang.packs import packs, read_toml, rows_of, said_unknown
from xlcheck.lang.topics import WHOLE
from xlcheck.model import XlcheckError

WORDS = "kind\tvalue\twords\n"
PACKS = Path(xlcheck.lang.__file__).parent / "packs"
WITHOUT_ANSWERS = ("und", "zh-Hant")
"""What holds in every language is no language, and a regional pack has what it does not say from the general one."""


@pytest.mark.parametrize("tag", [tag for tag in packs() if tag not in WITHOUT_ANSWERS])
def test_a_pack_answers_every_topic(tag: str) -> None:
    held = {topic for topic in TOPICS if (PACKS / tag / f"{topic}.tsv").is_file()}
    unknown = said_unknown(PACKS / tag)
    assert held | unknown == set(TOPICS)
    assert unknown <= set(TOPICS)


@pytest.mark.parametrize("tag", packs())
def test_what_a_pack_does_not_call_unknown_is_whole(tag: str) -> None:
    language = Language.of(tag)
    for topic in WHOLE:
        if tag not in WITHOUT_ANSWERS and topic not in said_unknown(PACKS / tag):
            assert not [*language.lacking(topic)]


@pytest.mark.parametrize("tag", packs())
def test_nothing_is_wrong_in_a_pack(tag: str) -> None:
    assert [*mistakes(tag, PACKS / tag)] == []


@pytest.mark.parametrize("tag", packs())
def test_the_readme_of_a_pack_names_its_tables(tag: str) -> None:
    readme = (PACKS / tag / "README.md").read_text("utf-8")
    assert all(f"`{file.name}`" in readme for file in (PACKS / tag).glob("*.tsv"))


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("dates.tsv", f"{WORDS}month\t1\n", "dates.tsv:2: 2 columns where the head has 3; correct the row"),
        (
            "dates.tsv",
            "kind\twords\n",
            "dates.tsv:1: the head is 'kind words'; it must be 'kind value words',",
        ),
        (
            "dates.tsv",
            f"{WORDS}month\t13\tmay\n",
            "dates.tsv:2: '13' is not a value of 'month'; correct",
        ),
        ("numbers.tsv", f"{WORDS}value\ttwo\tduo\n", "numbers.tsv:2: 'two' is not a value of 'value'"),
        ("opposites.tsv", "pair\tone\tother\nnorth\ta\tb\n", "opposites.tsv:2: 'north' is not a pair of words"),
        (
            "offices.tsv",
            "place\toffice\ttitle\twords\nunder\tx\tyes\ta\n",
            "2: 'under' is not one of before,",
        ),
        ("credits.tsv", "stems\n\n", "credits.tsv:2: a word is empty; correct the row"),
        ("spells.tsv", "word\n", "spells.tsv: there is no such table in a language pack; known are abbreviations,"),
        ("pack.toml", "unknown = 'dates'", "pack.toml: 'unknown' is not a list of topics; correct the language pack"),
        ("pack.toml", "unknown = [", "pack.toml: cannot be read as TOML"),
        (
            "pack.toml",
            "unknown = []",
            ": nothing is said of 'abbreviations'; add abbreviations.tsv, or",
        ),
        ("traits.toml", "spacd = true", "traits.toml: unknown trait 'spacd'; did you mean 'spaced'?"),
        ("traits.toml", "spaced = 'no'", "traits.toml: trait 'spaced' is 'no'; it must be of type 'bool'"),
    ],
)
def test_what_is_wrong_in_a_pack_is_a_clear_line(tmp_path: Path, name: str, text: str, line: str) -> None:
    (tmp_path / "pack.toml").write_text(f"unknown = {[*TOPICS]!r}", "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    assert line in next(mistakes("la", tmp_path))


def test_bytes_that_are_no_text_are_a_clear_line(tmp_path: Path) -> None:
    (tmp_path / "dates.tsv").write_bytes(b"kind\tvalue\twords\nmonth\t1\t\xff\n")
    (tmp_path / "traits.toml").write_bytes(b"\xff")
    with pytest.raises(XlcheckError, match="cannot be read"):
        rows_of([tmp_path], "dates")
    with pytest.raises(XlcheckError, match="cannot be read as TOML"):
        read_toml(tmp_path / "traits.toml")
