"""What of the folders is left out, and what has nothing to check, through the whole command."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from xlcheck.cli import main

LEAD = "El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes de la región.\n\n"
LEFT = "The two sides agreed to maintain exchanges and close coordination at multilateral forums this year.\n"
TEXT = f"{LEAD}{LEFT}"
FILES = ("es/talks.txt", "es/old/talks.txt", "drafts/new.txt", "fr/drafts/new.txt", "fr/talks.old.txt")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT, "utf-8")
    return tmp_path


def check(*arguments: str, command: str = "check") -> tuple[int, list[str], str]:
    """The exit code, the files that were read, from the folder on, and what is told."""
    result = CliRunner().invoke(main, [command, *arguments, "--format", "json", "--no-cache"], catch_exceptions=False)
    events = json.loads(result.stdout)["events"] if result.stdout else []
    return result.exit_code, sorted(path.removeprefix("content/") for event in events for path in event), result.stderr


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (("drafts/",), {"es/talks.txt", "es/old/talks.txt", "fr/talks.old.txt"}),
        (("drafts",), {"es/talks.txt", "es/old/talks.txt", "fr/talks.old.txt"}),
        (("/content/drafts",), {"es/talks.txt", "es/old/talks.txt", "fr/drafts/new.txt", "fr/talks.old.txt"}),
        (("drafts/new.txt",), set(FILES)),
        (("**/drafts/*.txt", "*.old.txt"), {"es/talks.txt", "es/old/talks.txt"}),
        (("content/es/**", "!content/es/old"), {"es/old/talks.txt", *FILES[2:]}),
        (("!es", "content/es"), set(FILES[2:])),
    ],
)
def test_patterns_are_those_of_gitignore(patterns: tuple[str, ...], left: set[str]) -> None:
    flags = [word for pattern in patterns for word in ("--exclude", pattern)]
    assert check("content", *flags)[1] == sorted(left)
    Path("xlcheck.toml").write_text(f"exclude = {json.dumps(patterns)}\n", "utf-8")
    assert check("content")[1] == sorted(left)
    assert check("content", command="match")[1] == sorted(left)


def test_patterns_of_a_file_begin_at_its_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("content/xlcheck.toml").write_text('exclude = ["/es/old", "fr/*.txt"]\n', "utf-8")
    left = ["drafts/new.txt", "es/talks.txt", "fr/drafts/new.txt"]
    assert check("content")[1] == left
    monkeypatch.chdir(site / "content" / "fr")
    assert check("..", "--exclude", "none")[1] == sorted(f"../{name}" for name in FILES)
    assert check("..")[1] == sorted(f"../{name}" for name in left)
    assert check(".")[1] == ["drafts/new.txt"]


def test_a_file_that_is_named_is_checked() -> None:
    assert check("content/drafts/new.txt", "--exclude", "drafts/")[1] == ["drafts/new.txt"]


def test_a_folder_without_anything_left_is_a_note_where_something_else_is_checked() -> None:
    said = "xlcheck: content: all files in this folder are excluded; nothing in it is checked\n"
    assert check("content", "--exclude", "*.txt")[::2] == (2, said)
    Path("other.txt").write_text("The ministers met in the capital on Monday.\n", "utf-8")
    code, _, told = check("content", "other.txt", "--exclude", "content/**")
    assert (code, told) == (0, said)


def test_the_baseline_and_alignment_and_revisions_leave_it_out() -> None:
    run = CliRunner().invoke(main, ["baseline", "write", "content", "--exclude", "drafts/", "--no-cache"])
    known = json.loads(Path("xlcheck-baseline.json").read_text("utf-8"))["findings"]
    assert run.exit_code == 0 and known and not [entry for entry in known if "drafts" in entry["path"]]
    Path("xlcheck-baseline.json").unlink()
    aligned = CliRunner().invoke(main, ["align", "content", "--exclude", "fr/", "--exclude", "es/", "--no-cache"])
    assert (aligned.exit_code, aligned.stderr) == (
        2,
        "xlcheck: content/drafts/new.txt: only one document; name another to align it with\n",
    )
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], check=True)
    Path("content/es/talks.txt").write_text(TEXT + "\n" + LEFT.replace("two", "three"), "utf-8")
    assert check("content", "--diff", "--exclude", "drafts/")[0] == 1
    assert check("content", "--diff", "--exclude", "es/")[0] == 0


def test_an_excluded_report_may_lie_in_the_folder(site: Path) -> None:
    report = site / "content" / "report.html"
    report.write_text("old", "utf-8")
    run = CliRunner().invoke(main, ["check", "content", "--no-cache", "--format", f"html={report}"])
    assert (run.exit_code, "would overwrite it" in run.stderr) == (2, True)
    run = CliRunner().invoke(
        main, ["check", "content", "--no-cache", "--format", f"html={report}", "--exclude", "report.html"]
    )
    assert run.exit_code == 1 and report.read_text("utf-8").startswith("<!DOCTYPE html>")


EMPTY = {
    "a.md": "",
    "b.md": "---\nlayout: page\n---\n",
    "c.html": "<html><body><script>1</script></body></html>",
    "d.tsv": "en\tes\n",
    "e.txt": "\ufeff \r\n",
}


def test_what_has_no_text_is_a_note(site: Path) -> None:
    for name, text in EMPTY.items():
        (site / "content" / name).write_text(text, "utf-8")
    code, read, told = check("content")
    assert (code, read) == (1, sorted(FILES))
    assert [line.split(":")[1].strip() for line in told.splitlines()] == [f"content/{name}" for name in EMPTY]
    shown = CliRunner().invoke(main, ["check", "content", "--no-cache"]).stdout
    assert "5 inputs with nothing to check" in " ".join(shown.split()) and "could not be read" not in shown
    notes = json.loads(CliRunner().invoke(main, ["check", "content", "--format", "json", "--no-cache"]).stdout)["notes"]
    assert notes == [line.removeprefix("xlcheck: ") for line in told.splitlines()]


def test_of_many_a_few_are_named(site: Path) -> None:
    for number in range(100):
        (site / "content" / f"{number:03}.md").write_text("", "utf-8")
    _, _, told = check("content")
    lines = told.splitlines()
    assert lines[0].startswith("xlcheck: content/000.md:1: the file is empty") and len(lines) == 6
    assert lines[-1] == "xlcheck: 95 more inputs with nothing to check"


@pytest.mark.parametrize("name", EMPTY)
def test_a_file_without_text_alone_is_no_error(name: str) -> None:
    Path(name).write_text(EMPTY[name], "utf-8")
    code, read, told = check(name)
    assert (code, read) == (0, []) and told.startswith(f"xlcheck: {name}:1: ") and told.count("\n") == 1
    for form in ("html", "sarif", "junit", "github", "markdown", "gitlab", "rdjson", "csv", "terminal"):
        run = CliRunner().invoke(main, ["check", name, "--no-cache", "--format", form], catch_exceptions=False)
        assert run.exit_code == 0 and run.stdout


def test_standard_input_without_text_is_an_error() -> None:
    run = CliRunner().invoke(main, ["check", "-", "--no-cache"], input="")
    assert (run.exit_code, run.stderr) == (
        2,
        "xlcheck: -: standard input is empty; check the command that writes to it\n",
    )


def test_two_files_to_be_aligned_need_text() -> None:
    Path("empty.txt").write_text("", "utf-8")
    run = CliRunner().invoke(main, ["align", "content/es/talks.txt", "empty.txt"])
    assert (run.exit_code, run.stderr) == (
        2,
        "xlcheck: empty.txt:1: the file is empty; there is nothing to check yet\n",
    )
