"""The entries of an ignore file, read part by part, are those of the whole file."""

from datetime import date

import pytest

from xlcheck.model import XlcheckError
from xlcheck.silence.entries import Values, entries

NAMES = {"xl302": "XL302", "untranslated": "XL302", "xl110": "XL110"}
ENTRY = '[[ignore]]\nrule = "XL302"\nreason = "quoted"\nuntil = 2030-12-31\n'


def said(reason: str = "quoted", rule: str = "XL302") -> Values:
    return Values(rule, "", "", reason, "", date(2030, 12, 31))


def test_each_has_the_line_of_its_header() -> None:
    text = f"# ours\n\n{ENTRY}\n# the next one\n{ENTRY}" + ENTRY.replace("XL302", "Untranslated")
    assert [entry.line for entry in entries(text, "i.toml", NAMES)] == [3, 9, 13]
    assert {entry.values for entry in entries(text, "i.toml", NAMES)} == {said()}


def test_a_header_inside_a_string_is_no_header() -> None:
    long = ENTRY.replace('"quoted"', '"""quoted\n[[ignore]]\nand on"""')
    found = entries(ENTRY + long + ENTRY, "i.toml", NAMES)
    assert [(entry.line, entry.values.reason) for entry in found] == [
        (1, "quoted"),
        (5, "quoted\n[[ignore]]\nand on"),
        (11, "quoted"),
    ]


def test_a_header_written_in_another_way_begins_an_entry_too() -> None:
    found = entries(ENTRY + ENTRY.replace("[[ignore]]", '  [[ "ignore" ]]'), "i.toml", NAMES)
    assert [entry.line for entry in found] == [1, 5]
    assert [entry.line for entry in entries("  " + ENTRY + ENTRY, "i.toml", NAMES)] == [1, 5]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"ignore = []\n{ENTRY}", "i.toml:2: not valid TOML"),
        (f"other = 1\n{ENTRY}", "i.toml:1: unknown key 'other'"),
        (f"{ENTRY}[other]\n{ENTRY}", "i.toml:1: unknown key 'other'"),
        (f"{ENTRY}{ENTRY.replace('XL302', 'XL999')}", "i.toml:6: unknown rule 'XL999'"),
        (f"{ENTRY}[ignore.more]\n{ENTRY}", "i.toml:5: unknown key 'more'"),
        (f'{ENTRY}rule = "XL110"\n{ENTRY}', "i.toml:5: not valid TOML: cannot overwrite a value"),
    ],
)
def test_what_is_wrong_in_one_part_is_said_with_its_line_in_the_file(text: str, fault: str) -> None:
    entries(ENTRY, "i.toml", NAMES)
    with pytest.raises(XlcheckError) as raised:
        entries(text, "i.toml", NAMES)
    assert str(raised.value).startswith(fault)


def test_what_is_remembered_of_a_part_does_not_hold_its_rules() -> None:
    assert entries(ENTRY, "i.toml", NAMES)[0].values == said()
    assert entries(ENTRY, "i.toml", {"xl302": "XL999"})[0].values == said(rule="XL999")
    with pytest.raises(XlcheckError, match="unknown rule 'XL302'"):
        entries(ENTRY, "i.toml", {"xl110": "XL110"})
