"""Every pack answers every topic: with a file, or by calling it unknown."""

from pathlib import Path

import pytest

import xlcheck.lang
from xlcheck.lang import TOPICS, Language
from xlcheck.lang.packs import own_tags, read_toml, rows_of, said_unknown
from xlcheck.lang.topics import MADE, WEIGHTS, WHOLE
from xlcheck.lang.traits import read_traits
from xlcheck.model import XlcheckError

PACKS = Path(xlcheck.lang.__file__).parent / "packs"
WITHOUT_ANSWERS = ("und", "zh-Hant")
"""What holds in every language is no language, and a regional pack has what it does not say from the general one."""


@pytest.mark.parametrize("tag", [tag for tag in own_tags() if tag not in WITHOUT_ANSWERS])
def test_a_pack_answers_every_topic(tag: str) -> None:
    held = {topic for topic in TOPICS if (PACKS / tag / f"{topic}.tsv").is_file()}
    unknown = said_unknown(PACKS / tag)
    assert held | unknown == set(TOPICS)
    assert unknown <= set(TOPICS)


@pytest.mark.parametrize("tag", own_tags())
def test_what_a_pack_does_not_call_unknown_is_whole(tag: str) -> None:
    language = Language.of(tag)
    for topic in WHOLE:
        if tag not in WITHOUT_ANSWERS and topic not in said_unknown(PACKS / tag):
            assert not [*language.lacking(topic)]


@pytest.mark.parametrize("tag", own_tags())
def test_a_pack_holds_files_of_topics_only_and_they_can_be_read(tag: str) -> None:
    known = {f"{name}.tsv" for name in (*TOPICS, *MADE.values(), *WEIGHTS.values())}
    found = {file.name for file in (PACKS / tag).iterdir()} - {"pack.toml", "traits.toml", "README.md"}
    assert found <= known
    assert all(rows_of([PACKS / tag], name.removesuffix(".tsv")) is not None for name in found)
    read_traits([PACKS / tag])


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("dates.tsv", "kind\tvalue\twords\nmonth\t1\n", "dates.tsv:2: 2 columns where the head has 3; correct the row"),
        ("pack.toml", "unknown = 'dates'", "pack.toml: 'unknown' is not a list of topics; correct the language pack"),
        ("pack.toml", "unknown = [", "pack.toml: cannot be read as TOML"),
        ("traits.toml", "spacd = true", "traits.toml: unknown trait 'spacd'; did you mean 'spaced'?"),
        ("traits.toml", "spaced = 'no'", "traits.toml: trait 'spaced' is 'no'; it must be of type 'bool'"),
    ],
)
def test_a_broken_pack_is_one_clear_line(tmp_path: Path, name: str, text: str, line: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(XlcheckError) as raised:
        rows_of([tmp_path], "dates")
        said_unknown(tmp_path)
        read_traits([tmp_path])
    assert line in str(raised.value)
    assert len(raised.value.lines) == 1


def test_bytes_that_are_no_text_are_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "dates.tsv").write_bytes(b"kind\tvalue\twords\nmonth\t1\t\xff\n")
    (tmp_path / "traits.toml").write_bytes(b"\xff")
    with pytest.raises(XlcheckError, match="cannot be read"):
        rows_of([tmp_path], "dates")
    with pytest.raises(XlcheckError, match="cannot be read as TOML"):
        read_toml(tmp_path / "traits.toml")
