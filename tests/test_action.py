"""The GitHub action: what it declares, and its steps, run as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
GREEN, RED, BROKEN = 0, 1, 2
SOUND = "El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes del país.\n"
FOREIGN = "The two sides agreed to maintain exchanges and close coordination at multilateral forums this year.\n"


@dataclass(frozen=True)
class Done:
    code: int
    stdout: str
    stderr: str
    outputs: dict[str, str]
    summary: str


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "work space"
    for name in ("a page.md", "two/clean.txt"):
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Conversaciones\n\n{SOUND}", "utf-8")
    return folder


def run(name: str, workspace: Path, **inputs: str) -> Done:
    """Run the step whose script is called with this name, in the workspace, with these inputs and else the defaults."""
    (step,) = (step for step in STEPS if step.get("run", "").endswith(f" {name}"))
    runner = workspace.parent / "runner"
    runner.mkdir(exist_ok=True)
    given = {key: value["default"] for key, value in ACTION["inputs"].items()}
    given |= {key.replace("_", "-"): value for key, value in inputs.items()}
    places = {f"${{{{ inputs.{key} }}}}": value for key, value in given.items()}
    places["${{ steps.python.outputs.python-path }}"] = sys.executable
    files = {variable: runner / f"{variable}.{name}" for variable in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_bytes(b"")
    environment = {
        **os.environ,
        **{key: places[value] for key, value in step["env"].items()},
        **{variable: str(file) for variable, file in files.items()},
        "GITHUB_ACTION_PATH": str(ROOT),
        "RUNNER_TEMP": str(runner),
    }
    done = subprocess.run(
        [step["shell"], "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=workspace,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
    outputs = dict(line.split("=", 1) for line in told)
    return Done(done.returncode, done.stdout, done.stderr, outputs, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"))


def test_it_is_as_the_published_schema_of_actions_says() -> None:
    schema = json.loads((ROOT / "tests/schemas/github-action.json").read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(ACTION)


def test_inputs_never_become_the_text_of_a_shell() -> None:
    assert [step["run"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_every_input_is_used_every_output_is_written_and_every_other_action_has_a_version() -> None:
    steps = json.dumps(STEPS)
    for name in ACTION["inputs"]:
        assert f"inputs.{name} " in steps
    script = (ROOT / ".github/action.py").read_text("utf-8")
    told = re.findall(r"steps\.(?:places|check)\.outputs\.([\w-]+)", json.dumps(ACTION))
    assert told
    for name in told:
        assert f'_output("{name}"' in script
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) == 4
    assert all(re.fullmatch(r"(actions|github)/[\w/-]+@v\d+", name) for name in used)


def test_a_finding_is_red_annotated_summed_up_and_in_the_sarif_report(workspace: Path) -> None:
    page = workspace / "content" / "a page.md"
    page.write_text(page.read_text("utf-8") + f"\n{FOREIGN}", "utf-8")
    done = run("check", workspace, paths="content/a page.md\n\n  content/two  \n")
    assert done.code == RED, done.stderr
    assert re.search(r"^::error file=content/a page\.md,line=5,.*title=XL30[12]", done.stdout, re.MULTILINE)
    assert (done.outputs["exit-code"], done.outputs["findings"]) == ("1", "1")
    assert "1 finding (1 error) in 1 of 2 documents" in done.summary
    (result,) = json.loads(Path(done.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("content/a%20page.md")
    again = run("check", workspace, paths="content", fail_on="never", args="--select 'XL3, XL1' --target-language es")
    assert (again.code, again.outputs["exit-code"], again.outputs["findings"]) == (GREEN, "0", "1")


def test_a_clean_folder_is_green_and_keeps_what_was_found(workspace: Path) -> None:
    done = run("check", workspace)
    assert (done.code, done.outputs["findings"]) == (GREEN, "0"), done.stderr
    kept = Path(run("places", workspace).outputs["results"])
    assert any(file.is_file() for file in kept.rglob("*"))


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"paths": "content\nno such `file`"}, "no such `file`: no such file or folder; check the path"),
        ({"paths": "$(touch pwned)\n; touch pwned #\n--help"}, "$(touch pwned): no such file or folder"),
        ({"args": "--select XL999; touch pwned"}, "XL999"),
        ({"args": "--select 'XL1"}, "args or pip-args: no closing quotation; write them as in a shell"),
        ({"fail_on": "sometimes"}, "'sometimes' is not one of"),
        ({"glossary": "none at all.toml\n"}, "none at all.toml"),
    ],
)
def test_what_cannot_be_run_is_2_and_told(inputs: dict[str, str], told: str, workspace: Path) -> None:
    done = run("check", workspace, **inputs)
    assert done.code == BROKEN
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(workspace.parent.rglob("pwned"))
    if done.outputs:
        assert done.outputs["exit-code"] == "2"
        assert told in done.summary


def test_no_code_of_the_workspace_is_run(workspace: Path) -> None:
    for name in ("json", "click", "pip", "xlcheck"):
        (workspace / f"{name}.py").write_text("open('pwned', 'w')\nraise SystemExit('taken')\n", "utf-8")
    assert run("check", workspace).code == GREEN
    assert run("install", workspace, pip_args="--help").code == GREEN
    assert not list(workspace.parent.rglob("pwned"))


def test_an_old_report_is_not_taken_for_one_of_this_run(workspace: Path) -> None:
    assert run("check", workspace).outputs["sarif"]
    assert run("check", workspace, args="--no-such-flag").outputs["sarif"] == ""


def test_the_key_of_what_is_kept_holds_for_this_software(workspace: Path) -> None:
    told = run("places", workspace)
    assert told.code == GREEN
    assert re.fullmatch(r"[\w.-]+-\d+\.\d+\.\d+-[0-9a-f]{16}", told.outputs["key"])
    assert run("places", workspace).outputs == told.outputs


def test_installing_takes_the_arguments_of_pip_and_leaves_the_python_of_the_job_alone(workspace: Path) -> None:
    done = run("install", workspace, pip_args="--help", extras="xlsx")
    assert done.code == GREEN, done.stderr
    assert "pip install [options]" in done.stdout
    assert list((workspace.parent / "runner" / "xlcheck" / "venv").glob("*/python*"))


def test_the_report_is_uploaded_though_the_check_fails_and_nothing_fails_by_it() -> None:
    (upload,) = (step for step in STEPS if "continue-on-error" in step)
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["if"].startswith("always() && ")
    assert upload["with"]["sarif_file"] == ACTION["outputs"]["sarif"]["value"]
