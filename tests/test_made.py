"""What is made from the program is current, and what the documents say of the set-up is what CI runs."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_reports_and_readme_are_current() -> None:
    renew = runpy.run_path(str(ROOT / "lab" / "renew.py"))
    assert renew["run"](check=True) == [], "run: python lab/renew.py"


def test_the_readme_names_the_two_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "pip install . && xlcheck check seeds/" in readme
    assert "pip install -e '.[test]' && pytest" in readme
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "pip install --quiet --disable-pip-version-check -e '.[test]'" in script
    assert script.rstrip().endswith("pytest")
