"""The hooks for pre-commit, as pre-commit runs them where it is installed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text("utf-8"))}
PAGE = "El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes del país.\n"
FOREIGN = "\nThe two sides agreed to maintain exchanges and close coordination at multilateral forums this year.\n"
GLOSSARY = '[[concept]]\nid = "un"\nen = "United Nations"\nes = "Naciones Unidas"\n'
WRONG = 'examples = [{ language = "es", wrong = "Las Naciones Unidas", right = "Las Naciones Unidas" }]\n'
ALONE = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
"""What git tells its own hooks, which would lead from the scratch repository to another."""


def call(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in ALONE}
    environment["PRE_COMMIT_HOME"] = str(folder.parent / "pre-commit")
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def pre_commit(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed: its hooks are not tried with it")
    return call(sys.executable, "-m", "pre_commit", *arguments, folder=folder)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose configuration has the hooks as they are, but for their being installed already."""
    folder = tmp_path / "repository"
    (folder / "content").mkdir(parents=True)
    (folder / "glossary").mkdir()
    call("git", "init", "--quiet", folder=folder)
    module = f"{sys.executable} -m xlcheck.cli"
    hooks = [
        hook | {"language": "system", "entry": hook["entry"].replace("xlcheck", module, 1)} for hook in HOOKS.values()
    ]
    configuration = {"repos": [{"repo": "local", "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration), "utf-8")
    for name, text in (("content/talks.md", PAGE), ("glossary/terms.toml", GLOSSARY), ("tool.py", "x = 1\n")):
        (folder / name).write_text(text, "utf-8")
    call("git", "add", "--all", folder=folder)
    call("git", "-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "--message=x", folder=folder)
    return folder


def staged(name: str, text: str, repository: Path) -> dict[str, str]:
    """What becomes of each hook when a file is staged."""
    (repository / name).write_text(text, "utf-8")
    call("git", "add", "--all", folder=repository)
    lines = pre_commit("run", "--color=never", folder=repository).stdout.splitlines()
    return {
        found[1]: found[2] for line in lines if (found := re.fullmatch(r"(.+?)\.{3,}.*?(Passed|Failed|Skipped)", line))
    }


def test_the_manifest_is_one(tmp_path: Path) -> None:
    done = pre_commit("validate-manifest", str(MANIFEST), folder=tmp_path)
    assert done.returncode == 0, done.stdout


def test_commands_are_there_and_no_files_are_passed() -> None:
    for hook in HOOKS.values():
        program, *command = hook["entry"].split()
        assert program == "xlcheck"
        done = call(sys.executable, "-m", "xlcheck.cli", *command, "--help", folder=ROOT)
        assert done.returncode == 0, done.stderr
        assert hook["pass_filenames"] is False and hook["require_serial"] is True


@pytest.mark.parametrize(
    ("name", "hooks"),
    [
        ("content/es/a.md", {"xlcheck"}),
        ("a.xhtml", {"xlcheck"}),
        ("a.txt.xlcheck", {"xlcheck"}),
        ("xlcheck-ignore.toml", {"xlcheck"}),
        ("sub/xlcheck.toml", {"xlcheck"}),
        ("glossary/a.toml", {"xlcheck", "xlcheck-glossary"}),
        ("a.py", set()),
        ("pyproject.toml", {"xlcheck"}),  # it may have the settings
        ("docs/pyproject.toml.txt.py", set()),
        ("amd", set()),
    ],
)
def test_which_files_call_which_hook(name: str, hooks: set[str]) -> None:
    assert {hook for hook, said in HOOKS.items() if re.search(said["files"], name)} == hooks


def test_what_is_wrong_is_red_wherever_it_stands_in_the_folder(repository: Path) -> None:
    assert staged("tool.py", "x = 2\n", repository) == {"xlcheck": "Skipped", "xlcheck glossary": "Skipped"}
    assert staged("content/talks.md", PAGE + FOREIGN, repository) == {
        "xlcheck": "Failed",
        "xlcheck glossary": "Skipped",
    }
    call(
        "git",
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@b",
        "commit",
        "--quiet",
        "--no-verify",
        "--message=y",
        folder=repository,
    )
    assert staged("content/more.md", PAGE + PAGE, repository)["xlcheck"] == "Failed"
    assert staged("content/talks.md", PAGE, repository)["xlcheck"] == "Passed"


def test_a_glossary_that_does_not_do_what_its_examples_say_is_red(repository: Path) -> None:
    assert staged("glossary/terms.toml", GLOSSARY + WRONG, repository)["xlcheck glossary"] == "Failed"
    assert staged("glossary/terms.toml", GLOSSARY + "\n", repository)["xlcheck glossary"] == "Passed"
