"""Language packs of other distributions."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from xlcheck.lang import TOPICS

_ONES = ("kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen")
_ROWS = [*(f"value\t{n}\t{word}" for n, word in enumerate(_ONES, 2)), "value\t100\tsata", "scale-free\t1000\ttuhat"]
NUMBERS = "\n".join(("kind\tvalue\twords", *_ROWS, ""))
OF = "of xlcheck-finnish 1.2: cannot be used"


def distribution(folder: Path, tag: str = "fi", value: str = "finnish_pack") -> Path:
    """A distribution, as an installer leaves it, that adds a pack of Finnish with numbers alone."""
    pack, info = folder / "finnish_pack", folder / "xlcheck_finnish-1.2.dist-info"
    pack.mkdir(parents=True)
    info.mkdir()
    (pack / "__init__.py").touch()
    (pack / "numbers.tsv").write_text(NUMBERS, "utf-8")
    (pack / "pack.toml").write_text(f"unknown = {[topic for topic in TOPICS if topic != 'numbers']!r}", "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: xlcheck-finnish\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(f"[xlcheck.languages]\n{tag} = {value}\n")
    return pack


def check(folder: Path, path: Path) -> "subprocess.CompletedProcess[str]":
    """A run on an English sentence with a figure and a Finnish one with another number in words."""
    rows = (
        "en\tfi",
        "The city now has 5 old bridges across the river.\tKaupungissa on nyt seitsemän siltaa joen yli.",
        "",
    )
    (folder / "rows.tsv").write_text("\n".join(rows), "utf-8")
    command = [sys.executable, "-m", "xlcheck.cli", "check", "rows.tsv"]
    places = os.pathsep.join(filter(None, (str(path), os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": places}
    options = ["--format", "json", "--pedantic", "--no-cache"]
    return subprocess.run([*command, *options], cwd=folder, env=environment, capture_output=True, text=True)


def numbers(run: "subprocess.CompletedProcess[str]") -> list[str]:
    return [each["message"] for each in json.loads(run.stdout)["findings"] if each["rule"] == "XL201"]


def test_an_added_pack_is_used(tmp_path: Path) -> None:
    distribution(tmp_path / "site")
    assert numbers(check(tmp_path, tmp_path / "none")) == []
    (message,) = numbers(check(tmp_path, tmp_path / "site"))
    assert "“seitsemän”" in message


@pytest.mark.parametrize(
    ("tag", "value", "broken", "line"),
    [
        (
            "fi",
            "not_there",
            "",
            f"language pack 'fi' {OF} (No module named 'not_there')",
        ),
        ("finnish!", "finnish_pack", "", f"language pack 'finnish!' {OF} (its name is not a"),
        (
            "es",
            "finnish_pack",
            "",
            "language pack 'es': xlcheck has one of its own; remove the package,",
        ),
        ("fi", "finnish_pack", "numbers.tsv", "numbers.tsv:2: 1 columns where the head has 3; correct the row"),
        (
            "fi",
            "finnish_pack",
            "__init__.py",
            f"language pack 'fi' {OF} (name 'value' is not",
        ),
    ],
)
def test_an_added_pack_that_is_broken_ends_the_run_with_a_line(
    tmp_path: Path, tag: str, value: str, broken: str, line: str
) -> None:
    pack = distribution(tmp_path / "site", tag, value)
    if broken:
        (pack / broken).write_text("kind\tvalue\twords\nvalue\n" if broken.endswith("tsv") else "value\n", "utf-8")
    run = check(tmp_path, tmp_path / "site")
    assert (run.returncode, run.stdout) == (2, "")
    assert line in run.stderr
    assert len(run.stderr.splitlines()) == 1
