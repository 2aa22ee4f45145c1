"""What the commands print, whatever files, names, keys and texts hold: no control character, no line of others."""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import subprocess
import warnings
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck import pipeline
from xlcheck.cli import main
from xlcheck.report import FORMATS
from xlcheck.terms.write import FORMATS as GLOSSARIES

SPEAKING = (
    "x\n::error title=forged::a\r::add-mask::b\u2028::warning::c\x85##[error]d ##vso[task.complete]e ##teamcity[f]\n"
    "\x1b]0;title\x07\x1b[2J\x9b31m\x7f\u202egnp\u2066 \x0b::notice::g"
)
"""Commands of three CI services, line breaks of five kinds, escape sequences, and what turns the direction."""
QUIET = "::error title=forged::b ##[error]d ##vso[task.complete]e \u202egnp\u2066"
"""What a term may hold: no control characters."""
TOML = "".join(f"\\u{ord(sign):04x}" for sign in SPEAKING)

ENGLISH = f"""\
The two leaders met in Hanoi on Monday

General Secretary Tô Lâm met President Xi Jinping in Hanoi on 26 January 2026. They spoke for 45 minutes {SPEAKING}.

Both sides agreed to build 12 bridges {SPEAKING} over the river before 2030.
"""
SPANISH = f"""\
Los dos dirigentes se reunieron en Hanói el lunes

El secretario general Su Lin {SPEAKING} se reunió con el presidente Xi Jinping en Hanói el 27 de enero de 2026. \
Hablaron durante 54 minutos.

Both sides agreed to build 12 bridges over the river {SPEAKING} before the end of the year 2030, and ::error::more.
"""
GLOSSARY = f"""\
[[concept]]
id = "a{TOML}"
kind = "person"
note = "{TOML}"
source = "{TOML}"
en = "Tô Lâm"
es = {{ preferred = "Tô Lâm", admitted = ["b {QUIET}"], forbidden = ["Su Lin"] }}
examples = [{{ language = "es", wrong = "{QUIET}", right = "x {QUIET}" }}]
"""
PAIR = (f"news/{SPEAKING}.en.txt", f"news/{SPEAKING}.es.txt")
BASE = ("--no-cache", "--no-baseline", "--glossary", "good.toml", "--target-language", "es")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles of one event, one that is no text, a table, glossaries and settings: all of them speak."""
    if os.name == "nt":
        pytest.skip("Windows has no such names")
    monkeypatch.chdir(tmp_path)
    for name, text in {
        f"news/{SPEAKING}.en.txt": ENGLISH,
        f"news/{SPEAKING}.es.txt": SPANISH,
        f"unread/{SPEAKING}.txt": "\0\0",
        f"{SPEAKING}.tsv": "en\tv\x1b]0;title\x07\x1b[2J\u202e\na\tb\n",
        f"{SPEAKING}.toml": GLOSSARY,
        "good.toml": re.sub("examples.*\n", "", GLOSSARY),
        f"bad{SPEAKING}.toml": f'[[concept]]\nid = "{TOML}"\nkind = "{TOML}"\nen = "x"\n',
        f"settings{SPEAKING}.toml": f'cache = "{TOML}"\n[[override]]\npaths = ["{TOML}"]\nfail-on = "note"\n',
        f"wrong{SPEAKING}.toml": f'"{TOML}" = "{TOML}"\nselect = ["{TOML}"]\n',
        f"ignores{SPEAKING}.toml": f'[[ignore]]\nrule = "{TOML}"\nreason = "{TOML}"\nuntil = 1\n',
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8", newline="")
    return tmp_path


HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def said(*arguments: str, codes: tuple[int, ...] = (0, 1)) -> str:
    """What a command prints on both streams, of others' text too, when it ends as it should."""
    result = CliRunner().invoke(main, arguments)
    text = result.stdout_bytes.decode() + result.stderr_bytes.decode()
    assert result.exit_code in codes, text
    assert "title" in text and "Traceback" not in text
    return text


def harm(text: str) -> list[str]:
    return [text[max(0, found.start() - 60) : found.end() + 20] for found in HARMFUL.finditer(text)]


def commands(text: str) -> list[str]:
    return [text[found.start() : found.end() + 40] for found in COMMAND.finditer(text)]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("github", "xlsx")])
def test_no_report_speaks(form: str) -> None:
    text = said("check", "news", *BASE, "--pedantic", "--format", form)
    assert harm(text) == commands(text) == []
    assert "forged" in text


@pytest.mark.usefixtures("project")
def test_only_its_own_commands_are_in_the_report_for_github() -> None:
    text = said("check", "news", *BASE, "--pedantic", "--format", "github")
    assert harm(text) == []
    own = [line for line in text.split("\n") if re.match("::(error|warning|notice) (file|title)=", line)]
    assert len(own) > 2
    assert commands("\n".join(line for line in text.split("\n") if line not in own)) == []
    assert not any("##[" in line or "##vso[" in line for line in own)


DONE: dict[str, tuple[str, ...]] = {
    "what would be fixed": ("check", "news", *BASE, "--fix", "--diff"),
    "settings": ("config", "show", "--config", f"settings{SPEAKING}.toml"),
    "a baseline": ("baseline", "write", "news", *BASE[:1], "--baseline", f"b{SPEAKING}.json"),
    "a project": ("init", SPEAKING),
    "events": ("match", "news", "--no-cache"),
    "events as JSON": ("match", "news", "--no-cache", "--format", "json"),
    "what ties two": ("match", "news", "--no-cache", "--explain", *PAIR),
    "why beads are made": ("align", *PAIR, "--no-cache", "--explain"),
    "sentences": ("segment", PAIR[1]),
    "sentences as JSON": ("segment", PAIR[1], "--format", "json"),
    "a glossary with problems": ("glossary", "validate", f"{SPEAKING}.toml"),
    "a term": ("glossary", "show", "Su Lin", "--glossary", "good.toml"),
    "no term": ("glossary", "show", SPEAKING, "--glossary", "good.toml"),
    **{f"beads as {form}": ("align", "news", "--no-cache", "--format", form) for form in ("text", "tsv", "tmx")},
    **{
        f"a glossary as {form}": ("glossary", "convert", "good.toml", "-", "--to", form)
        for form in GLOSSARIES
        if form != "xlsx"
    },
}
"""Commands that can be done."""

REFUSED: dict[str, tuple[str, ...]] = {
    "a table's header": ("check", f"{SPEAKING}.tsv", "--no-cache"),
    "a path that is not there": ("check", f"none{SPEAKING}", "--no-cache"),
    "a file that is no text": ("check", "unread", "--no-cache"),
    "settings that are wrong": ("check", "news", "--config", f"wrong{SPEAKING}.toml"),
    "an ignore file that is wrong": ("check", "news", "--ignores", f"ignores{SPEAKING}.toml", *BASE),
    "the page of a rule": ("explain", SPEAKING),
    "an option": ("check", f"--{SPEAKING}"),
    "a command": (SPEAKING,),
    "a format": ("check", "news", "--format", SPEAKING),
    "a choice": ("check", "news", "--fail-on", SPEAKING),
    "a day": ("check", "news", "--today", SPEAKING),
    "a port": ("review", "news", "--port", SPEAKING),
    "what cannot be reviewed": ("review", f"none{SPEAKING}", "--no-cache"),
    "a file to write": ("check", "news", *BASE, "--output", f"none/{SPEAKING}"),
    "a folder to write": ("check", "news", *BASE, "--format", f"json=good.toml/{SPEAKING}"),
    "a baseline that is not there": ("baseline", "prune", "news", "--baseline", f"none{SPEAKING}.json"),
    "what proposals are made of": ("glossary", "suggest", "unread", "--no-cache", "--no-glossary"),
    "a glossary that is wrong": ("glossary", "validate", f"bad{SPEAKING}.toml"),
    "a format of glossaries": ("glossary", "convert", "good.toml", f"out.{SPEAKING}"),
}
"""Commands that cannot be done."""


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", DONE)
def test_no_command_speaks_for_others(command: str) -> None:
    text = said(*DONE[command])
    assert harm(text) == commands(text) == []


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "command",
    [
        "what would be fixed",
        "settings",
        "events",
        "what ties two",
        "beads as text",
        "a glossary with problems",
        "a term",
    ],
)
def test_no_name_begins_a_line_of_its_own(command: str) -> None:
    assert not re.search("^\ufffd:error title=forged|^::error", said(*DONE[command]), re.MULTILINE)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", REFUSED)
def test_no_refusal_speaks_for_others(command: str) -> None:
    text = said(*REFUSED[command], codes=(2,))
    assert harm(text) == commands(text) == []
    assert len(text.splitlines()) <= 4


def test_no_revision_speaks(project: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    text = said("check", "news", *BASE, "--diff", SPEAKING, codes=(2,))
    assert harm(text) == commands(text) == []


@pytest.mark.usefixtures("project")
def test_what_is_fixed_is_counted_without_names() -> None:
    result = CliRunner().invoke(main, ("check", "news", *BASE, "--fix"))
    assert "xlcheck: fixed 1 finding in 1 file\n" in result.stderr and not harm(result.output)


@pytest.mark.parametrize("form", ["terminal", "json", "sarif", "html", "junit", "csv", "markdown"])
def test_a_name_that_is_not_utf8_can_be_reported(form: str, project: Path) -> None:
    (project / "bytes").mkdir()
    try:
        (project / "bytes" / os.fsdecode(b"caf\xe9.es.txt")).write_text(SPANISH, "utf-8", newline="")
        (project / "bytes" / os.fsdecode(b"none\xe9.txt")).write_bytes(b"\0\0")
    except OSError:
        pytest.skip("the file system takes only names in UTF-8")
    text = said("check", "bytes", *BASE, "--format", form, codes=(2,))
    assert harm(text) == [] and "none\ufffd.txt" in text


def broken(*_: object) -> None:
    raise ValueError(SPEAKING)


def warned(*_: object) -> None:
    warnings.warn(SPEAKING, UserWarning, stacklevel=1)
    logging.getLogger("a.library").warning("%s", SPEAKING)
    raise OSError(errno.EIO, SPEAKING, SPEAKING)


@pytest.mark.usefixtures("project")
def test_our_own_mistakes_speak_for_themselves_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "run", broken)
    result = CliRunner().invoke(main, ("check", "news", *BASE))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Traceback (most recent call last):\n") and "in broken" in result.stderr
    assert result.stderr.endswith("xlcheck: an error in xlcheck itself; please report it with the lines above\n")
    assert harm(result.stderr) == commands(result.stderr) == []


@pytest.mark.usefixtures("project")
def test_libraries_and_the_system_speak_in_lines_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "run", warned)
    monkeypatch.setattr(logging.getLogger("a.library"), "propagate", False)  # nobody listens
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        text = said("check", "news", *BASE, codes=(2,))
    assert [line[:25] for line in text.splitlines()] == [
        "xlcheck: UserWarning: x :",
        "xlcheck: a.library: x ::e",
        "xlcheck: x ::error title=",
    ]
    assert harm(text) == commands(text) == []


def test_a_format_that_cannot_number_characters_says_what_is_lost_in_print(project: Path) -> None:
    text = said("glossary", "convert", "good.toml", "-", "--to", "csv")
    assert text.endswith("xlcheck: control characters are printed as U+FFFD; name an output file to keep them\n")
    assert CliRunner().invoke(main, ("glossary", "convert", "good.toml", "out.csv")).exit_code == 0
    assert CliRunner().invoke(main, ("glossary", "convert", "out.csv", "back.toml")).exit_code == 0
    printed = CliRunner().invoke(main, ("glossary", "convert", "good.toml", "-", "--to", "toml")).stdout
    assert (project / "back.toml").read_text("utf-8") == printed


@pytest.mark.usefixtures("project")
def test_data_for_programs_is_exact() -> None:
    result = CliRunner().invoke(main, ("check", "news", *BASE, "--pedantic", "--format", "json"))
    report = json.loads(result.stdout)
    assert {document["path"] for document in report["documents"]} == set(PAIR)
    assert any("\x1b]0;title\x07\x1b[2J\x9b31m\x7f\u202egnp\u2066" in found["text"] for found in report["findings"])
