"""A project's life with xlcheck, as an engineer sees it: red, an exception, green, its end, red, a baseline, red."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main

PAGE = """\
<html lang="es"><body><h1>Conversaciones en la capital</h1>
<p>El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes del país.</p>
<p>The two sides agreed to maintain exchanges and close coordination at multilateral forums this year.</p>
</body></html>
"""
IGNORE = """\
[[ignore]]
rule = "untranslated"
path = "content/es/talks.html"
fingerprint = "{fingerprint}"
reason = "quoted from the joint statement, which is in English"
author = "Ana"
until = 2030-06-30
"""
GREEN, RED, BROKEN = 0, 1, 2


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def check(day: str = "2030-01-01", *arguments: str) -> tuple[int, list[tuple[str, int]]]:
    """The exit code, and rule and line of every finding."""
    result = run("check", "content", "--today", day, "--format", "json", *arguments)
    return result.exit_code, [(found["rule"], found["line"]) for found in json.loads(result.stdout)["findings"]]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "content" / "es" / "talks.html"
    file.parent.mkdir(parents=True)
    file.write_text(PAGE, "utf-8")
    return file


def fingerprint() -> str:
    log = json.loads(run("check", "content", "--format", "sarif").stdout)
    (result,) = log["runs"][0]["results"]
    return str(result["partialFingerprints"]["xlcheckFinding/v1"])


def test_the_story(page: Path, tmp_path: Path) -> None:
    assert run("init").exit_code == GREEN
    assert {"xlcheck.toml", "glossary", ".github"} <= {path.name for path in tmp_path.iterdir()}
    assert check() == (RED, [("XL301", 3)])

    ignores = tmp_path / "xlcheck-ignore.toml"
    ignores.write_text(IGNORE.format(fingerprint=fingerprint()), "utf-8")
    assert check("2030-01-01") == (GREEN, [])
    assert check("2030-06-30") == (GREEN, [])
    assert check("2030-07-01") == (RED, [("XL301", 3), ("XL901", 1)])

    # the exception is given up, and what is there taken for known
    ignores.unlink()
    written = run("baseline", "write", "content")
    assert (written.exit_code, written.stdout) == (GREEN, "xlcheck-baseline.json: 1 finding known, 0 before\n")
    assert check() == (GREEN, [])
    assert check("2030-01-01", "--no-baseline") == (RED, [("XL301", 3)])

    # a line more above, and the finding is still known
    page.write_text(PAGE.replace("<h1>", "\n\n<h1>"), "utf-8")
    assert check() == (GREEN, [])

    new = "<p>The delegations will meet again before the end of the year in the second city of the country.</p>"
    page.write_text(PAGE.replace("<p>El", f"{new}\n<p>El"), "utf-8")
    assert check() == (RED, [("XL301", 2)])

    # the old error is mended and leaves the baseline; the new one is not taken into it
    page.write_text(PAGE.replace("<p>El", f"{new}\n<p>El").replace(PAGE.splitlines()[2], ""), "utf-8")
    pruned = run("baseline", "prune", "content")
    assert pruned.stdout == "xlcheck-baseline.json: 0 findings known, 1 before\n"
    assert check() == (RED, [("XL301", 2)])


def test_a_comment_in_the_page(page: Path) -> None:
    said = "<!-- xlcheck-ignore XL301: the joint statement until 2030-06-30 -->"
    page.write_text(PAGE.replace("<p>The two", f"{said}\n<p>The two"), "utf-8")
    assert check("2030-06-30") == (GREEN, [])
    assert check("2030-07-01") == (RED, [("XL301", 4), ("XL901", 3)])
    page.write_text(PAGE.replace("<p>El", f"{said}\n<p>El").replace(PAGE.splitlines()[2], ""), "utf-8")
    assert check("2030-06-30") == (GREEN, [("XL901", 2)])
    assert check("2030-06-30", "--fail-on", "warning")[0] == RED
    page.write_text(PAGE.replace("<p>The two", f"{said.replace('until', 'til')}\n<p>The two"), "utf-8")
    assert check() == (RED, [("XL301", 4), ("XL901", 3)])


@pytest.mark.usefixtures("page")
def test_settings_for_some_paths(tmp_path: Path) -> None:
    settings = tmp_path / "xlcheck.toml"
    settings.write_text('[[override]]\npaths = ["content/es/**"]\nseverity = { untranslated = "note" }\n', "utf-8")
    assert check() == (GREEN, [("XL301", 3)])
    settings.write_text('[[override]]\npaths = ["content/es/**"]\nfail-on = "never"\n', "utf-8")
    assert check() == (GREEN, [("XL301", 3)])
    assert check("2030-01-01", "--fail-on", "error") == (RED, [("XL301", 3)])
    settings.write_text('[[override]]\npaths = ["content/es/**"]\nignore = "xl3"\n', "utf-8")
    assert check() == (GREEN, [])
    settings.write_text('[[override]]\npaths = ["content/es/**"]\ntarget-language = "en"\n', "utf-8")
    assert check() == (RED, [("XL301", 1)])


@pytest.mark.usefixtures("page")
def test_init_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "xlcheck.toml").write_text('fail-on = "never"\n', "utf-8")
    assert "xlcheck.toml: already exists, not changed" in run("init", "texts: ours").stdout
    assert (tmp_path / "xlcheck.toml").read_text("utf-8") == 'fail-on = "never"\n'
    assert check() == (GREEN, [("XL301", 3)])
    assert "xlcheck check 'texts: ours' --format github" in (tmp_path / ".github/workflows/xlcheck.yml").read_text()
    assert run("glossary", "validate", "glossary").exit_code == GREEN


def test_a_baseline_is_left_as_it_was_where_a_page_cannot_be_read(page: Path, tmp_path: Path) -> None:
    run("baseline", "write", "content")
    before = (tmp_path / "xlcheck-baseline.json").read_bytes()
    page.with_name("bad.txt").write_bytes(b"\x00" * 100)
    page.write_text(PAGE.replace(PAGE.splitlines()[2], ""), "utf-8")
    result = run("baseline", "prune", "content")
    assert result.exit_code == BROKEN
    assert "xlcheck-baseline.json: not changed" in result.stderr
    assert (tmp_path / "xlcheck-baseline.json").read_bytes() == before


def test_a_file_that_is_wrong_is_a_line_each(page: Path, tmp_path: Path) -> None:
    (tmp_path / "xlcheck-ignore.toml").write_text('[[ignore]]\nrule = "XL301"\nreason = "x"\n', "utf-8")
    result = run("check", str(page))
    assert result.exit_code == BROKEN
    assert result.stderr == (
        "xlcheck: xlcheck-ignore.toml:1: an entry without 'until'; add until = 2030-12-31, the expiry date\n"
    )
    assert run("check", "content", "--today", "tomorrow").exit_code == BROKEN


def test_a_commented_file_of_init_has_right_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("init")
    text = (tmp_path / "xlcheck.toml").read_text("utf-8")
    lines = [line.removeprefix("# ") if "=" in line or "[[" in line else line for line in text.splitlines()]
    (tmp_path / "xlcheck.toml").write_text("\n".join(lines), "utf-8")
    shown = run("config", "show").stdout
    assert "default" not in shown and "not set" not in shown
    assert "[[override]]  # xlcheck.toml:" in shown
