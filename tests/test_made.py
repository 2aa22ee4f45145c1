"""What is made from the program is current, and what the documents say of the set-up is what CI runs."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from xlcheck.pipeline.glossary import sound
from xlcheck.terms import load
from xlcheck.terms.validate import validate

ROOT = Path(__file__).parents[1]


def test_reports_readme_and_guide_are_current() -> None:
    renew = runpy.run_path(str(ROOT / "lab" / "renew.py"))
    assert renew["run"](check=True) == [], "run: python lab/renew.py"


def test_the_readme_names_the_two_commands_and_ci_runs_them() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "pip install . && xlcheck check seeds/" in readme
    (tests,) = re.findall(r"^pip install -e '\.\[test\]' && (pytest.*)$", readme, re.MULTILINE)
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert "python -m pip install --quiet --disable-pip-version-check -e '.[test]'" in script
    assert tests in script and script[-1] == ".ci/wheel"
    assert "s/^pip install \\. && //p" in (ROOT / ".ci" / "wheel").read_text("utf-8")


@pytest.mark.parametrize("page", ["xlcheck/guide/glossary.md", "glossary/README.md"])
def test_the_glossaries_that_are_shown_do_what_their_examples_say(page: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(\[\[concept\]\].*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        file = tmp_path / f"{number}.toml"
        file.write_text(block, "utf-8")
        glossary = sound(load((str(file),)))
        assert any(concept.examples for concept in glossary.concepts)
        assert validate(glossary) == ()
