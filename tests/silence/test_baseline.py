"""Baselines: written, read, compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from xlcheck.model import Document, Finding, Span, XlcheckError
from xlcheck.silence.baseline import Known, counts, load, recorded, render, still_there, unseen


def finding(path: str, line: str, rule: str = "XL302") -> Finding:
    document = Document(path, line)
    return Finding("foreign text", Span(document, 0, len(line)), rule=rule)


def test_findings_are_counted_by_file_and_fingerprint(tmp_path: Path) -> None:
    page = str(tmp_path / "es" / "a.txt")
    entries = recorded([finding(page, "one"), finding(page, "two"), finding(page, "one")], str(tmp_path))
    assert [(entry.path, entry.rule, entry.count) for entry in entries] in (
        [("es/a.txt", "XL302", 1), ("es/a.txt", "XL302", 2)],
        [("es/a.txt", "XL302", 2), ("es/a.txt", "XL302", 1)],
    )
    assert counts(entries)[finding("elsewhere.txt", "one").fingerprint] == 2


def test_what_is_written_is_read_again_and_is_json_in_order(tmp_path: Path) -> None:
    entries = (Known("b.txt", "XL302", "0" * 32, 1), Known("Tô.txt", "XL110", "1" * 32, 2))
    file = tmp_path / "xlcheck-baseline.json"
    file.write_text(render(entries), "utf-8")
    assert load(str(file)) == tuple(sorted(entries))
    assert render(reversed(entries)) == render(entries)
    assert json.loads(render(())) == {"version": 1, "findings": []}


def test_a_run_says_nothing_about_other_paths_and_rules() -> None:
    entries = [
        Known(path, rule, "0" * 32, 1) for path in ("es/a.txt", "fr/a.txt", "esx.txt") for rule in ("XL1", "XL3")
    ]
    kept = unseen(entries, "/project", ["/project/es"], {"XL3"})
    assert kept == tuple(entry for entry in entries if (entry.path, entry.rule) != ("es/a.txt", "XL3"))


def test_what_is_gone_is_taken_out_and_what_moved_to_another_file_stays() -> None:
    one, two = finding("a.txt", "one"), finding("a.txt", "two")
    entries = (Known("a.txt", "XL302", one.fingerprint, 2), Known("a.txt", "XL302", two.fingerprint, 1))
    left = still_there(entries, [finding("moved.txt", "one")])
    assert left == (Known("a.txt", "XL302", one.fingerprint, 1),)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('{"version": 1,\n]', ":2: not valid JSON; restore it, or delete it and run 'xlcheck baseline write'"),
        ("[]", ":1: not a baseline of version 1"),
        ("[" * 100_000, ":1: not a baseline"),
        ("9" * 5000, ":1: not a baseline"),
        ('{"version": 2, "findings": []}', ":1: not a baseline of version 1"),
        ('{"version": 1, "findings": [{"rule": "XL302"}]}', ":1: an entry is not a finding"),
    ],
)
def test_what_is_no_baseline_is_one_line(tmp_path: Path, content: str, what: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(content, "utf-8")
    with pytest.raises(XlcheckError) as caught:
        load(str(file))
    assert str(caught.value).startswith(f"{file}{what}")
