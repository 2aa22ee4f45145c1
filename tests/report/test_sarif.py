"""SARIF, validated against the published schema and read back."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest

from xlcheck.evidence.doubts import rate
from xlcheck.model import Severity
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix
from xlcheck.report import FORMATS, sarif

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))


def run(report):
    log = json.loads(FORMATS["sarif"](report))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (only,) = log["runs"]
    return only


def cut(text, region):
    """The text of a region by its lines and columns in code points, as a viewer takes it."""
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[: number - 1]) for number in (region["startLine"], region["endLine"])]
    return text[starts[0] + region["startColumn"] - 1 : starts[1] + region["endColumn"] - 1]


def test_every_finding_is_a_result_of_its_rule(report):
    only = run(report)
    rules = only["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in only["results"]] == ["XL403", "XL301", "XL302", "XL110"]
    assert [rules[result["ruleIndex"]]["id"] for result in only["results"]] == ["XL403", "XL301", "XL302", "XL110"]
    assert [result["level"] for result in only["results"]] == ["warning", "error", "error", "error"]
    assert [result["rank"] for result in only["results"]] == [
        round(100 * rate(result["ruleId"]), 1) for result in only["results"]
    ]
    assert only["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_the_message_says_all_and_links_to_what_is_related(report):
    result = run(report)["results"][3]
    assert result["message"]["text"] == (
        "“Su Lin” is Tô Lâm misread from Chinese characters. Fix: Tô Lâm. "
        "Why: Tô Lâm is written 苏林, which Mandarin reads Su Lin. See: [news/en.txt:1:27](1)"
    )
    assert [location["id"] for location in result["relatedLocations"]] == [1]


def test_regions_lead_to_the_text(report):
    only = run(report)
    texts = {article.document.id: article.document.text for event in report.events for article in event.articles}
    assert only["columnKind"] == "unicodeCodePoints"
    for result in only["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            place = location["physicalLocation"]
            region, text = place["region"], texts[place["artifactLocation"]["uri"]]
            offset = region["charOffset"]
            assert cut(text, region) == text[offset : offset + region["charLength"]] == region["snippet"]["text"] != ""


def test_columns_are_code_points(build):
    name = unicodedata.normalize("NFD", "Tô Lâm")
    article = build.article("a.txt", "vi", f"𝄞😀 {name} phát biểu.\n")
    (result,) = run(build.report(article, findings=(build.finding(build.span(article, name)),)))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"], region["charLength"]) == (4, 12, 8)


def test_fixes_say_what_to_delete_and_what_to_write(report):
    only = run(report)
    texts = {article.document.id: article.document.text for event in report.events for article in event.articles}
    (fix,) = (fix for result in only["results"] for fix in result.get("fixes", ()))
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    region, text = replacement["deletedRegion"], texts[change["artifactLocation"]["uri"]]
    offset = region["charOffset"]
    assert cut(text, region) == text[offset : offset + region["charLength"]] == "Su Lin"
    assert replacement["insertedContent"] == {"text": "Tô Lâm"}


def test_what_is_to_be_written_in_several_places_is_one_fix(build):
    article = build.article("a.txt", "en", "Su Lin spoke. Su Lin left.\n")
    spans = [build.span(article, "Su Lin", after) for after in (0, 5)]
    found = build.finding(spans[0], fix=Fix(tuple(Edit(span, "{0} [Tô](Lâm)") for span in spans), Evidence.TERM))
    (result,) = run(build.report(article, findings=(found,)))["results"]
    ((change,),) = (fix["artifactChanges"] for fix in result["fixes"])
    assert [each["deletedRegion"]["charOffset"] for each in change["replacements"]] == [0, 14]
    assert {each["insertedContent"]["text"] for each in change["replacements"]} == {"{0} [Tô](Lâm)"}


def test_rules_come_with_their_pages(report):
    from xlcheck.rules import RULES

    rules = run(replace(report, rules=RULES))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for told, rule in zip(rules, RULES, strict=True):
        assert told["name"] == rule.name
        assert told["help"]["markdown"].replace("{{", "{").replace("}}", "}") == rule.page
        assert told["defaultConfiguration"]["level"] == str(rule.severity)
        assert "**" not in told["help"]["text"] and told["fullDescription"]["text"] in " ".join(rule.page.split())


@pytest.mark.parametrize(
    ("confidence", "precision"), [(1.0, "very-high"), (0.95, "high"), (0.9, "high"), (0.75, "medium"), (0.2, "low")]
)
def test_precision_is_the_rules_share_of_right_findings(report, monkeypatch, confidence, precision):
    monkeypatch.setattr(sarif, "rate", lambda _code: confidence)
    told = run(report)["tool"]["driver"]["rules"]
    assert {rule["properties"]["precision"] for rule in told} == {precision}


def test_an_unread_input_is_a_notification_and_no_success(report):
    (invocation,) = run(replace(report, failures=("a.txt:1: not text; remove it", "b.txt:1: gone")))["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [(note["level"], note["message"]["text"]) for note in invocation["toolExecutionNotifications"]]
    assert told == [("error", "a.txt:1: not text; remove it"), ("error", "b.txt:1: gone")]


def test_uris_are_relative_and_encoded(build):
    def uri(path):
        article = build.article(path, "fr", "Bonjour.\n")
        (result,) = run(build.report(article, findings=(build.finding(article.sentences[0].span),)))["results"]
        return result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert uri("./tin tức/a#1?.txt") == {"uri": "tin%20t%E1%BB%A9c/a%231%3F.txt", "uriBaseId": "%SRCROOT%"}
    assert uri("a:b.txt")["uri"] == "a%3Ab.txt"
    assert unquote_to_bytes(uri("caf\udce9.txt")["uri"]) == b"caf\xe9.txt"
    assert uri("/srv/tin tức.txt") == {"uri": "file:///srv/tin%20t%E1%BB%A9c.txt"}


def test_fingerprints_are_the_findings(report):
    told = [result["partialFingerprints"] for result in run(report)["results"]]
    found = {finding.rule: finding.fingerprint for finding in report.findings}
    assert told == [{"xlcheckFinding/v1": found[rule]} for rule in ("XL403", "XL301", "XL302", "XL110")]


def test_hostile_text_is_no_link_and_no_placeholder(hostile):
    only = run(hostile)
    for text in (
        *(result["message"]["text"] for result in only["results"]),
        *(note["message"]["text"] for note in only["invocations"][0]["toolExecutionNotifications"]),
    ):
        before, _, links = text.partition("See: ")
        assert "[click\\](http" in before and "[click](" not in before
        assert "{{0}}" in before and "{0}" not in before.replace("{{0}}", "")
        assert not any(ord(character) < 32 or character == "\u202e" for character in text)
        assert not links or links == "[ca,fé: 100%/a|b \\[x\\](y).txt:1:1](1)"


def test_severity_of_a_finding_wins(report):
    noted = tuple(replace(finding, severity=Severity.NOTE, confidence=0.5) for finding in report.findings)
    results = run(replace(report, findings=noted))["results"]
    assert {(result["level"], result["rank"]) for result in results} == {("note", 50.0)}
