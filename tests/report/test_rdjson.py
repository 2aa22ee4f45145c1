"""The Reviewdog Diagnostic Format: places are bytes of UTF-8."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import jsonschema
import pytest

from xlcheck.model import Severity
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix
from xlcheck.report import FORMATS

POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": {"type": "object", "required": ["value"]},
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "additionalProperties": False,
                "properties": {"text": {"type": "string"}, "range": {"$ref": "#/definitions/range"}},
            },
        },
        "location": {
            "type": "object",
            "required": ["path", "range"],
            "additionalProperties": False,
            "properties": {
                "path": {"type": "string"},
                "range": {"$ref": "#/definitions/range"},
            },
        },
    },
}
DOCUMENTED = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {"source": {"type": "object"}, "diagnostics": {"type": "array", "items": DIAGNOSTIC}},
    "definitions": {"range": {"required": ["start", "end"], "properties": {"start": POSITION, "end": POSITION}}},
}
"""The messages and fields of the format's proto file that we use; readers of protobuf JSON refuse others."""


def read(report):
    result = json.loads(FORMATS["rdjson"](report))
    jsonschema.Draft7Validator(DOCUMENTED).validate(result)
    assert result["source"] == {"name": "xlcheck"}
    return result["diagnostics"]


def cut(text, place):
    """What stands between two positions, counted in bytes."""
    raw = text.encode()
    lines = raw.split(b"\n")
    offsets = [
        sum(len(line) + 1 for line in lines[: position["line"] - 1]) + position["column"] - 1
        for position in (place["start"], place["end"])
    ]
    return raw[slice(*offsets)].decode()


def test_every_finding_is_a_diagnostic_at_its_bytes(report):
    diagnostics = read(report)
    assert [diagnostic["code"]["value"] for diagnostic in diagnostics] == ["XL403", "XL301", "XL302", "XL110"]
    assert [diagnostic["severity"] for diagnostic in diagnostics] == ["WARNING", "ERROR", "ERROR", "ERROR"]
    text = report.events[0].articles[1].document.text
    found = {finding.rule: finding.at.text for finding in report.findings}
    for diagnostic in diagnostics:
        assert cut(text, diagnostic["location"]["range"]) == found[diagnostic["code"]["value"]]
    assert diagnostics[3]["message"].split("\n")[:2] == [
        "“Su Lin” is Tô Lâm misread from Chinese characters",
        "fix: Tô Lâm",
    ]


@pytest.mark.parametrize(
    ("text", "part", "columns"),
    [
        ("a𐐀b\n", "b", (6, 7)),
        ("😀 Tô Lâm\n", "Tô", (6, 9)),
        (unicodedata.normalize("NFD", "Ông Tô Lâm\n"), unicodedata.normalize("NFD", "Tô"), (7, 11)),
    ],
)
def test_columns_are_bytes(build, text, part, columns):
    article = build.article("a.txt", "vi", text)
    (diagnostic,) = read(build.report(article, findings=(build.finding(build.span(article, part)),)))
    place = diagnostic["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == columns


def test_a_suggestion_is_what_mends_the_finding_in_one_place(build):
    text = unicodedata.normalize("NFD", "Ông Tô Lam và ông Tô Lam\n")
    article = build.article("a.txt", "vi", text)
    name = unicodedata.normalize("NFD", "Tô Lam")
    first = build.span(article, name)
    second = build.span(article, name, first.end)
    edits = (Edit(first, "Tô Lâm"), Edit(second, "Tô Lâm"))
    found = (
        build.finding(first, fix=Fix(edits[:1], Evidence.TERM)),
        build.finding(second, fix=Fix(edits, Evidence.TERM)),
    )
    one, both = read(build.report(article, findings=found))
    (suggestion,) = one["suggestions"]
    assert (cut(text, suggestion["range"]), suggestion["text"]) == (name, "Tô Lâm")
    assert "suggestions" not in both


def test_notes_are_for_information_and_paths_a_repositorys(build):
    article = build.article("./a.txt", "en", "Su Lin spoke.\n")
    found = build.finding(build.span(article, "Su Lin"), severity=Severity.NOTE)
    (diagnostic,) = read(build.report(article, findings=(found,)))
    assert (diagnostic["severity"], diagnostic["location"]["path"]) == ("INFO", "a.txt")


def test_hostile_text_steers_no_terminal(hostile):
    for diagnostic in read(hostile):
        assert not any(ord(character) < 32 and character != "\n" for character in diagnostic["message"])


def test_without_findings_there_are_no_diagnostics(report):
    assert read(replace(report, findings=())) == []
