"""The command line: exit codes, formats, one clear line for every failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

OVERWRITTEN = "this run reads the file and would overwrite it; name another file"


def call(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_findings_exit_with_1_and_the_suggestion_is_there() -> None:
    result = call("check", "seeds/")
    assert result.exit_code == 1
    assert "seeds/004_7ec95feefc092dc3.txt:13:229: XL110 error:" in result.stdout
    assert "Tô Lâm" in result.stdout
    assert "\x1b[" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--fail-on", "never"), 0),
        (("--select", "XL403"), 0),
        (("--select", "XL403", "--fail-on", "warning"), 1),
        (("--select", "XL1,XL3", "--ignore", "XL110,XL3"), 0),
        (("--select", "XL999"), 2),
        (("--source-language", "spanish!"), 2),
        (("--glossary", "none.toml"), 2),
        (("--config", "none.toml"), 2),
        (("--model", "./no-such-model"), 2),
        (("--format", "yaml"), 2),
        (("--output", "no/such/folder/report.json"), 2),
    ],
)
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    result = call("check", "seeds/", *arguments)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


def test_json_is_the_contract() -> None:
    report = json.loads(call("check", "seeds/", "--format", "json").stdout)
    assert set(report) == {"signature", "documents", "events", "findings", "notes"}
    assert [set(document) for document in report["documents"]] == [{"path", "language", "date"}] * 5
    assert report["events"][0] == [
        "seeds/000_fecb52052cebe9ee.txt",
        "seeds/004_7ec95feefc092dc3.txt",
    ]
    for finding in report["findings"]:
        assert set(finding) == {
            *("rule", "name", "severity", "message", "path", "line", "column", "start", "end", "text"),
            *("suggestion", "reason", "related", "confidence", "doubts", "measured", "edits", "fix"),
        }
        text = (SEEDS.parent / finding["path"]).read_text("utf-8")
        assert text[finding["start"] : finding["end"]] == finding["text"]
        assert all(set(related) == {"path", "start", "end", "text"} for related in finding["related"])


def test_output_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    result = call("check", "seeds/", "--format", "html", "--output", str(target))
    assert result.exit_code == 1 and result.stdout == ""
    assert target.read_text("utf-8").rstrip().endswith("</html>")
    assert list(tmp_path.iterdir()) == [target]


def test_standard_input() -> None:
    page = (SEEDS / "004_7ec95feefc092dc3.txt").read_bytes()
    result = call("check", "-", "--format", "json", stdin=page)
    report = json.loads(result.stdout)
    assert report["documents"] == [{"path": "-", "language": "es", "date": "2026-01-27"}]
    assert {finding["rule"] for finding in report["findings"]} == {"XL110", "XL301", "XL302", "XL403"}


def test_an_unreadable_file_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(b"\x00" * 100)
    good.write_text("The talks were held in Beijing on Monday.", "utf-8")
    result = call("check", str(bad), str(good), "--format", "json")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"xlcheck: {bad}:1: ") and result.stderr.count("\n") == 1
    assert [document["path"] for document in json.loads(result.stdout)["documents"]] == [str(good)]


def test_a_missing_path_is_one_line() -> None:
    result = call("check", "no/such/file.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("xlcheck: no/such/file.txt") and result.stderr.count("\n") == 1


def test_segment() -> None:
    path = "seeds/004_7ec95feefc092dc3.txt"
    sentences = json.loads(call("segment", path, "--format", "json").stdout)
    text = (ROOT / path).read_text("utf-8")
    assert all(text[s["start"] : s["end"]] == s["text"] for s in sentences)
    assert {s["language"] for s in sentences} == {"es", "vi", "en", "und"}
    assert call("segment", path).stdout.startswith("es\tContenido original Vietnamita")


def test_match() -> None:
    result = call("match", "seeds/", "--format", "json")
    events = json.loads(result.stdout)["events"]
    assert result.exit_code == 0
    assert [len(event) for event in events] == [2, 1, 1, 1]


def test_align_segmented(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text(
        "The two leaders spoke on Monday.\nThey agreed to expand railway cooperation.\nThe weather was fine.\n"
        "The congress was a great success.\n",
        "utf-8",
    )
    target.write_text(
        "Los dos líderes hablaron el lunes.\nAcordaron ampliar la cooperación ferroviaria.\n"
        "El congreso fue un gran éxito.\n",
        "utf-8",
    )
    result = call("align", str(source), str(target), "--segmented", "--format", "json")
    beads = json.loads(result.stdout)
    matched = [(bead["source"], bead["target"]) for bead in beads if bead["source"] and bead["target"]]
    assert matched == [([0], [0]), ([1], [1]), ([3], [2])]
    assert {frozenset(bead) for bead in beads} == {frozenset({"source", "target", "score"})}


def test_explain_and_rules() -> None:
    listed = call("rules").stdout
    for code in ("XL101", "XL102", "XL110", "XL301", "XL302", "XL403"):
        assert code in listed
        assert call("explain", code).stdout.startswith(f"{code} ")
    assert "苏林" in call("explain", "name-misread").stdout
    assert call("explain", "XL999").exit_code == 2


def test_same_input_same_bytes_whatever_the_hash_seed() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-m", "xlcheck.cli", "check", "seeds/", "--format", form],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed},
            capture_output=True,
            cwd=ROOT,
            check=False,
        ).stdout
        for form in ("html",)
        for seed in ("1", "2")
    }
    assert len(told) == 1 and told != {b""}


def test_checking_brings_neither_torch_nor_the_network() -> None:
    code = (
        "import sys, socket\n"
        "def refuse(*_): raise OSError('no network')\n"
        "socket.socket.connect = refuse\n"
        "from click.testing import CliRunner\n"
        "from xlcheck.cli import main\n"
        "assert CliRunner().invoke(main, ['check', 'seeds/']).exit_code == 1\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'sklearn'} & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize("command", ["check", "align"])
@pytest.mark.parametrize(
    "file", ["xlcheck.toml", "xlcheck-ignore.toml", "xlcheck-baseline.json", "glossary/ours.toml", "terms.csv"]
)
def test_what_a_run_goes_by_is_not_overwritten(
    command: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {
        "news/en.txt": "The talks ended on Monday.\n",
        "news/es.txt": "Las conversaciones terminaron el lunes.\n",
        "xlcheck.toml": '[[override]]\npaths = "news/es.txt"\nglossary = ["terms.csv"]\n',
        "xlcheck-ignore.toml": "# nothing\n",
        "xlcheck-baseline.json": '{"version": 1, "findings": {}}\n',
        "glossary/ours.toml": '[[concept]]\nen = "talks"\nes = "conversaciones"\n',
        "terms.csv": "en,es\ntalks,conversaciones\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    result = call(command, "news", "--no-cache", "--output", file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"xlcheck: {file}:1: {OVERWRITTEN}\n"
    assert {name: (tmp_path / name).read_text("utf-8") for name in texts} == texts


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "{text}", "--config", ""), "config: empty value"),
        (("check", "{text}", "--baseline", ""), "baseline: empty value"),
        (("check", ""), "paths: empty value"),
        (("check", "{text}", "--diff="), "diff: empty value"),
        (("check", "{text}", "--output", "x" * 300), "x: file name too long; check the path"),
        (
            ("check", "{text}", "--format", "json={text}"),
            "this run reads the file and would overwrite it; name another file",
        ),
        (
            ("check", "{folder}", "--output", "{text}"),
            "this run reads the file and would overwrite it; name another file",
        ),
        (
            ("align", "{text}", "{text}", "--output", "{text}"),
            "this run reads the file and would overwrite it; name another file",
        ),
    ],
)
def test_what_cannot_be_meant_is_told_in_a_line_and_overwrites_nothing(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The talks ended on Monday.\n", "utf-8")
    result = call(*(argument.format(text=text, folder=tmp_path) for argument in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr
    assert text.read_text("utf-8") == "The talks ended on Monday.\n"


def test_ctrl_c_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xlcheck.pipeline.run", stop)
    result = call("check", "seeds/")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "xlcheck: stopped\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
@pytest.mark.parametrize(
    "words", [("check", "seeds/"), ("rules",), ("explain", "XL110"), ("match", "seeds/"), ("--help",), ("init",)]
)
def test_a_full_disk_is_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "xlcheck.cli", *words],
            cwd=tmp_path if words == ("init",) else ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert "no space left on device" in done.stderr.lower() and done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a shell of Unix")
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("check seeds/ >&-", "standard output is closed"),
        ("check - <&-", "standard input is closed"),
        ("check seeds/ >&- 2>&-", ""),
        ("check nowhere 2>&-", ""),
        ("rules | true; exit ${PIPESTATUS[0]}", ""),
    ],
)
def test_streams_that_are_closed_are_no_finding_and_no_traceback(line: str, told: str) -> None:
    shell = f'"{sys.executable}" -m xlcheck.cli {line}'
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == bool(told) and told in done.stderr


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (("explain", "XL110"), "“Su Lin”"),
        (("segment", "seeds/004_7ec95feefc092dc3.txt"), "Tổng Bí thư"),
        (("init", "中"), "中"),
    ],
)
def test_what_is_printed_is_utf_8_whatever_the_machine_writes(
    words: tuple[str, ...], printed: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "xlcheck.cli", *words],
        cwd=tmp_path if words[0] == "init" else ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert printed in done.stdout.decode("utf-8")


def test_a_path_behind_diff_is_told_from_a_revision() -> None:
    result = call("check", "--diff", "seeds/")
    assert result.exit_code == 2
    assert "--diff took 'seeds/' as a revision; write the paths before --diff" in result.stderr


def test_every_command_is_summed_up_in_the_help_without_being_cut() -> None:
    for words in ((), ("glossary",), ("baseline",), ("config",)):
        _, told = call(*words, "--help").stdout.split("Commands:")
        assert told.split() and "..." not in told


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (MemoryError(), "xlcheck: out of memory; "),
        (KeyError("x"), "KeyError: 'x'\nxlcheck: an error in xlcheck itself"),
        (OSError("OS file watch limit reached."), "xlcheck: the system refused: OS file watch limit reached."),
    ],
)
def test_a_mistake_of_ours_is_no_finding(mistake: Exception, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise mistake

    monkeypatch.setattr("xlcheck.pipeline.run", fail)
    result = call("check", "seeds/")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
