"""Markdown and files of ignores through the whole command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck.cli import main

GREEN, RED, BROKEN = 0, 1, 2
LEAD = "El presidente viajó ayer a la **capital** para asistir a la [reunión](https://example.org) con los dirigentes."
LEFT = "The two sides agreed to *maintain exchanges* and close coordination at multilateral forums this year."
SAID = "xlcheck-ignore XL301: quoted from the release until 2030-12-31"
TALKS = f"---\ntitle: Conversaciones en la capital\nlang: es\n---\n\n{LEAD}\n\n- {LEFT}\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("content")
    folder.mkdir()
    (folder / "talks.md").write_text(TALKS, "utf-8")
    (folder / "README.md").write_text(f"# Sobre estos textos\n\n{LEFT}\n\n{LEAD}\n", "utf-8")
    return folder


def check(*paths: str) -> tuple[int, list[tuple[str, str, int, int]], str]:
    """The exit code; rule, file, line and column of every finding; what is told on standard error."""
    arguments = ["check", *(paths or ("content",)), "--format", "json", "--no-cache", "--today", "2030-01-01"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    findings = json.loads(result.stdout)["findings"] if result.stdout else []
    places = [(found["rule"], Path(found["path"]).name, found["line"], found["column"]) for found in findings]
    return result.exit_code, places, result.stderr


@pytest.mark.usefixtures("content")
def test_a_finding_in_markdown_stands_where_the_file_has_it() -> None:
    assert check() == (RED, [("XL301", "talks.md", 8, 3)], "")


def test_front_matter_is_checked_and_the_readme_where_it_is_named(content: Path) -> None:
    (content / "talks.md").write_text(
        TALKS.replace("Conversaciones en la capital", f'"{LEFT}"').split("- The")[0], "utf-8"
    )
    assert check() == (RED, [("XL301", "talks.md", 2, 9)], "")
    assert ("README.md", 3) in {(file, line) for _, file, line, _ in check("content/README.md")[1]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"- {LEFT}", f"- {LEFT} <!-- {SAID} -->"),
        (f"- {LEFT}", f"<!-- {SAID} -->\n\n- {LEFT}"),
        ("lang: es", f"lang: es\n# {SAID}"),
    ],
)
def test_comments_pass_over_it(old: str, new: str, content: Path) -> None:
    (content / "talks.md").write_text(TALKS.replace(old, new), "utf-8")
    assert check() == (GREEN, [], "")


def test_broken_front_matter_is_told_and_the_other_files_are_checked(content: Path) -> None:
    (content / "broken.md").write_text("---\ntitle: Talks: day two\n---\n\nText.\n", "utf-8")
    code, findings, told = check()
    assert (code, findings) == (BROKEN, [("XL301", "talks.md", 8, 3)])
    assert told.startswith("xlcheck: content/broken.md:2: front matter is not valid YAML: ")
    assert told.count("\n") == 1


def test_a_file_of_ignores_beside_a_text(content: Path) -> None:
    (content / "talks.md").unlink()
    (content / "talks.txt").write_text(f"Conversaciones\n\n{LEAD}\n\n{LEFT}\n", "utf-8")
    assert check()[0] == RED
    ignores = content / "talks.txt.xlcheck"
    ignores.write_text("# agreed with the desk\nXL301 at “The two sides”: quoted until 2030-12-31\n", "utf-8")
    assert check() == (GREEN, [], "")
    assert check("content/talks.txt", "content/talks.txt.xlcheck") == (GREEN, [], "")
    ignores.write_text("XL301: quoted until 2029-12-31\n", "utf-8")
    assert check() == (RED, [("XL301", "talks.txt", 5, 1), ("XL901", "talks.txt.xlcheck", 1, 1)], "")
