"""What the README and the guide show is run: every command, every setting, every snippet of Python."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from xlcheck.cli import main

ROOT = Path(__file__).parents[1]
GUIDE = sorted((ROOT / "xlcheck" / "guide").glob("*.md"))
PAGES = [ROOT / "README.md", *GUIDE]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`(xlcheck [^`\n]+)`")
UNTIL_CTRL_C = ("--watch", "review")
OTHER_SOURCES = ("NAME_OR_PATH", "OWNER/")

TEXTS = {
    "content/en/talks.md": (
        "---\nlang: en\n---\nThe talks in Hanoi ended on Monday.\n\nBoth sides signed 45 agreements.\n"
    ),
    "content/es/talks.md": (
        "---\nlang: es\n---\nLas conversaciones en Hanói terminaron el lunes.\n\nLas dos partes firmaron 40 acuerdos.\n"
    ),
    "articles/en.txt": "The talks in Hanoi ended on Monday.\n",
    "terms.csv": "en,es\ntalks,conversaciones\n",
}


def blocks(*languages: str) -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for language, text in BLOCK.findall(page.read_text("utf-8")):
            if language in languages:
                yield page, text


def commands() -> list[str]:
    """Every xlcheck command that a page shows: in lines of a shell, in a job, and inside a sentence."""
    found = []
    for _, text in blocks("sh", "console", "yaml"):
        for line in text.splitlines():
            if start := re.search(r"(?:^|[$&-] |run: )(xlcheck .*)", line):
                found.append(start[1].partition(" | ")[0].partition(" > ")[0])
    for page in PAGES:
        found += INLINE.findall(BLOCK.sub("", page.read_text("utf-8")))
    return sorted({shlex.join(shlex.split(command, comments=True)) for command in found})


def git(folder: Path, *words: str) -> None:
    config = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *config, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a version, whose last commit nobody has made yet."""
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    shutil.copytree(ROOT / "glossary", tmp_path / "glossary")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "First")
    git(tmp_path, "tag", "v1.0")
    git(tmp_path, "checkout", "-b", "work")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", [each for each in commands() if not any(word in each for word in OTHER_SOURCES)])
def test_every_command_that_is_shown_runs(command: str) -> None:
    words = shlex.split(command.replace("$GITHUB_STEP_SUMMARY", "summary.md"))[1:]
    if len(words) == 1:  # named, not shown: it may need paths
        assert words[0] in main.commands or words[0].startswith("--")
        return
    if "prune" in words:
        CliRunner().invoke(main, ["baseline", "write", "content"])
    if any(word in words for word in UNTIL_CTRL_C):
        chosen = main.commands[words[0]]
        assert chosen.make_context(words[0], words[1:]).params["paths"]
        return
    result = CliRunner().invoke(main, words)
    assert result.exit_code in (0, 1), result.output
    assert "Error" not in result.stderr


def test_commands_are_found_in_all_kinds_of_places() -> None:
    shown = commands()
    assert "xlcheck check seeds/ --select XL110" in shown  # a console
    assert "xlcheck check content/ --diff main..." in shown  # a shell, with a remark
    assert "xlcheck explain XL406" in shown  # a sentence
    assert any("--format github" in command for command in shown)  # a job
    assert len(shown) > 40


def test_every_option_that_is_named_exists() -> None:
    known = {option for command in _every(main) for each in command.params for option in each.opts} | {"--help"}
    for page in PAGES:
        text = BLOCK.sub("", page.read_text("utf-8"))
        named = set(re.findall(r"`(--[a-z][a-z-]*)", text)) | set(re.findall(r"`xlcheck [^`]*?(--[a-z][a-z-]*)", text))
        assert named <= known, page


def _every(group: click.Command) -> Iterator[click.Command]:
    yield group
    for command in getattr(group, "commands", {}).values():
        yield from _every(command)


def test_settings_and_ignores_that_are_shown_are_read_without_a_word(project: Path) -> None:
    shown = [text for page, text in blocks("toml") if "[[concept]]" not in text and page.stem != "glossary"]
    (settings,) = (text for text in shown if "[[override]]" in text)
    (ignores,) = (text for text in shown if "[[ignore]]" in text)
    (project / "glossary" / "es.csv").write_text("en,es\ntalks,conversaciones\n", "utf-8")
    (project / "xlcheck.toml").write_text(settings, "utf-8")
    (project / "xlcheck-ignore.toml").write_text(ignores, "utf-8")
    result = CliRunner().invoke(main, ["config", "show", "content"])
    assert result.exit_code == 0, result.output
    assert "confidence = 0.7" in result.stdout
    checked = CliRunner().invoke(main, ["check", "content", "--select", "XL302"])
    assert (checked.exit_code, checked.stderr) == (0, "")


def test_ignores_next_to_a_file_and_in_a_page_are_ignores(project: Path) -> None:
    (beside,) = (text for _, text in blocks("text") if " until " in text)
    (comment,) = (text for _, text in blocks("markdown") if "xlcheck-ignore" in text)
    folder = project / "pages"
    folder.mkdir()
    page = folder / "talks.md"
    page.write_text("The talks ended.\n\nComrade Su Lin left.\n", "utf-8")
    assert _found("pages") == [("XL110", 3)]
    page.write_text(f"The talks ended.\n\nComrade Su Lin left.\n\n{comment}", "utf-8")
    (folder / "talks.md.xlcheck").write_text(beside, "utf-8")
    # the misread name is silenced; of the other two, which silence nothing, each is read
    assert _found("pages") == [("XL901", 5), ("XL901", 1)]


def _found(folder: str) -> list[tuple[str, int]]:
    result = CliRunner().invoke(main, ["check", folder, "--format", "json"])
    return [(finding["rule"], finding["line"]) for finding in json.loads(result.stdout)["findings"]]


def test_jobs_are_yaml() -> None:
    jobs = list(blocks("yaml"))
    assert len(jobs) == 4
    for _, text in jobs:
        assert yaml.safe_load(text)


def test_python_that_is_shown_runs() -> None:
    snippets = list(blocks("python"))
    assert len(snippets) == 1
    for _, text in snippets:
        printed = StringIO()
        with redirect_stdout(printed):
            exec(compile(text, "guide", "exec"), {})
        assert [line.rsplit(" ", 1)[0] for line in printed.getvalue().splitlines()] == ["(0,) (0,)", "(1,) (1,)"]


def test_the_keys_of_json_are_those_of_a_report() -> None:
    page = (ROOT / "xlcheck" / "guide" / "json.md").read_text("utf-8")
    (shown,) = (text for language, text in BLOCK.findall(page) if language == "text")
    report = json.loads((ROOT / "reports" / "seeds.json").read_text("utf-8"))
    finding, document = report["findings"][0], report["documents"][0]
    related = next(each for found in report["findings"] for each in found["related"])
    measured = next(found["measured"] for found in report["findings"] if found["measured"])
    doubt = {"name", "means"}
    assert set(re.findall(r'"(\w+)"', shown)) == {*report, *finding, *document, *related, *measured, *doubt}


def test_every_link_leads_somewhere() -> None:
    for page in (*PAGES, ROOT / "reports" / "measured.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert target.startswith("https://") or (page.parent / target).exists(), f"{page}: {target}"
    for page in GUIDE:
        for topic in re.findall(r"xlcheck guide ([a-z-]+)", page.read_text("utf-8")):
            assert page.with_stem(topic).exists(), f"{page}: {topic}"


def test_every_figure_has_its_command() -> None:
    measured = (ROOT / "reports" / "measured.md").read_text("utf-8")
    rows = [line.split("|") for line in measured.splitlines() if line.startswith("|")][2:]
    assert len(rows) > 20
    for row in rows:
        command = re.fullmatch(r" `python (lab/bench/\w+\.py)( --[^`]*)?` ", row[-2])
        assert command, row
        script = (ROOT / command[1]).read_text("utf-8")
        options = re.findall(r"--[a-z]+", command[2] or "")
        assert all(f'"{option}"' in script or "arguments(" in script for option in options), row
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = [line.split("|") for line in readme.splitlines() if "`python lab/bench/" in line]
    assert len(shown) == 5
    assert all((cells[1], cells[2], cells[-2]) in {(row[1], row[2], row[-2]) for row in rows} for cells in shown)
