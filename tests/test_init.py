"""`xlcheck init`: the files it writes, and the jobs in them, run as far as they run without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from xlcheck.cli import main

SCHEMAS = Path(__file__).parent / "schemas"
ALWAYS = {"xlcheck.toml", "glossary/terms.toml"}
GITHUB, GITLAB, PIPELINE = ".github/workflows/xlcheck.yml", ".gitlab/xlcheck.yml", ".gitlab-ci.yml"
PAGE = """\
El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes del país.

The two sides agreed to maintain exchanges and close coordination at multilateral forums this year.
"""
TOOL = '#!/bin/sh\nexec "{python}" -m xlcheck.cli "$@"\n'
INSTALLER = "#!/bin/sh\nexit 0\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / "texts: ours").mkdir(parents=True)
    (folder / "texts: ours" / "talks.md").write_text(PAGE, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def init(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", *arguments], catch_exceptions=False)


def written(project: Path) -> set[str]:
    files = (file.relative_to(project).as_posix() for file in project.rglob("*") if file.is_file())
    return {name for name in files if not name.startswith(("texts", ".git/"))}


def loaded(name: str, schema: str) -> Any:
    """A CI file that is as its published schema says."""
    file = yaml.safe_load(Path(name).read_text("utf-8"))
    named = {"on" if key is True else key: value for key, value in file.items()}  # what YAML 1.1 takes `on` for
    jsonschema.Draft7Validator(json.loads((SCHEMAS / schema).read_text("utf-8"))).validate(named)
    return file


def job(lines: list[str], project: Path) -> subprocess.CompletedProcess[str]:
    """The script of a job, with nothing to install."""
    tools = project.parent / "tools"
    tools.mkdir()
    for name, text in (("xlcheck", TOOL.format(python=sys.executable)), ("pip", INSTALLER)):
        (tools / name).write_text(text, "utf-8")
        (tools / name).chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(project.parent / "summary.md"),
    }
    return subprocess.run(
        ["bash", "-e", "-c", "\n".join(lines)], env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_the_job_for_github(project: Path) -> None:
    assert init("texts: ours").exit_code == 0
    assert written(project) == {*ALWAYS, GITHUB}
    steps = loaded(GITHUB, "github-workflow.json")["jobs"]["check"]["steps"]
    done = job([step["run"] for step in steps if "run" in step], project)
    assert done.returncode == 1, done.stderr
    assert "::error file=texts%3A ours/talks.md,line=3," in done.stdout
    assert "1 finding (1 error) in 1 of 1 document" in (project.parent / "summary.md").read_text("utf-8")
    (kept,) = (step["with"]["path"] for step in steps if step.get("uses", "").startswith("actions/cache@"))
    assert any(file.is_file() for file in Path(kept).rglob("*"))


def test_the_job_for_gitlab(project: Path) -> None:
    assert init("texts: ours", "--ci", "gitlab").exit_code == 0
    assert written(project) == {*ALWAYS, GITLAB, PIPELINE}
    included = loaded(PIPELINE, "gitlab-ci.json")["include"]
    assert included == [{"local": GITLAB}]
    check = loaded(GITLAB, "gitlab-ci.json")["xlcheck"]
    done = job(check["script"], project)
    assert done.returncode == 1, done.stderr
    assert "talks.md:3:1" in done.stdout
    reports = check["artifacts"]["reports"]
    (finding,) = json.loads(Path(reports["codequality"]).read_text("utf-8"))
    assert finding["location"]["path"] == "texts: ours/talks.md"
    assert "<testsuite" in Path(reports["junit"]).read_text("utf-8")
    assert any(file.is_file() for file in Path(check["cache"]["paths"][1]).rglob("*"))
    assert check["artifacts"]["when"] == "always"


def test_the_repository_shows_whose_job_it_is(project: Path) -> None:
    git = project / ".git" / "config"
    git.parent.mkdir()
    git.write_text('[remote "origin"]\n\turl = git@gitlab.example.org:news/desk.git\n', "utf-8")
    init()
    assert written(project) == {*ALWAYS, GITLAB, PIPELINE}


def test_a_pipeline_that_is_there_is_left_and_told_what_to_add(project: Path) -> None:
    (project / PIPELINE).write_text("build: {script: make}\n", "utf-8")
    said = init().stdout
    assert f"{PIPELINE}: already exists, not changed\n{PIPELINE}: add  include: [{{local: {GITLAB}}}]\n" in said
    assert (project / PIPELINE).read_text("utf-8") == "build: {script: make}\n"
    (project / PIPELINE).write_text(f"include: [{{local: {GITLAB}}}]\n", "utf-8")
    assert "add" not in init().stdout


def test_no_job(project: Path) -> None:
    assert init("--ci", "none").exit_code == 0
    assert written(project) == ALWAYS


def test_another_host_is_refused() -> None:
    assert init("--ci", "jenkins").exit_code == 2
