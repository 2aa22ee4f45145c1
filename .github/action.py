"""The steps of the action (action.yml): where things are kept, installing, checking.

Inputs come as environment variables and become arguments of a program, never text of a shell.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shlex
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FAILED = 2
ISOLATED = "-I"
"""Python's own flag: no module is taken from the working directory, which holds what is to be checked."""


def places() -> int:
    """Tell the next steps which folders to keep, and the key they are kept under: other software, other key."""
    kept = _kept()
    software = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()[:16]
    system = "-".join((platform.system(), platform.machine(), platform.python_version()))
    _output("packages", str(kept / "packages"))
    _output("results", str(kept / "results"))
    _output("key", f"{system}-{software}")
    return 0


def install() -> int:
    """Install this very version beside, not into, the Python of the job."""
    extras = os.environ.get("EXTRAS", "").strip()
    wanted = f"{ROOT}[{extras}]" if extras else str(ROOT)
    folder = _kept() / "venv"
    venv.create(folder)
    pip = [
        sys.executable,
        ISOLATED,
        "-m",
        "pip",
        "--python",
        str(folder),
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    cache = ["--cache-dir", str(_kept() / "packages")]
    return subprocess.run([*pip, *cache, *shlex.split(os.environ.get("PIP_ARGS", "")), wanted], check=False).returncode


def check() -> int:
    """Run the check: annotations on standard output, the summary of the step, SARIF; the exit code is xlcheck's."""
    folder = _kept()
    sarif, summary = folder / "xlcheck.sarif", folder / "summary.md"
    for old in (sarif, summary):
        old.unlink(missing_ok=True)
    command = [
        *(str(_python()), ISOLATED, "-m", "xlcheck.cli", "check", "--cache", str(folder / "results")),
        *("--format", "github", "--format", f"sarif={sarif}", "--format", f"markdown={summary}"),
        *_arguments(),
    ]
    result = subprocess.run(command, check=False, stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
    sys.stderr.write(result.stderr)
    _output("exit-code", str(result.returncode))
    _output("findings", str(_count(sarif)) if sarif.exists() else "")
    _output("sarif", str(sarif) if sarif.exists() else "")
    _append("GITHUB_STEP_SUMMARY", _summary(summary, result.returncode, result.stderr))
    return result.returncode


def _arguments() -> Iterator[str]:
    for glossary in _lines("GLOSSARY"):
        yield from ("--glossary", glossary)
    if fail_on := os.environ.get("FAIL_ON", "").strip():
        yield from ("--fail-on", fail_on)
    yield from shlex.split(os.environ.get("ARGS", ""))
    yield "--"
    yield from _lines("PATHS")


def _lines(name: str) -> list[str]:
    return [line.strip() for line in os.environ.get(name, "").splitlines() if line.strip()]


def _count(sarif: Path) -> int:
    return sum(len(run["results"]) for run in json.loads(sarif.read_text("utf-8"))["runs"])


def _summary(report: Path, code: int, errors: str) -> str:
    told = report.read_text("utf-8") if report.exists() else ""
    if code != FAILED:
        return told
    fence = "`" * (3 + errors.count("`"))
    return f"{told}\n{fence}text\n{errors.strip()}\n{fence}\n"


def _kept() -> Path:
    folder = Path(os.environ["RUNNER_TEMP"]) / "xlcheck"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _python() -> Path:
    """The Python that xlcheck is installed in."""
    folder = _kept() / "venv" / ("Scripts" if os.name == "nt" else "bin")
    names = (folder / "python.exe", folder / "python")
    return next((name for name in names if name.exists()), Path(sys.executable))


def _output(name: str, value: str) -> None:
    _append("GITHUB_OUTPUT", f"{name}={value}\n")


def _append(variable: str, text: str) -> None:
    with Path(os.environ[variable]).open("a", encoding="utf-8") as file:
        file.write(text)


def main(step: str) -> int:
    try:
        return {"places": places, "install": install, "check": check}[step]()
    except ValueError as error:  # of shlex
        sys.stderr.write(f"xlcheck: args or pip-args: {str(error).lower()}; write them as in a shell\n")
        return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
