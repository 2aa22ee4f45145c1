"""Workflow commands, read back as the runner reads them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from xlcheck.model import Severity
from xlcheck.report import FORMATS

COMMAND = re.compile(r"::(error|warning|notice) (.*?)::(.*)")


def read(report):
    """Every command as (name, properties, message), and the last line."""
    *lines, last = FORMATS["github"](report).removesuffix("\n").split("\n")
    commands = []
    for line in lines:
        name, properties, message = COMMAND.fullmatch(line).groups()
        told = (pair.split("=", 1) for pair in properties.split(","))
        commands.append((name, {key: decoded(value) for key, value in told}, decoded(message)))
    return commands, last


def decoded(text):
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_every_finding_is_an_annotation(report):
    commands, last = read(report)
    assert [name for name, _, _ in commands] == ["warning", "error", "error", "error"]
    place = {"file": "news/es.txt", "line": "10", "endLine": "10", "col": "58", "endColumn": "64"}
    assert commands[3][1] == place | {"title": "XL110 name-misread"}
    assert commands[3][2].split("\n") == [
        "“Su Lin” is Tô Lâm misread from Chinese characters",
        "fix: Tô Lâm",
        "why: Tô Lâm is written 苏林, which Mandarin reads Su Lin",
        "see: news/en.txt:1:27",
    ]
    assert last == "4 findings (3 errors, 1 warning) in 1 of 3 documents; 1 of 2 events in several documents"


def test_over_several_lines_there_are_no_columns(report):
    commands, _ = read(report)
    assert commands[2][1]["endLine"] != commands[2][1]["line"]
    assert "col" not in commands[2][1] and "endColumn" not in commands[2][1]


def test_columns_are_code_points_and_paths_a_repositorys(build):
    name = unicodedata.normalize("NFD", "Tô Lâm")
    article = build.article("./tin/a.txt", "vi", f"𝄞😀 {name} phát biểu.\n")
    found = build.finding(build.span(article, name), severity=Severity.NOTE)
    ((command, properties, _),), _ = read(build.report(article, findings=(found,)))
    assert (command, properties["file"]) == ("notice", "tin/a.txt")
    assert (properties["col"], properties["endColumn"]) == ("4", "12")


def test_unread_inputs_are_errors(report):
    commands, _ = read(replace(report, failures=("a.txt:1: not text; remove it",)))
    assert commands[-1] == ("error", {"title": "xlcheck could not read an input"}, "a.txt:1: not text; remove it")


def test_hostile_text_gives_no_command_and_no_property(hostile):
    commands, _ = read(hostile)
    assert len(commands) == 3
    _, properties, message = commands[0]
    assert properties["file"] == "ca,fé: 100%/a|b [x](y).txt"
    assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert message.startswith("“=HYPERLINK(1)") and "::error::x, y: z” is wrong (round number)\nfix: " in message
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", FORMATS["github"](hostile))
