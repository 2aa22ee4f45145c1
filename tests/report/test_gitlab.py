"""GitLab's Code Quality report, checked against the fields that GitLab documents."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema

from xlcheck.model import Severity
from xlcheck.report import FORMATS

LINE = {"type": "integer", "minimum": 1}
DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1, "pattern": r"^[^\r\n]*$"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": LINE, "end": LINE}},
                },
            },
        },
    },
}


def read(report):
    issues = json.loads(FORMATS["gitlab"](report))
    jsonschema.Draft7Validator(DOCUMENTED).validate(issues)
    return issues


def test_every_finding_is_an_issue(report):
    issues = read(report)
    assert [issue["check_name"].split()[0] for issue in issues] == ["XL403", "XL301", "XL302", "XL110"]
    assert [issue["severity"] for issue in issues] == ["minor", "major", "major", "major"]
    assert issues[3]["location"] == {"path": "news/es.txt", "lines": {"begin": 10, "end": 10}}
    assert issues[3]["description"] == (
        "“Su Lin” is Tô Lâm misread from Chinese characters; fix: Tô Lâm; "
        "why: Tô Lâm is written 苏林, which Mandarin reads Su Lin; see: news/en.txt:1:27"
    )
    assert issues[3]["fingerprint"] == report.findings[0].fingerprint


def test_equal_findings_are_told_apart_and_stay_so(build):
    line = "Su Lin met Su Lin.\n"

    def fingerprints(text, path):
        article = build.article(path, "en", text)
        starts = [at for at in range(len(text)) if text.startswith("Su Lin", at)]
        spans = [build.span(article, "Su Lin", start) for start in starts]
        return [
            issue["fingerprint"] for issue in read(build.report(article, findings=tuple(map(build.finding, spans))))
        ]

    told = fingerprints(line * 2, "a.txt")
    assert len(set(told)) == 4 and len({fingerprint[:32] for fingerprint in told}) == 1
    assert fingerprints("Another line.\n" + line * 2, "./b.txt") == told


def test_notes_are_for_information(report):
    noted = tuple(replace(finding, severity=Severity.NOTE) for finding in report.findings)
    assert {issue["severity"] for issue in read(replace(report, findings=noted))} == {"info"}


def test_hostile_text_is_one_line(hostile):
    for issue in read(hostile):
        assert not any(ord(character) < 32 or character == "\u202e" for character in issue["description"])


def test_without_findings_the_list_is_empty(report):
    assert FORMATS["gitlab"](replace(report, findings=())) == "[]\n"
